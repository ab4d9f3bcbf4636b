import { Button, Field, Radio, RadioGroup, Text, tokens } from '@fluentui/react-components'
import { Suspense, useState } from 'react'
import type { Conversation } from '../../../server/contract/conversation.ts'
import type { Scope } from '../../../server/contract/publication.ts'
import { Waiting } from '../../components/Waiting.tsx'
import { type Failure, failureOf, inWords } from '../../lib/api.ts'
import { useSurroundings } from '../../lib/surroundings.tsx'
import { sharing } from '../../lib/texts/sharing.ts'
import type { Live } from '../live/useLive.ts'
import { Balance } from '../parts-of-steps.ts'
import { PublicationState } from './PublicationState.tsx'
import { Readers } from './Readers.tsx'
import { ReplaceEdited } from './ReplaceEdited.tsx'
import { SummaryView } from './SummaryView.tsx'
import type { Fresh } from '../useFresh.ts'
import { useSummary } from './useSummary.ts'

/** Exactly what will be shared, the choice of how much, finishing, and what became of it. */
export function FinishStep(props: { conversation: Conversation; live: Live; fresh: Fresh }) {
  const { api, texts, language } = useSurroundings()
  const words = texts.finish
  const { conversation, live, fresh } = props
  const { publication, template, pair, scopes } = conversation
  const [chosen, setScope] = useState<Scope>(publication?.scope ?? pair.scope)
  const scope = scopes.includes(chosen) ? chosen : 'commitments-only'
  const [overEdited, setOverEdited] = useState(false)
  const [refused, setRefused] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  const { summary, failure, reread } = useSummary(conversation, scope, live)
  // What may be shared may have changed with what is.
  const again = () => {
    fresh.refresh()
    reread()
  }

  const finish = async () => {
    if (!summary) return
    setBusy(true)
    setRefused(null)
    try {
      const { fingerprint } = summary
      const path = `/api/conversations/${conversation.id}/finish`
      fresh.replace(await api<Conversation>('POST', path, { scope, fingerprint, overEdited }))
      setOverEdited(false)
    } catch (error) {
      setRefused(failureOf(error, texts.unexpected))
      again()
    } finally {
      setBusy(false)
    }
  }
  const empty = summary !== null && summary.steps.length === 0 && summary.commitments.length === 0
  const never = template.steps.filter((step) => step.kind === 'notes' && !step.inSummary)
  const problem = refused ?? failure

  return (
    <>
      {publication && <PublicationState publication={publication} pair={pair} onLook={fresh.refresh} />}
      {scopes.length > 1 ? (
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
      ) : (
        <Text>{sharing[language].commitmentsOnly}</Text>
      )}
      {!summary && !failure && <Waiting words={words.reading} />}
      {empty && <Text>{words.empty}</Text>}
      {summary && !empty && <SummaryView summary={summary} label={words.preview} />}
      {never.length > 0 && (
        <Text size={200}>{words.stays(never.map((step) => step.title[language]).join(', '))}</Text>
      )}
      {publication?.state !== 'superseded' && <Readers conversation={conversation} />}
      {(live.state === 'offline' || live.state === 'unkept') && <Text role="status">{words.unsent}</Text>}
      {problem && (
        <Text role="alert" style={{ color: tokens.colorStatusDangerForeground1 }}>
          {problem.slug === 'summary-changed' ? words.changed : inWords(problem)}
        </Text>
      )}
      {failure && <Button onClick={again}>{texts.retry}</Button>}
      {publication && !publication.handEdited && <Text size={200}>{words.againHint}</Text>}
      {publication?.handEdited && <ReplaceEdited checked={overEdited} onChange={setOverEdited} />}
      <Button
        appearance={publication ? 'secondary' : 'primary'}
        disabledFocusable={busy || !summary || empty}
        onClick={() => void finish()}
      >
        {busy ? texts.saving : publication ? words.again : words.button}
      </Button>
      <Suspense>{publication && <Balance conversation={conversation} />}</Suspense>
    </>
  )
}
