import { Text } from '@fluentui/react-components'
import type { Commitment, Progress } from '../../../server/contract/commitment.ts'
import type { Conversation } from '../../../server/contract/conversation.ts'
import { useSurroundings } from '../../lib/surroundings.tsx'
import { progress as words } from '../../lib/texts/progress.ts'
import { ProgressLine } from './ProgressLine.tsx'
import type { Fresh } from '../useFresh.ts'

/** Lines that are shown at once; what was said before them is unfolded. */
const shown = 3

/** What its owner said of a commitment between two talks. Who said it may correct it as long as it is theirs. */
export function Meanwhile(props: { commitment: Commitment; conversation: Conversation; fresh: Fresh }) {
  const { texts, language } = useSurroundings()
  const { commitment, conversation, fresh } = props
  const { progress, owner } = commitment
  const { myRole, id: pairId } = conversation.pair
  const item = (line: Progress) =>
    line.by === myRole && owner === myRole ? (
      <ProgressLine key={line.at} pairId={pairId} commitment={commitment} line={line} fresh={fresh} />
    ) : (
      <Text key={line.at} size={200} block>{`${texts.followUp.meanwhile}: ${line.text}`}</Text>
    )
  const earlier = progress.slice(0, -shown)
  return (
    <>
      {earlier.length > 0 && (
        <details>
          <summary>
            <Text size={200}>{words[language].earlier(String(earlier.length))}</Text>
          </summary>
          {earlier.map(item)}
        </details>
      )}
      {progress.slice(-shown).map(item)}
    </>
  )
}
