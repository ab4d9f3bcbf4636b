import { makeStyles, tokens } from '@fluentui/react-components'
import { Suspense } from 'react'
import type { PairPage as Page } from '../../../server/contract/pair-page.ts'
import { firstName } from '../../../server/contract/first-name.ts'
import { Quiet } from '../../components/basics.tsx'
import { LinkButton } from '../../components/LinkButton.tsx'
import { PageTitle } from '../../components/PageTitle.tsx'
import { Initials } from '../../components/Initials.tsx'
import { useAppContext, useTexts } from '../../lib/app-context.tsx'
import { otherOf } from '../../lib/pair.ts'
import { hrefOf } from '../../lib/route.ts'
import { pairTexts } from './texts.ts'

/** From so long before its start on, the conversation itself is opened; milliseconds. */
const nearly = 15 * 60_000

const useStyles = makeStyles({
  root: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  words: { flex: '1 1 180px', minWidth: 0 },
  actions: { display: 'flex', flexWrap: 'wrap', alignItems: 'start', gap: tokens.spacingHorizontalS },
})

/** The other of a pair, who I am to them, and the two ways on: preparing, and planning where nothing or too little is. */
export function PairHeader(props: { page: Page; isPlanned: boolean; onPlanned: () => void }) {
  const { PlanNext } = useAppContext()
  const words = useTexts(pairTexts)
  const styles = useStyles()
  const { page, isPlanned, onPlanned } = props
  const { pair, next, rhythm, now } = page
  const { name } = otherOf(pair)
  const isOffered = pair.ended === null && (next === null || rhythm.state === 'slipping')
  const isSoon = next !== null && Date.parse(next.start) - Date.parse(now) < nearly
  return (
    <div className={styles.root}>
      <Initials name={name} size={56} />
      <div className={styles.words}>
        <PageTitle>{name}</PageTitle>
        <Quiet>{words.role[pair.myRole]}</Quiet>
      </div>
      <div className={styles.actions}>
        {next && (
          <LinkButton
            href={hrefOf({ page: 'meeting', iCalUId: next.iCalUId, start: next.start })}
            label={isSoon ? undefined : words.prepares(firstName(name))}
            isPrimary
          >
            {isSoon ? words.open : words.prepare}
          </LinkButton>
        )}
        {(isOffered || isPlanned) && (
          <Suspense fallback={null}>
            <PlanNext pairId={pair.id} otherName={name} onPlanned={onPlanned} />
          </Suspense>
        )}
      </div>
    </div>
  )
}
