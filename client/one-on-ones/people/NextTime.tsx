import { Text, makeStyles, tokens } from '@fluentui/react-components'
import type { PairPage as Page } from '../../../server/contract/pair-page.ts'
import { firstName } from '../../../server/contract/first-name.ts'
import type { SharedPreparation } from '../../../server/contract/preparation.ts'
import { Heading, Quiet } from '../../components/basics.tsx'
import { LinkButton } from '../../components/LinkButton.tsx'
import { Surface } from '../../components/Surface.tsx'
import { useAppContext, useTexts } from '../../lib/app-context.tsx'
import { soonInWords } from '../../lib/near-days.ts'
import { otherOf } from '../../lib/pair.ts'
import { privacyTexts } from '../../lib/privacy-texts.ts'
import { hrefOf } from '../../lib/route.ts'
import { pairTexts, rowTexts } from './texts.ts'

const useStyles = makeStyles({
  topics: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL },
  note: { whiteSpace: 'pre-wrap', display: 'block', maxWidth: '72ch' },
})

/** The next conversation: when it is, and the topics of both as far as I may read them. */
export function NextTime({ page }: { page: Page }) {
  const { language } = useAppContext()
  const words = useTexts(pairTexts)
  const { now: isNow } = useTexts(rowTexts)
  const { next, pair, now } = page
  if (!next)
    return (
      <Surface title={words.next}>
        <Text>{words.noNext}</Text>
      </Surface>
    )
  const name = firstName(otherOf(pair).name)
  const { iCalUId, start } = next
  const { mine, theirs } = next.prepared
  const hasMine = hasText(mine)
  return (
    <Surface title={words.next}>
      <Text weight="semibold">{start <= now ? isNow : soonInWords(start, now, language, undefined)}</Text>
      {theirs && hasText(theirs) && <Topics title={words.theirTopics(name)} prepared={theirs} />}
      {mine && hasMine && <Topics title={words.myTopics(mine.shared, name)} prepared={mine} />}
      {!hasMine && !hasText(theirs) && <Quiet>{words.noTopics}</Quiet>}
      <div>
        <LinkButton href={hrefOf({ page: 'meeting', iCalUId, start })}>
          {hasMine ? words.changeTopics : words.addTopics}
        </LinkButton>
      </div>
    </Surface>
  )
}

const hasText = (prepared: SharedPreparation | null): boolean =>
  prepared !== null &&
  (prepared.topics.length > 0 || prepared.note.trim() !== '' || prepared.unreadable === true)

function Topics({ title, prepared }: { title: string; prepared: SharedPreparation }) {
  const { unreadableTheirs } = useTexts(privacyTexts)
  const styles = useStyles()
  const { topics, note, unreadable } = prepared
  return (
    <div>
      <Heading as="h3" size={200} block>
        {title}
      </Heading>
      {unreadable && <Text>{unreadableTheirs}</Text>}
      {topics.length > 0 && (
        <ul className={styles.topics}>
          {topics.map((topic, at) => (
            <li key={`${at} ${topic}`}>
              <Text>{topic}</Text>
            </li>
          ))}
        </ul>
      )}
      {note.trim() && <Text className={styles.note}>{note}</Text>}
    </div>
  )
}
