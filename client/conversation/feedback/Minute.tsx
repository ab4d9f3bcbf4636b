import { Button, Text } from '@fluentui/react-components'
import { useRef, useState } from 'react'
import {
  putReflection,
  type CoachReflection,
  type FeedbackAnswer,
} from '../../../server/contract/feedback.ts'
import { Failed } from '../../components/basics.tsx'
import { sentenceOf } from '../../lib/api.ts'
import { useAppContext, useTexts } from '../../lib/app-context.tsx'
import { privacyTexts } from '../../lib/privacy-texts.ts'
import { saidTexts } from '../../lib/said-texts.ts'
import { View } from '../frame/view.tsx'
import { TapRow } from './TapRow.tsx'
import { minuteTexts } from './texts.ts'

type Draft = Omit<CoachReflection, 'revision' | 'unreadable'>
const blank: Draft = { talked: null, asked: null, listened: null, summarised: null, frames: null }
const points = ['asked', 'listened', 'summarised', 'frames'] as const

const shares = [10, 20, 30, 40, 50, 60, 70, 80, 90]
const marks = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]

type Props = {
  conversationId: string
  reflection: CoachReflection | null
  onSaid: (said: FeedbackAnswer) => void
  /** It was changed on another device: what is shown is not what stands. */
  onBehind: () => void
}

/** The coach's own reflection: five rows to tap in, each tap saved. */
export function Minute(props: Props) {
  const words = useTexts(minuteTexts)
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button appearance="subtle" onClick={() => setOpen(true)}>
        {words.open}
      </Button>
      {isOpen && (
        <View title={words.open} onBack={() => setOpen(false)}>
          <Rows {...props} />
        </View>
      )}
    </>
  )
}

function Rows({ conversationId, reflection, onSaid, onBehind }: Props) {
  const { api, language } = useAppContext()
  const privacy = useTexts(privacyTexts)
  const words = { ...useTexts(minuteTexts), ...useTexts(saidTexts).reflection }
  const [tapped, setTapped] = useState<Partial<Draft>>({})
  const [failed, setFailed] = useState<string | null>(null)
  const sending = useRef(Promise.resolve())
  const stored = useRef(reflection)
  const shown: Draft = { ...(reflection ?? blank), ...tapped }

  // One after the other, for each builds on the one before.
  const tap = (part: Partial<Draft>) => {
    setTapped((now) => ({ ...now, ...part }))
    setFailed(null)
    sending.current = sending.current.then(async () => {
      const { talked, asked, listened, summarised, frames } = stored.current ?? blank
      const body = { talked, asked, listened, summarised, frames, ...part }
      try {
        const said = await api(putReflection, {
          params: { conversationId },
          body: { ...body, revision: stored.current?.revision ?? 0 },
        })
        stored.current = said.reflection
        onSaid(said)
      } catch (error) {
        setFailed(sentenceOf(error, language))
        setTapped({})
        onBehind()
      }
    })
  }
  return (
    <>
      <Text size={200}>{words.hint}</Text>
      {reflection?.unreadable && <Text role="status">{privacy.unreadableMine}</Text>}
      <TapRow
        label={words.talked}
        numbers={shares}
        unit="%"
        value={shown.talked}
        onTap={(talked) => tap({ talked })}
      />
      {points.map((point) => (
        <TapRow
          key={point}
          label={words[point]}
          numbers={marks}
          ends={words.ends[point]}
          value={shown[point]}
          onTap={(value) => tap({ [point]: value })}
        />
      ))}
      {failed && <Failed>{failed}</Failed>}
    </>
  )
}
