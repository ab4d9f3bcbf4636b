import {
  Button,
  Field,
  MessageBar,
  MessageBarBody,
  Radio,
  RadioGroup,
  Text,
  tokens,
} from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import type { Conversation, Summary } from '../../server/contract/conversation.ts'
import type { Scope } from '../../server/contract/publication.ts'
import { failureOf, type Failure } from '../lib/api.ts'
import { useSurroundings } from '../lib/surroundings.tsx'
import { publicationWords } from './publication-words.ts'
import { SummaryView } from './SummaryView.tsx'

/** Asked again while the worker writes; milliseconds. */
const patience = 1500

/** Exactly what will be shared, the choice of how much, finishing, and what became of it. */
export function FinishStep(props: {
  conversation: Conversation
  onChanged: () => void
  onReplaced: (conversation: Conversation) => void
}) {
  const { api, texts, language } = useSurroundings()
  const words = texts.finish
  const { conversation, onChanged } = props
  const { publication } = conversation
  const [scope, setScope] = useState<Scope>(publication?.scope ?? 'summary-and-commitments')
  const [summary, setSummary] = useState<Summary | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  const path = `/api/conversations/${conversation.id}`

  useEffect(() => {
    let current = true
    api<Summary>('GET', `${path}/summary?scope=${scope}`).then(
      (found) => current && setSummary(found),
      (error: unknown) => current && setFailure(failureOf(error, texts.unexpected)),
    )
    return () => {
      current = false
    }
    // Read anew whenever the conversation was, since the other may have typed on.
  }, [api, path, scope, conversation, texts])

  const waiting = publication?.reason === 'queued'
  useEffect(() => {
    if (!waiting) return
    const timer = setInterval(onChanged, patience)
    return () => clearInterval(timer)
  }, [waiting, onChanged])

  const finish = async () => {
    if (!summary) return
    setBusy(true)
    setFailure(null)
    try {
      props.onReplaced(
        await api<Conversation>('POST', `${path}/finish`, { scope, fingerprint: summary.fingerprint }),
      )
    } catch (error) {
      const found = failureOf(error, texts.unexpected)
      setFailure(found)
      if (found.slug === 'summary-changed')
        setSummary(await api<Summary>('GET', `${path}/summary?scope=${scope}`))
    } finally {
      setBusy(false)
    }
  }
  const empty = summary !== null && summary.steps.length === 0 && summary.commitments.length === 0

  return (
    <>
      {publication && (
        <MessageBar intent={publication.state === 'published' ? 'success' : 'info'} layout="multiline">
          <MessageBarBody>
            <Text weight="semibold">{words.done}</Text>
            <Text block role="status">
              {publicationWords(publication, texts, language)}
            </Text>
          </MessageBarBody>
        </MessageBar>
      )}
      <Field label={words.scope}>
        <RadioGroup
          value={scope}
          onChange={(_e, { value }) =>
            setScope(value === 'commitments-only' ? value : 'summary-and-commitments')
          }
        >
          <Radio value="summary-and-commitments" label={words.full} />
          <Radio value="commitments-only" label={words.only} />
        </RadioGroup>
      </Field>
      <Text size={200}>{words.readers}</Text>
      {empty ? <Text>{words.empty}</Text> : summary && <SummaryView summary={summary} />}
      {failure && (
        <Text role="alert" style={{ color: tokens.colorStatusDangerForeground1 }}>
          {failure.slug === 'summary-changed' ? words.changed : `${failure.title}. ${failure.detail}`}
        </Text>
      )}
      <Button
        appearance="primary"
        disabledFocusable={busy || !summary || empty}
        onClick={() => void finish()}
      >
        {publication ? words.again : words.button}
      </Button>
    </>
  )
}
