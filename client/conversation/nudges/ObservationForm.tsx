import { Button, Field, Text, Textarea, tokens } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import { stepText, stepTextLimit } from '../../../server/contract/live.ts'
import { Group } from '../../components/Group.tsx'
import { SpecialData } from '../../components/SpecialData.tsx'
import { forget, keep, recallAs } from '../../lib/kept.ts'
import { useSurroundings } from '../../lib/surroundings.tsx'
import { precision } from '../../lib/texts/precision.ts'
import type { Session } from '../live/session.ts'
import { noObservation, observationParts, paragraphOf } from './observation.ts'

/** Four short fields that become one paragraph at the end of the notes. Nobody sees it before that. */
export function ObservationForm(props: {
  session: Session
  stepId: string
  conversationId: string
  onClose: (added: boolean) => void
}) {
  const { texts, language } = useSurroundings()
  const words = precision[language].observation
  const { session, stepId, onClose } = props
  const key = `observation ${props.conversationId} ${stepId}`
  const [value, setValue] = useState(() => recallAs(key, noObservation))
  const [refused, setRefused] = useState<string | null>(null)
  const first = useRef<HTMLTextAreaElement>(null)
  useEffect(() => first.current?.focus(), [])

  const change = (part: Partial<typeof value>) => {
    const next = { ...value, ...part }
    keep(key, JSON.stringify(next))
    setValue(next)
    setRefused(null)
  }
  const add = () => {
    const paragraph = paragraphOf(value, words.labels)
    const shared = session.document.getText(stepText(stepId))
    const lead = shared.length > 0 ? '\n' : ''
    if (!paragraph) return setRefused(words.empty)
    if (shared.length + lead.length + paragraph.length > stepTextLimit)
      return setRefused(texts.live.tooLong(stepTextLimit))
    shared.insert(shared.length, lead + paragraph)
    forget(key)
    onClose(true)
  }
  return (
    <Group name={words.title}>
      <Text as="h2" size={300} weight="semibold" style={{ margin: 0 }}>
        {words.title}
      </Text>
      {observationParts.map((part, at) => (
        <Field key={part} label={words.labels[part]} hint={words[part]}>
          <Textarea
            resize="vertical"
            rows={2}
            maxLength={1000}
            value={value[part]}
            {...(at === 0 ? { ref: first } : {})}
            onChange={(_e, data) => change({ [part]: data.value })}
          />
        </Field>
      ))}
      <SpecialData folded />
      {refused && (
        <Text role="alert" style={{ color: tokens.colorStatusDangerForeground1 }}>
          {refused}
        </Text>
      )}
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS }}>
        <Button appearance="primary" onClick={add}>
          {words.add}
        </Button>
        <Button onClick={() => onClose(false)}>{words.close}</Button>
      </div>
    </Group>
  )
}
