import { Text, makeStyles, tokens } from '@fluentui/react-components'
import type { Commitment } from '../../../server/contract/commitment.ts'
import { firstName } from '../../../server/contract/first-name.ts'
import { isolated } from '../../../server/contract/isolated.ts'
import type { PairPage as Page } from '../../../server/contract/pair-page.ts'
import { Quiet } from '../../components/basics.tsx'
import { Surface } from '../../components/Surface.tsx'
import { useAppContext, useTexts } from '../../lib/app-context.tsx'
import { dayOf } from '../../lib/dates.ts'
import { dueInWords, soonInWords } from '../../lib/near-days.ts'
import { PairCommitment } from '../commitments/PairCommitment.tsx'
import { Course } from './Course.tsx'
import { pairTexts } from './texts.ts'

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  item: {
    paddingBlock: tokens.spacingVerticalS,
    '& + &': { borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  },
})

/** The commitments that are open, each with its course, and of a pair that goes on with what can be done. */
export function GoingOn({ page }: { page: Page }) {
  const { language } = useAppContext()
  const words = useTexts(pairTexts)
  const styles = useStyles()
  const { pair, commitments, conversations, next, now } = page
  const isNew = conversations.length === 0 && next !== null
  return (
    <Surface title={words.going}>
      {commitments.length === 0 && (
        <Text>{isNew ? words.first(soonInWords(next.start, now, language, undefined)) : words.noneOpen}</Text>
      )}
      {commitments.length > 0 && (
        <ul className={styles.list}>
          {commitments.map((commitment) => (
            <li key={commitment.id} className={styles.item}>
              {pair.ended === null ? (
                <PairCommitment pair={pair} commitment={commitment} now={now} />
              ) : (
                <Line commitment={commitment} page={page} />
              )}
              <Course commitment={commitment} pair={pair} conversations={conversations} now={now} />
            </li>
          ))}
        </ul>
      )}
    </Surface>
  )
}

/** A commitment to read. */
function Line({ commitment, page }: { commitment: Commitment; page: Page }) {
  const { language } = useAppContext()
  const { what, owner, due } = commitment
  const day = due && dueInWords(due, dayOf(page.now, undefined), language)
  return (
    <>
      <Text block>{what}</Text>
      <Quiet>{[isolated(firstName(page.pair[owner].name)), day].filter(Boolean).join(' · ')}</Quiet>
    </>
  )
}
