import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { putScale, type Scale } from '../../../server/contract/scale.ts'
import { textLimits } from '../../../server/contract/limits.ts'
import { Failed, Status } from '../../components/basics.tsx'
import { NumberScale } from '../../components/NumberScale.tsx'
import { TextField } from '../../components/TextField.tsx'
import { useAutosave } from '../../components/useAutosave.ts'
import { useAppContext, useTexts } from '../../lib/app-context.tsx'
import { higherThan, lowerThan } from './lower.ts'
import { scaleTexts } from './texts.ts'

type Draft = { value: number | null; notLower: string; oneMore: string }

/** My number, and what it asks on: what makes it not a 3, what would be one point more. It saves itself. */
export function ScaleForm(props: {
  /** The question, and its conversation. */
  params: { conversationId: string; question: string }
  /** The question in words: it distinguishes two scales in one step. */
  about: string
  answers: Scale
  onSaved: (answers: Scale) => void
}) {
  const { api } = useAppContext()
  const words = useTexts(scaleTexts)
  const { params, about, answers, onSaved } = props
  const { mine } = answers
  const { value, state, change, flush } = useAutosave<Draft>({
    key: `scale ${params.conversationId} ${params.question}`,
    saved: mine ?? { value: null, notLower: '', oneMore: '' },
    isWhole: (draft) => draft.value !== null,
    send: async ({ value: chosen, notLower, oneMore }) => {
      if (chosen === null) return
      onSaved(await api(putScale, { params, body: { value: chosen, notLower, oneMore } }))
    },
  })
  const number = value.value
  const lower = number === null ? null : lowerThan(number)
  const higher = number === null ? null : higherThan(number)
  const more = higher === null ? words.keeps : words.oneMore(String(higher))
  // A second question, for who asks for it.
  const [asks, setAsks] = useState(false)

  return (
    <div onBlur={flush} style={{ display: 'contents' }}>
      <NumberScale
        label={words.mine}
        about={about}
        // Whoever gave a number has read what they mean.
        legend={number === null ? words.ends : []}
        value={number}
        onChange={(chosen) => change({ value: chosen })}
      />
      {number !== null && (
        <>
          <TextField
            label={lower === null ? words.stillHolds : words.notLower(String(number), String(lower))}
            rows={1}
            maxLength={textLimits.short}
            value={value.notLower}
            onChange={(text) => change({ notLower: text })}
          />
          {asks || value.oneMore !== '' ? (
            <TextField
              label={more}
              rows={1}
              maxLength={textLimits.short}
              autoFocus={asks}
              value={value.oneMore}
              onChange={(text) => change({ oneMore: text })}
            />
          ) : (
            <Button
              appearance="subtle"
              size="small"
              style={{ justifySelf: 'start', minWidth: 0, minHeight: '24px', padding: 0 }}
              onClick={() => setAsks(true)}
            >
              {higher === null ? words.asksKeeps : words.asksMore}
            </Button>
          )}
        </>
      )}
      {state === 'offline' && <Status>{words.offline}</Status>}
      {typeof state === 'object' && <Failed>{state.failed}</Failed>}
    </div>
  )
}
