import { Text } from '@fluentui/react-components'
import type { OneOnOnes } from '../../../server/contract/one-on-ones.ts'
import { Failed } from '../../components/basics.tsx'
import { LinkButton } from '../../components/LinkButton.tsx'
import { RowLine, Rows } from '../../components/Rows.tsx'
import { Surface } from '../../components/Surface.tsx'
import { useTexts } from '../../lib/app-context.tsx'
import { hrefOf } from '../../lib/route.ts'
import { CommitmentRow } from './CommitmentRow.tsx'
import { soonestFirst } from './order.ts'
import { openTexts } from './texts.ts'
import { useAnswers } from './useAnswers.ts'

/** Rows that are shown; the rest has a page. */
const most = 4

/** The open commitments that come first: mine to tick, or those of the others. */
export function CommitmentList({ overview, whose }: { overview: OneOnOnes; whose: 'mine' | 'theirs' }) {
  const words = useTexts(openTexts)
  const open = overview.pairs
    .flatMap(({ pair, commitments }) => commitments.map((commitment) => ({ pair, commitment })))
    .filter(({ pair, commitment }) => (commitment.owner === pair.myRole) === (whose === 'mine'))
  const answers = useAnswers(soonestFirst(open))
  const { items, refused } = answers
  if (items.length === 0 && whose === 'theirs') return null
  return (
    <Surface title={words[whose]}>
      {items.length === 0 && <Text>{words.none}</Text>}
      <Rows>
        {items.slice(0, most).map((one) => (
          <RowLine key={one.commitment.id}>
            <CommitmentRow one={one} now={overview.now} answers={answers} />
          </RowLine>
        ))}
      </Rows>
      {refused && <Failed>{refused}</Failed>}
      {items.length > most && (
        <div>
          <LinkButton href={hrefOf({ page: 'commitments' })}>{words.all(items.length)}</LinkButton>
        </div>
      )}
    </Surface>
  )
}
