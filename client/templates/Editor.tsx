import { Button, Checkbox, Text } from '@fluentui/react-components'
import { useEffect, useRef } from 'react'
import {
  putDraft,
  type Aspect,
  type Intent,
  type Template,
  type TemplateEntry,
  type TemplateScope,
} from '../../server/contract/template.ts'
import { Conflict } from '../components/Conflict.tsx'
import { Saving } from '../components/Saving.tsx'
import { SelectField } from '../components/SelectField.tsx'
import { useForm } from '../components/useForm.ts'
import { useAppContext, useTexts } from '../lib/app-context.tsx'
import { Bilingual } from './Bilingual.tsx'
import { EditorActions } from './EditorActions.tsx'
import { Limits } from './Limits.tsx'
import { useLook } from './look.ts'
import { Mistakes } from './Mistakes.tsx'
import { StepList } from './StepList.tsx'
import { templateTexts } from './texts.ts'
import { textLimits } from '../../server/contract/limits.ts'

export const aspects: Aspect[] = ['wording', 'order', 'questions', 'limits']
const intents: Intent[] = ['coaching', 'feedback', 'review', 'steering']

/** Changing one template: everything for the organisation, what that leaves open for a team. */
export function Editor(props: {
  scope: TemplateScope
  entry: TemplateEntry
  /** The template that it begins with: the draft, or the published one. */
  template: Template
  onEntry: (entry: TemplateEntry) => void
  /** Somebody was first: fetch what they made of it. */
  onBehind: () => void
  /** `said`: what became of it, for who is done with it. */
  onDone: (said: string | null) => void
}) {
  const { api, language } = useAppContext()
  const words = useTexts(templateTexts)
  const look = useLook()
  const { scope, entry, template, onEntry, onBehind, onDone } = props
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const form = useForm<Template, TemplateEntry>({
    key: `template ${scope} ${template.id}`,
    saved: template,
    revision: entry.revision,
    exists: entry.draft !== null,
    send: (value, revision) =>
      api(putDraft, {
        params: { templateId: template.id },
        query: { scope },
        body: { template: value, revision },
      }),
    onSaved: onEntry,
    onBehind,
  })
  const { value, change } = form
  const all = scope === 'organisation'
  const open = all ? aspects : (entry.template ?? template).open
  const closed = aspects.filter((one) => !open.includes(one))
  const saved = form.state === 'saved'
  return (
    <div className={look.section} role="group" aria-label={`${words.edit}: ${template.title[language]}`}>
      <Text as="h3" size={400} weight="semibold" ref={heading} tabIndex={-1} className={look.heading}>
        {`${words.edit}: ${template.title[language]}`}
      </Text>
      {closed.length > 0 && <Text>{words.closed(closed.map((one) => words.aspects[one]).join(', '))}</Text>}
      {open.includes('wording') && (
        <>
          <Bilingual
            label={words.fields.title}
            maxLength={textLimits.title}
            value={value.title}
            onChange={(title) => change({ title })}
          />
          <Bilingual
            long
            label={words.fields.description}
            maxLength={textLimits.hint}
            value={value.description}
            onChange={(description) => change({ description })}
          />
        </>
      )}
      {open.includes('limits') && (
        <Limits value={value} mostCommitments={entry.mostCommitments} onChange={change} />
      )}
      {all && (
        <>
          <SelectField
            label={words.intent}
            value={value.intent}
            options={intents.map((one) => [one, words.intents[one]] as const)}
            onChange={(intent) => change({ intent })}
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
                  onChange={(_e, { checked }) =>
                    change({
                      open: aspects.filter((each) => (each === one ? checked : value.open.includes(each))),
                    })
                  }
                />
              </div>
            ))}
          </fieldset>
        </>
      )}
      <StepList
        steps={value.steps}
        open={open}
        all={all}
        held={value.questions ?? []}
        onChange={(steps) => change({ steps })}
      />
      <Mistakes failure={form.failure} template={value} />
      {form.conflict ? (
        <Conflict
          theirs={[
            { label: words.fields.title, text: template.title[language] },
            { label: words.fields.description, text: template.description[language] },
            { label: words.theirSteps, text: template.steps.map(({ title }) => title[language]).join(', ') },
          ]}
          onTheirs={form.discard}
          onMine={() => void form.keepMine()}
        />
      ) : (
        <Saving
          // The mistakes are listed above, with their places.
          state={form.failure && form.failure.errors.length > 0 ? 'unsaved' : form.state}
          name={words.save}
          onSave={() => void form.save()}
        >
          <Button onClick={() => onDone(null)}>{words.close}</Button>
        </Saving>
      )}
      {!saved && form.state !== 'untouched' && <Text size={200}>{words.saveFirst}</Text>}
      <EditorActions
        scope={scope}
        entry={entry}
        template={template}
        ready={saved && entry.draft !== null}
        onBehind={onBehind}
        onDone={(said) => {
          form.discard()
          onDone(said)
        }}
      />
    </div>
  )
}
