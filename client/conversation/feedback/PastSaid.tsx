import { Text, makeStyles, tokens } from '@fluentui/react-components'
import type { FeedbackAnswer } from '../../../server/contract/feedback.ts'
import { Heading } from '../../components/basics.tsx'
import { Group } from '../../components/Group.tsx'
import { useTexts } from '../../lib/app-context.tsx'
import { saidTexts } from '../../lib/said-texts.ts'
import { feedbackTexts, minuteTexts } from './texts.ts'
import { privacyTexts } from '../../lib/privacy-texts.ts'

const useStyles = makeStyles({
  list: { margin: 0, display: 'grid', gap: tokens.spacingVerticalXS },
  value: { margin: 0 },
})

const points = ['asked', 'listened', 'summarised', 'frames'] as const

/** Ratings and the reflection of a conversation whose pair ended, to read. */
export function PastSaid({ said, other }: { said: FeedbackAnswer; other: string }) {
  const words = useTexts(feedbackTexts)
  const about = useTexts(saidTexts)
  const none = useTexts(minuteTexts).none
  const privacy = useTexts(privacyTexts)
  const styles = useStyles()
  const { rating, theirRating, reflection } = said
  const lines = reflection && [
    { label: about.reflection.talked, text: reflection.talked === null ? null : `${reflection.talked}%` },
    ...points.map((point) => ({
      label: about.reflection[point],
      text: reflection[point] === null ? null : String(reflection[point]),
    })),
  ]
  return (
    <>
      {said.ratings && (
        <Group name={about.rate}>
          <Heading>{about.rate}</Heading>
          <Text>{rating ? words.mine(words.stars[rating.value - 1] ?? '') : words.noRating}</Text>
          {theirRating !== null && <Text>{words.theirs(other, String(theirRating))}</Text>}
        </Group>
      )}
      {reflection && lines && (
        <Group name={about.reflection.title}>
          <Heading>{about.reflection.title}</Heading>
          {reflection.unreadable ? (
            <Text>{privacy.unreadableTheirs}</Text>
          ) : (
            <dl className={styles.list}>
              {lines.map(({ label, text }) => (
                <div key={label}>
                  <dt>
                    <Text size={200}>{label}</Text>
                  </dt>
                  <dd className={styles.value}>
                    <Text>{text ?? none}</Text>
                  </dd>
                </div>
              ))}
            </dl>
          )}
        </Group>
      )}
    </>
  )
}
