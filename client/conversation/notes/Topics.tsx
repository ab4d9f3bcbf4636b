import { Text, tokens } from '@fluentui/react-components'
import type { Conversation } from '../../../server/contract/conversation.ts'
import { useSurroundings } from '../../lib/surroundings.tsx'

/** What the two wanted to talk about, once they shared it: mine too, so that both look at the same list. */
export function Topics({ conversation }: { conversation: Conversation }) {
  const { texts } = useSurroundings()
  const { pair, preparation } = conversation
  const { mine, theirs } = preparation
  const other = pair.myRole === 'coach' ? pair.employee : pair.coach
  const lists = [
    { name: other.name, topics: theirs?.topics ?? [] },
    { name: pair[pair.myRole].name, topics: mine?.shared ? mine.topics : [] },
  ].filter(({ topics }) => topics.length > 0)
  if (lists.length === 0) return null
  return (
    <section aria-label={texts.preparation.topicsAtHand}>
      {lists.map(({ name, topics }) => (
        <div key={name}>
          <Text size={200} weight="semibold" block>
            {texts.preparation.topicsOf(name)}
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
