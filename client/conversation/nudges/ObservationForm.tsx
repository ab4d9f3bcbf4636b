import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { stepText } from '../../../server/contract/live.ts'
import { Failed } from '../../components/basics.tsx'
import { TextField } from '../../components/TextField.tsx'
import { useAppContext, useTexts } from '../../lib/app-context.tsx'
import { View } from '../frame/view.tsx'
import type { Session } from '../live/session.ts'
import { noObservation, observationParts, paragraphOf } from './observation.ts'
import { nudgeTexts } from './texts.ts'
import { liveTexts } from '../live/texts.ts'
import { textLimits } from '../../../server/contract/limits.ts'

/** Four short fields that become one paragraph at the end of the notes. Nobody sees it before that. */
export function ObservationForm(props: {
  session: Session
  stepId: string
  conversationId: string
  onClose: (added: boolean) => void
}) {
  const { kept } = useAppContext()
  const live = useTexts(liveTexts)
  const words = useTexts(nudgeTexts).observation
  const { session, stepId, onClose } = props
  const key = `observation ${props.conversationId} ${stepId}`
  const [value, setValue] = useState(() => kept.recallAs(key, noObservation))
  const [refused, setRefused] = useState<string | null>(null)

  const change = (part: Partial<typeof value>) => {
    const next = { ...value, ...part }
    kept.keep(key, JSON.stringify(next))
    setValue(next)
    setRefused(null)
  }
  const add = () => {
    const paragraph = paragraphOf(value, words.labels)
    const shared = session.document.getText(stepText(stepId))
    const lead = shared.length > 0 ? '\n' : ''
    if (!paragraph) return setRefused(words.empty)
    if (shared.length + lead.length + paragraph.length > textLimits.step)
      return setRefused(live.tooLong(textLimits.step))
    shared.insert(shared.length, lead + paragraph)
    kept.forget(key)
    onClose(true)
  }
  return (
    <View title={words.title} onBack={() => onClose(false)}>
      {observationParts.map((part, at) => (
        <TextField
          key={part}
          label={words.labels[part]}
          autoFocus={at === 0}
          rows={2}
          placeholder={words[part]}
          maxLength={textLimits.observation}
          value={value[part]}
          onChange={(text) => change({ [part]: text })}
        />
      ))}
      {refused && <Failed>{refused}</Failed>}
      <Button appearance="primary" onClick={add}>
        {words.add}
      </Button>
    </View>
  )
}
