import { Text, makeStyles, tokens } from '@fluentui/react-components'
import type { BalanceAnswer } from '../../../server/contract/balance.ts'
import { Group } from '../../components/Group.tsx'
import { useSurroundings } from '../../lib/surroundings.tsx'
import { balance } from '../../lib/texts/balance.ts'
import { privacy } from '../../lib/texts/privacy.ts'

const useStyles = makeStyles({
  list: { margin: 0, display: 'grid', gap: tokens.spacingVerticalXS },
  value: { margin: 0 },
})

const points = ['asked', 'listened', 'summarised', 'frames'] as const

/** What was said of a talk of a pair that ended, to read. */
export function PastSaid({ said, other }: { said: BalanceAnswer; other: string }) {
  const { language } = useSurroundings()
  const styles = useStyles()
  const words = balance[language]
  const { rating, theirRating, minute } = said
  const lines = minute && [
    { label: words.minute.talked, text: minute.talked === null ? null : `${minute.talked}%` },
    ...points.map((point) => ({
      label: words.minute[point],
      text: minute[point] === null ? null : String(minute[point]),
    })),
  ]
  return (
    <>
      {said.ratings && (
        <Group name={words.rate}>
          <Heading text={words.rate} />
          <Text>{rating ? words.mine(words.stars[rating.value - 1] ?? '') : words.noRating}</Text>
          {theirRating !== null && <Text>{words.theirs(other, String(theirRating))}</Text>}
        </Group>
      )}
      {minute && lines && (
        <Group name={words.minute.title}>
          <Heading text={words.minute.title} />
          {minute.unreadable ? (
            <Text>{privacy[language].unreadableTheirs}</Text>
          ) : (
            <dl className={styles.list}>
              {lines.map(({ label, text }) => (
                <div key={label}>
                  <dt>
                    <Text size={200}>{label}</Text>
                  </dt>
                  <dd className={styles.value}>
                    <Text>{text ?? words.minute.none}</Text>
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

function Heading({ text }: { text: string }) {
  return (
    <Text as="h2" size={300} weight="semibold" style={{ margin: 0 }}>
      {text}
    </Text>
  )
}
