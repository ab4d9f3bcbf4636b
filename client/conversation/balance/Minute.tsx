import { Button, Field, Select, Text } from '@fluentui/react-components'
import { TimerRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { BalanceAnswer, CoachMinute } from '../../../server/contract/balance.ts'
import { Group } from '../../components/Group.tsx'
import { Saving } from '../../components/Saving.tsx'
import { useSurroundings } from '../../lib/surroundings.tsx'
import { balance } from '../../lib/texts/balance.ts'
import { Conflict } from '../../components/Conflict.tsx'
import { privacy } from '../../lib/texts/privacy.ts'
import { Tip } from '../tips/Tip.tsx'
import { useForm } from '../../components/useForm.ts'

type Draft = Omit<CoachMinute, 'revision' | 'unreadable'>
const blank: Draft = { talked: null, asked: null, listened: null, summarised: null, frames: null }
const points = ['asked', 'listened', 'summarised', 'frames'] as const

const shares = [10, 20, 30, 40, 50, 60, 70, 80, 90]
const marks = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]

type Props = { path: string; minute: CoachMinute | null; onSaid: (said: BalanceAnswer) => void }

/** The coach's own minute: unfolded when they take it. */
export function Minute(props: Props) {
  const { language } = useSurroundings()
  const words = balance[language].minute
  const [open, setOpen] = useState(props.minute !== null)
  if (open) return <MinuteForm {...props} />
  return (
    <Button icon={<TimerRegular />} style={{ alignSelf: 'flex-start' }} onClick={() => setOpen(true)}>
      {words.open}
    </Button>
  )
}

function MinuteForm({ path, minute, onSaid }: Props) {
  const { api, language } = useSurroundings()
  const words = balance[language].minute
  const saved: Draft = minute ? draftOf(minute) : blank
  const form = useForm<Draft, { revision: number; said: BalanceAnswer }>({
    key: `minute ${path}`,
    saved,
    revision: minute?.revision ?? 0,
    exists: minute !== null,
    send: async (draft, revision) => {
      const said = await api<BalanceAnswer>('PUT', `${path}/minute`, { ...draft, revision })
      return { revision: said.minute?.revision ?? 0, said }
    },
    onSaved: ({ said }) => onSaid(said),
    onBehind: () => void api<BalanceAnswer>('GET', `${path}/balance`).then(onSaid, () => undefined),
  })
  const { value, change } = form
  const share = (talked: number | null) => (talked === null ? words.unknown : `${talked}%`)
  const choice = (
    label: string,
    field: keyof Draft,
    numbers: number[],
    none: string,
    unit = '',
    hint = '',
  ) => (
    <Field key={field} label={label} {...(hint ? { hint } : {})}>
      <Select
        value={String(value[field] ?? '')}
        onChange={(_e, data) => change({ [field]: data.value ? Number(data.value) : null })}
      >
        <option value="">{none}</option>
        {numbers.map((one) => (
          <option key={one} value={one}>{`${one}${unit}`}</option>
        ))}
      </Select>
    </Field>
  )
  return (
    <Group name={words.title}>
      <Text as="h2" size={300} weight="semibold" style={{ margin: 0 }}>
        {words.title}
      </Text>
      <Tip id="minute" />
      <Text size={200}>{words.hint}</Text>
      {minute?.unreadable && <Text role="status">{privacy[language].unreadableMine}</Text>}
      {choice(words.talked, 'talked', shares, words.unknown, '%')}
      {value.talked !== null && <Text size={200}>{words.aim(share(value.talked))}</Text>}
      {points.map((field) => choice(words[field], field, marks, words.none, '', words.ends[field]))}
      {form.conflict ? (
        <Conflict
          theirs={[
            { label: words.talked, text: share(saved.talked) },
            ...points.map((field) => ({ label: words[field], text: String(saved[field] ?? '') })),
          ]}
          onTheirs={form.discard}
          onMine={() => void form.keepMine()}
        />
      ) : (
        <Saving state={form.state} name={words.save} onSave={() => void form.save()} />
      )}
    </Group>
  )
}

const draftOf = ({ talked, asked, listened, summarised, frames }: CoachMinute): Draft => ({
  talked,
  asked,
  listened,
  summarised,
  frames,
})
