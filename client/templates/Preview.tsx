import { Text, tokens } from '@fluentui/react-components'
import type { TemplatePreview } from '../../server/contract/template.ts'
import { Group } from '../components/Group.tsx'
import { useSurroundings } from '../lib/surroundings.tsx'
import { templates } from '../lib/texts/templates.ts'
import { useLook } from './look.ts'

/** A template as a conversation would show it, in the reader's language. */
export function Preview({ preview }: { preview: TemplatePreview }) {
  const { language } = useSurroundings()
  const words = templates[language]
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
            <Text size={200} className={look.quiet}>
              {words.minutes(String(step.minutes))}
              {step.inSummary && ` · ${words.inSummary}`}
            </Text>
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
