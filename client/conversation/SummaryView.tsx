import { Text, makeStyles, tokens } from '@fluentui/react-components'
import type { Summary } from '../../server/contract/conversation.ts'
import { dayInWords } from '../lib/dates.ts'
import { useSurroundings } from '../lib/surroundings.tsx'

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
  },
  text: { whiteSpace: 'pre-wrap', display: 'block' },
  heading: { margin: 0, display: 'block' },
})

/** The summary as the invite will hold it. */
export function SummaryView({ summary }: { summary: Summary }) {
  const { texts, language } = useSurroundings()
  const styles = useStyles()
  const words = texts.commitments
  return (
    <section className={styles.root} aria-label={texts.finish.title}>
      {summary.steps.map((step) => (
        <div key={step.title.en}>
          <Text as="h2" size={300} weight="semibold" className={styles.heading}>
            {step.title[language]}
          </Text>
          <Text className={styles.text}>{step.text}</Text>
        </div>
      ))}
      {summary.commitments.map((one, index) => (
        <div key={`${index} ${one.what}`}>
          <Text as="h2" size={300} weight="semibold" className={styles.heading}>
            {`${one.owner}: ${one.what}`}
          </Text>
          {one.firstStep && (
            <Text className={styles.text}>{`${words.firstStepLabel}: ${one.firstStep}`}</Text>
          )}
          {one.due && (
            <Text className={styles.text}>{`${words.dueLabel}: ${dayInWords(one.due, language)}`}</Text>
          )}
          {one.criterion && (
            <Text className={styles.text}>{`${words.criterionLabel}: ${one.criterion}`}</Text>
          )}
          {one.ifThen && <Text className={styles.text}>{one.ifThen}</Text>}
        </div>
      ))}
    </section>
  )
}
