import { Field, Textarea } from '@fluentui/react-components'
import { useState } from 'react'
import type { Scale } from '../../../server/contract/scale.ts'
import { NumberScale } from '../../components/NumberScale.tsx'
import { Saving } from '../../components/Saving.tsx'
import { SpecialData } from '../../components/SpecialData.tsx'
import { useSurroundings } from '../../lib/surroundings.tsx'
import { precision } from '../../lib/texts/precision.ts'
import { Conflict } from '../../components/Conflict.tsx'
import { useForm } from '../../components/useForm.ts'
import { higherThan, lowerThan } from './lower.ts'

type Draft = { value: number | null; notLower: string; oneMore: string }

/** My number, and what it asks on: what makes it not a 3, what would be one point more. */
export function ScaleForm(props: {
  path: string
  /** The question: two scales in one step are told apart by it. */
  about: string
  answers: Scale
  onSaved: (answers: Scale) => void
}) {
  const { api, language } = useSurroundings()
  const words = precision[language].scale
  const { path, about, answers, onSaved } = props
  const [missing, setMissing] = useState(false)
  const { mine } = answers
  const saved: Draft = {
    value: mine?.value ?? null,
    notLower: mine?.notLower ?? '',
    oneMore: mine?.oneMore ?? '',
  }
  const form = useForm<Draft, { revision: number; answers: Scale }>({
    key: `scale ${path}`,
    saved,
    revision: mine?.revision ?? 0,
    exists: mine !== null,
    send: async (draft, revision) => {
      const after = await api<Scale>('PUT', path, { ...draft, revision })
      return { revision: after.mine?.revision ?? 0, answers: after }
    },
    onSaved: (answer) => onSaved(answer.answers),
    onBehind: () => void api<Scale>('GET', path).then(onSaved, () => undefined),
  })
  const { value, change } = form
  const number = value.value
  const whole = (save: () => Promise<void>) => () => {
    setMissing(number === null)
    if (number !== null) void save()
  }
  const lower = number === null ? null : lowerThan(number)
  const higher = number === null ? null : higherThan(number)

  return (
    <>
      <NumberScale
        label={words.mine}
        about={about}
        upTo={10}
        legend={words.ends}
        value={number}
        onChange={(chosen) => change({ value: chosen })}
        message={missing && number === null ? words.choose : undefined}
      />
      {number !== null && (
        <>
          <Field label={lower === null ? words.stillHolds : words.notLower(String(number), String(lower))}>
            <Textarea
              resize="vertical"
              rows={2}
              maxLength={500}
              value={value.notLower}
              onChange={(_e, data) => change({ notLower: data.value })}
            />
          </Field>
          <Field label={higher === null ? words.keeps : words.oneMore(String(higher))}>
            <Textarea
              resize="vertical"
              rows={2}
              maxLength={500}
              value={value.oneMore}
              onChange={(_e, data) => change({ oneMore: data.value })}
            />
          </Field>
          <SpecialData folded />
        </>
      )}
      {form.conflict ? (
        <Conflict
          theirs={[
            { label: words.value, text: String(saved.value ?? '') },
            {
              label: lower === null ? words.stillHolds : words.notLower(String(number), String(lower)),
              text: saved.notLower,
            },
            { label: higher === null ? words.keeps : words.oneMore(String(higher)), text: saved.oneMore },
          ]}
          onTheirs={form.discard}
          onMine={whole(form.keepMine)}
        />
      ) : (
        number !== null && (
          <Saving state={form.state} name={words.save} about={about} onSave={whole(form.save)} />
        )
      )}
    </>
  )
}
