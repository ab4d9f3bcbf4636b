import { Text, makeStyles, tokens } from '@fluentui/react-components'
import type { Summary } from '../../../server/contract/conversation.ts'
import { Heading } from '../../components/basics.tsx'
import { useAppContext, useTexts } from '../../lib/app-context.tsx'
import { CommitmentLines } from '../commitments/CommitmentLines.tsx'
import { sharingTexts } from './texts.ts'

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground2,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  text: { whiteSpace: 'pre-wrap', display: 'block' },
})

/** A summary as an invite holds it. */
export function SummaryView({ summary, label }: { summary: Summary; label: string }) {
  const { language } = useAppContext()
  const words = useTexts(sharingTexts)
  const styles = useStyles()
  return (
    <section className={styles.root} aria-label={label}>
      {summary.steps.map((step) => (
        <div key={step.title.en}>
          <Heading block>{step.title[language]}</Heading>
          <Text className={styles.text}>{step.text}</Text>
        </div>
      ))}
      {summary.commitments.length > 0 && <Heading block>{words.commitments}</Heading>}
      {summary.commitments.map((one, index) => (
        <CommitmentLines key={`${index} ${one.what}`} commitment={one} isHeading />
      ))}
    </section>
  )
}
