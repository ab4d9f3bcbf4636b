import { Button, Checkbox, Text } from '@fluentui/react-components'
import { ArrowDownRegular, ArrowUpRegular, DismissRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { phases } from '../../server/contract/phase.ts'
import type { Question } from '../../server/contract/question.ts'
import { type Aspect, type Step } from '../../server/contract/template.ts'
import { SelectField } from '../components/SelectField.tsx'
import { useAppContext, useTexts } from '../lib/app-context.tsx'
import { Bilingual } from './Bilingual.tsx'
import { useLook } from './look.ts'
import { MinutesField } from './MinutesField.tsx'
import { StepQuestionsField } from './StepQuestionsField.tsx'
import { mayGo } from './steps.ts'
import type { Library } from './useLibrary.ts'
import { templateTexts } from './texts.ts'
import { textLimits } from '../../server/contract/limits.ts'

/** One step: its place, and what is in it as far as it is open to whoever adapts it. */
export function StepItem(props: {
  step: Step
  at: number
  /** The directions in which it may move. */
  may: { up: boolean; down: boolean }
  open: Aspect[]
  /** May everything be otherwise? For the organisation only. */
  all: boolean
  library: Library
  /** Questions of the team that the template holds. */
  held: Question[]
  onChange: (step: Step) => void
  onMove: (by: -1 | 1) => void
  onRemove: () => void
}) {
  const { language } = useAppContext()
  const words = useTexts(templateTexts)
  const look = useLook()
  const { step, at, may, open, all, library, held, onChange, onMove, onRemove } = props
  const [shown, setShown] = useState(false)
  const title = step.title[language]
  const named = (name: string) => `${name}: ${title}`
  const put = (part: Partial<Step>) => onChange({ ...step, ...part })
  const editable = all || open.some((aspect) => aspect !== 'order')
  return (
    <>
      <div className={look.row}>
        <Text weight="semibold" style={{ width: '100%' }}>
          {`${at + 1}. ${title}`}
        </Text>
        {open.includes('order') && (
          <>
            <Button
              size="small"
              appearance="subtle"
              icon={<ArrowUpRegular />}
              aria-label={named(words.steps.up)}
              disabledFocusable={!may.up}
              onClick={() => onMove(-1)}
            />
            <Button
              size="small"
              appearance="subtle"
              icon={<ArrowDownRegular />}
              aria-label={named(words.steps.down)}
              disabledFocusable={!may.down}
              onClick={() => onMove(1)}
            />
          </>
        )}
        {all && mayGo(step) && (
          <Button
            size="small"
            appearance="subtle"
            icon={<DismissRegular />}
            aria-label={named(words.steps.remove)}
            onClick={onRemove}
          />
        )}
        {editable && (
          <Button
            size="small"
            aria-expanded={shown}
            aria-label={named(words.steps.edit)}
            onClick={() => setShown(!shown)}
          >
            {words.edit}
          </Button>
        )}
      </div>
      {shown && (
        <div className={look.inset} role="group" aria-label={title}>
          {open.includes('wording') && (
            <>
              <Bilingual
                label={words.fields.title}
                maxLength={textLimits.title}
                value={step.title}
                onChange={(value) => put({ title: value })}
              />
              <Bilingual
                long
                label={words.fields.hint}
                maxLength={textLimits.hint}
                value={step.hint}
                onChange={(hint) => put({ hint })}
              />
            </>
          )}
          {open.includes('limits') && (
            <MinutesField value={step.minutes} onChange={(minutes) => put({ minutes })} />
          )}
          {all && step.kind === 'notes' && (
            <>
              <SelectField
                label={words.fields.phase}
                value={step.phase ?? 'focus'}
                options={phases.map((one) => [one, words.phases[one]] as const)}
                onChange={(phase) => put({ phase })}
              />
              <Checkbox
                label={words.fields.topics}
                checked={step.topics ?? false}
                onChange={(_e, { checked }) => put({ topics: checked === true })}
              />
              <Checkbox
                label={words.fields.inSummary}
                checked={step.inSummary}
                onChange={(_e, { checked }) => put({ inSummary: checked === true })}
              />
            </>
          )}
          {open.includes('questions') && (
            <StepQuestionsField
              step={step}
              library={library}
              isTeams={!all}
              held={held}
              onChange={(questions) => put({ questions })}
            />
          )}
        </div>
      )}
    </>
  )
}
