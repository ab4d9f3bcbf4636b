import { Checkbox, Text } from '@fluentui/react-components'
import { textLimits } from '../../server/contract/limits.ts'
import type {
  Aspect,
  Intent,
  Template,
  TemplateEntry,
  TemplateScope,
} from '../../server/contract/template.ts'
import { Fold } from '../components/Fold.tsx'
import { SelectField } from '../components/SelectField.tsx'
import { Surface } from '../components/Surface.tsx'
import { useTexts } from '../lib/app-context.tsx'
import { Bilingual } from './Bilingual.tsx'
import { useLook } from './look.ts'
import { StepList } from './StepList.tsx'
import type { StepQuestions } from './StepQuestionsField.tsx'
import { templateTexts } from './texts.ts'

const aspects: Aspect[] = ['wording', 'order', 'questions', 'limits']
const intents: Intent[] = ['coaching', 'feedback', 'review', 'steering']

/** The content of a template, as far as the one who changes it may. */
export function TemplateFields(props: {
  scope: TemplateScope
  entry: TemplateEntry
  value: Template
  questions: StepQuestions
  onChange: (part: Partial<Template>) => void
}) {
  const words = useTexts(templateTexts)
  const { scope, entry, value, questions, onChange } = props
  const all = scope === 'organisation'
  const open = all ? aspects : (entry.template ?? value).open
  const closed = aspects.filter((one) => !open.includes(one))
  return (
    <>
      {closed.length > 0 && <Text>{words.closed(closed.map((one) => words.aspects[one]).join(', '))}</Text>}
      {open.includes('wording') && (
        <Surface>
          <Bilingual
            label={words.fields.title}
            maxLength={textLimits.title}
            value={value.title}
            onChange={(title) => onChange({ title })}
          />
          <Bilingual
            long
            label={words.fields.description}
            maxLength={textLimits.hint}
            value={value.description}
            onChange={(description) => onChange({ description })}
          />
        </Surface>
      )}
      <Surface>
        <StepList
          steps={value.steps}
          open={open}
          all={all}
          questions={questions}
          onChange={(steps) => onChange({ steps })}
        />
      </Surface>
      {open.includes('limits') && (
        <Surface>
          <Fold title={words.more}>
            <Limits value={value} mostCommitments={entry.mostCommitments} onChange={onChange} />
            {all && <ForTeams value={value} onChange={onChange} />}
          </Fold>
        </Surface>
      )}
    </>
  )
}

/** An organisation says of a template what it is for, and what a team may make of it. */
function ForTeams(props: { value: Template; onChange: (part: Partial<Template>) => void }) {
  const words = useTexts(templateTexts)
  const look = useLook()
  const { value, onChange } = props
  const turned = (aspect: Aspect, isOpen: boolean) =>
    aspects.filter((each) => (each === aspect ? isOpen : value.open.includes(each)))
  return (
    <>
      <SelectField
        label={words.intent}
        value={value.intent}
        options={intents.map((one) => [one, words.intents[one]] as const)}
        onChange={(intent) => onChange({ intent })}
      />
      <fieldset className={look.fieldset}>
        <legend>
          <Text>{words.mayAdapt}</Text>
        </legend>
        {aspects.map((one) => (
          <div key={one}>
            <Checkbox
              label={words.aspects[one]}
              checked={value.open.includes(one)}
              onChange={(_e, { checked }) => onChange({ open: turned(one, checked === true) })}
            />
          </div>
        ))}
      </fieldset>
    </>
  )
}

const numbers = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_one, at) => String(from + at)).map((one) => [one, one] as const)

/** How many commitments a conversation ends with, and how many questions a step offers (`Template`, contract). */
function Limits(props: {
  value: Template
  /** As many commitments as it may have. */
  mostCommitments: number
  onChange: (part: Partial<Template>) => void
}) {
  const words = useTexts(templateTexts)
  const { value, mostCommitments, onChange } = props
  return (
    <>
      <SelectField
        label={words.fields.commitmentLimit}
        value={String(value.commitmentLimit)}
        // An earlier choice stays visible, also when it is too many now.
        options={numbers(1, Math.max(mostCommitments, value.commitmentLimit))}
        onChange={(one) => onChange({ commitmentLimit: Number(one) })}
      />
      <SelectField
        label={words.fields.questionLimit}
        value={String(value.questionLimit)}
        options={numbers(3, 5)}
        onChange={(one) => onChange({ questionLimit: Number(one) })}
      />
    </>
  )
}
