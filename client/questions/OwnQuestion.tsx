import { Button, Checkbox } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import type { Role } from '../../server/contract/pair.ts'
import {
  depths,
  putOwnQuestion,
  themes,
  type FoundQuestion,
  type OwnQuestionInput,
} from '../../server/contract/question.ts'
import type { Phase } from '../../server/contract/phase.ts'
import { Quiet } from '../components/basics.tsx'
import { Conflict } from '../components/Conflict.tsx'
import { Fold } from '../components/Fold.tsx'
import { Group } from '../components/Group.tsx'
import { Saving } from '../components/Saving.tsx'
import { SelectField } from '../components/SelectField.tsx'
import { useForm } from '../components/useForm.ts'
import { TextField } from '../components/TextField.tsx'
import { useAppContext, useTexts } from '../lib/app-context.tsx'
import { followed, guessOf } from './guess.ts'
import { PhasesField } from './PhasesField.tsx'
import { questionTexts } from './texts.ts'
import { textLimits } from '../../server/contract/limits.ts'

/** The question that is being written: a new one, or one of mine as it was found. */
export type Writing = { id: string; question: FoundQuestion | null }

/** Where a form that is open is remembered. */
export const openKey = 'own question'

type Draft = Omit<OwnQuestionInput, 'revision'>

/** A question of my own; a coach may share it with all their pairs. */
export function OwnQuestion(props: {
  writing: Writing
  phase: Phase
  own: Role
  /** It is not what it was any more: find it again. */
  onBehind: () => void
  /** @param saved the id of the question, or null when nothing was saved */
  onClose: (saved: string | null) => void
}) {
  const { api, language, kept } = useAppContext()
  const questionWords = useTexts(questionTexts)
  const words = questionWords.own
  const { writing, phase, own, onClose } = props
  const { id, question } = writing
  const [missing, setMissing] = useState(false)
  const opened = JSON.stringify(writing)
  useEffect(() => kept.keep(openKey, opened), [kept, opened])
  const close = (saved: string | null) => {
    kept.forget(openKey)
    onClose(saved)
  }
  const saved: Draft = {
    kind: question?.kind ?? 'open',
    text: question?.text[language] ?? '',
    purpose: question?.purpose[language] ?? '',
    theme: question?.theme ?? guessOf('', phase).theme,
    phases: question?.phases ?? [phase],
    depth: question?.depth ?? 'light',
    team: question?.source === 'team',
  }
  const form = useForm<Draft, { revision: number; id: string }>({
    key: `own question ${id}`,
    saved,
    revision: question?.revision ?? 0,
    exists: question !== null,
    send: async (draft, revision) => {
      const written = await api(putOwnQuestion, { params: { ownId: id }, body: { ...draft, revision } })
      return { revision: written.revision ?? revision + 1, id: written.id }
    },
    onSaved: (written) => close(written.id),
    onBehind: props.onBehind,
  })
  const { value, change } = form
  const save = (send: () => Promise<unknown>) => () => {
    const empty = !value.text.trim() || !value.purpose.trim()
    setMissing(empty)
    if (!empty && value.phases.length > 0) void send()
  }
  return (
    <Group name={question ? `${words.change}: ${question.text[language]}` : words.make}>
      <TextField
        label={words.text}
        required
        refusal={missing ? words.missing : null}
        autoFocus
        maxLength={textLimits.ownQuestion}
        value={value.text}
        onChange={(text) => change({ text, ...followed(value, value.text, text, value.phases[0] ?? phase) })}
      />
      <TextField
        label={words.purpose}
        required
        maxLength={textLimits.ownQuestion}
        value={value.purpose}
        onChange={(text) => change({ purpose: text })}
      />
      {own === 'coach' && (
        <Checkbox
          label={words.team}
          checked={value.team}
          onChange={(_e, { checked }) => change({ team: checked === true })}
        />
      )}
      {!value.team && <Quiet>{words.alone}</Quiet>}
      <Fold title={questionWords.rest} isOpen={value.phases.length === 0}>
        <PhasesField
          value={value.phases}
          missing={value.phases.length === 0}
          onChange={(phases) => change({ phases })}
        />
        <SelectField
          label={questionWords.theme}
          value={value.theme}
          options={themes.map((one) => [one, questionWords.themes[one]] as const)}
          onChange={(theme) => change({ theme })}
        />
        <SelectField
          label={words.depth}
          value={value.depth}
          options={depths.map((one) => [one, words.depths[one]] as const)}
          onChange={(depth) => change({ depth })}
        />
        <Checkbox
          label={words.scale}
          checked={value.kind === 'scale'}
          onChange={(_e, { checked }) => change({ kind: checked ? 'scale' : 'open' })}
        />
      </Fold>
      {form.conflict ? (
        <Conflict
          theirs={[
            { label: words.text, text: saved.text },
            { label: words.purpose, text: saved.purpose },
          ]}
          onTheirs={form.discard}
          onMine={save(form.keepMine)}
        />
      ) : (
        <Saving state={form.state} name={question ? words.put : words.add} onSave={save(form.save)}>
          <Button
            onClick={() => {
              form.discard()
              close(null)
            }}
          >
            {words.cancel}
          </Button>
        </Saving>
      )}
    </Group>
  )
}
