import { Text, tokens } from '@fluentui/react-components'
import type { Conversation } from '../../../server/contract/conversation.ts'
import { useTexts } from '../../lib/app-context.tsx'
import { topicTexts } from './texts.ts'

/** The topics of both, once they shared them: mine too, so that both look at the same list. */
export function Topics({ conversation }: { conversation: Conversation }) {
  const words = useTexts(topicTexts)
  const { pair, preparation } = conversation
  const { mine, theirs } = preparation
  const other = pair.myRole === 'coach' ? pair.employee : pair.coach
  const lists = [
    { name: other.name, topics: theirs?.topics ?? [] },
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
          <ul style={{ margin: 0, paddingInlineStart: tokens.spacingHorizontalL }}>
            {topics.map((topic, at) => (
              <li key={`${at} ${topic}`}>
                <Text>{topic}</Text>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}
