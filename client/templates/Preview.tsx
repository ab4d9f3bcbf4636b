import { Text, tokens } from '@fluentui/react-components'
import type { TemplatePreview } from '../../server/contract/template.ts'
import { Quiet } from '../components/basics.tsx'
import { Group } from '../components/Group.tsx'
import { useAppContext, useTexts } from '../lib/app-context.tsx'
import { useLook } from './look.ts'
import { templateTexts } from './texts.ts'

/** A template as a conversation would show it, in the reader's language. */
export function Preview({ preview }: { preview: TemplatePreview }) {
  const { language } = useAppContext()
  const words = useTexts(templateTexts)
  const look = useLook()
  const { template, questions } = preview
  const title = template.title[language]
  return (
    <Group name={words.previewOf(title)}>
      <Text weight="semibold">{title}</Text>
      <Text>{template.description[language]}</Text>
      <ol className={look.list}>
        {template.steps.map((step, at) => (
          <li key={step.id}>
            <Text weight="semibold" block>{`${at + 1}. ${step.title[language]}`}</Text>
            <Text block>{step.hint[language]}</Text>
            <Quiet>
              {words.minutes(String(step.minutes))}
              {step.inSummary && ` · ${words.inSummary}`}
            </Quiet>
            <ul style={{ margin: 0, paddingInlineStart: tokens.spacingHorizontalL }}>
              {step.questions.map((id) => (
                <li key={id}>
                  <Text>{questions.find((one) => one.id === id)?.text[language] ?? id}</Text>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </Group>
  )
}
