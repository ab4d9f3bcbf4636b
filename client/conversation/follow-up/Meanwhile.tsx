import { Text } from '@fluentui/react-components'
import { isolated } from '../../../server/contract/isolated.ts'
import type { Commitment, Progress } from '../../../server/contract/commitment.ts'
import type { Conversation } from '../../../server/contract/conversation.ts'
import { useTexts } from '../../lib/app-context.tsx'
import { ProgressLine } from './ProgressLine.tsx'
import type { Fresh } from '../useFresh.ts'
import { followUpTexts, progressTexts } from './texts.ts'

/** Lines that are shown at once; what was said before them is unfolded. */
const shown = 3

/** The owner's progress between two conversations. The author of a line may correct it as long as they own it. */
export function Meanwhile(props: { commitment: Commitment; conversation: Conversation; fresh: Fresh }) {
  const words = useTexts(followUpTexts)
  const lines = useTexts(progressTexts)
  const { commitment, conversation, fresh } = props
  const { progress, owner } = commitment
  const { myRole, id: pairId } = conversation.pair
  const item = (line: Progress) =>
    line.by === myRole && owner === myRole ? (
      <ProgressLine key={line.at} pairId={pairId} commitment={commitment} line={line} fresh={fresh} />
    ) : (
      <Text key={line.at} size={200} block>{`${words.meanwhile}: ${isolated(line.text)}`}</Text>
    )
  const earlier = progress.slice(0, -shown)
  return (
    <>
      {earlier.length > 0 && (
        <details>
          <summary>
            <Text size={200}>{lines.earlier(String(earlier.length))}</Text>
          </summary>
          {earlier.map(item)}
        </details>
      )}
      {progress.slice(-shown).map(item)}
    </>
  )
}
