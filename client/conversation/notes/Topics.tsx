import { Text } from '@fluentui/react-components'
import type { Conversation } from '../../../server/contract/conversation.ts'
import { Bullets } from '../../components/basics.tsx'
import { useTexts } from '../../lib/app-context.tsx'
import { otherOf } from '../../lib/pair.ts'
import { topicTexts } from './texts.ts'

/** The topics of both, once they shared them: mine too, so that both look at the same list. */
export function Topics({ conversation }: { conversation: Conversation }) {
  const words = useTexts(topicTexts)
  const { pair, preparation } = conversation
  const { mine, theirs } = preparation
  const lists = [
    { name: otherOf(pair).name, topics: theirs?.topics ?? [] },
    { name: pair[pair.myRole].name, topics: mine?.shared ? mine.topics : [] },
  ].filter(({ topics }) => topics.length > 0)
  if (lists.length === 0) return null
  return (
    <section aria-label={words.title}>
      {lists.map(({ name, topics }) => (
        <div key={name}>
          <Text size={200} weight="semibold" block>
            {words.of(name)}
          </Text>
          <Bullets lines={topics} />
        </div>
      ))}
    </section>
  )
}
