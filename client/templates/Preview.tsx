import { Text, makeStyles, tokens } from '@fluentui/react-components'
import type { Template, TemplatePreview } from '../../server/contract/template.ts'
import { Quiet } from '../components/basics.tsx'
import { Group } from '../components/Group.tsx'
import { useAppContext, useTexts } from '../lib/app-context.tsx'
import { templateTexts } from './texts.ts'

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'grid' },
  step: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    columnGap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalXS} 0`,
    '& + &': { borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  },
  questions: {
    gridColumn: '1 / -1',
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalL,
    color: tokens.colorNeutralForeground2,
  },
  first: { gridColumn: '1 / -1', color: tokens.colorNeutralForeground2 },
})

/** A template as a conversation would show it, in the reader's language. */
export function Preview({ preview }: { preview: TemplatePreview }) {
  const { language } = useAppContext()
  const words = useTexts(templateTexts)
  const { template, questions } = preview
  const title = template.title[language]
  const textOf = (id: string) => questions.find((one) => one.id === id)?.text[language] ?? id
  return (
    <Group name={words.previewOf(title)}>
      <Text weight="semibold">{title}</Text>
      <Text>{template.description[language]}</Text>
      <Steps template={template} textOf={textOf} isWhole />
    </Group>
  )
}

/** The steps with their minutes, and what is asked in each: the first question, or all of it. */
export function Steps(props: { template: Template; textOf: (id: string) => string; isWhole?: boolean }) {
  const { language } = useAppContext()
  const words = useTexts(templateTexts)
  const styles = useStyles()
  const { template, textOf, isWhole = false } = props
  return (
    <ol className={styles.list}>
      {template.steps.map((step, at) => (
        <li key={step.id} className={styles.step}>
          <Text weight="semibold">{`${at + 1}. ${step.title[language]}`}</Text>
          <Quiet>
            {words.minutes(String(step.minutes))}
            {isWhole && step.inSummary && ` · ${words.inSummary}`}
          </Quiet>
          {isWhole ? (
            <>
              <Text className={styles.first}>{step.hint[language]}</Text>
              <ul className={styles.questions}>
                {step.questions.map((id) => (
                  <li key={id}>{textOf(id)}</li>
                ))}
              </ul>
            </>
          ) : (
            step.questions[0] && <Text className={styles.first}>{textOf(step.questions[0])}</Text>
          )}
        </li>
      ))}
    </ol>
  )
}
