import { Button, Checkbox, Field, Switch, Text, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { finishConversation, type Conversation } from '../../../server/contract/conversation.ts'
import type { Scope } from '../../../server/contract/publication.ts'
import { Failed, Heading } from '../../components/basics.tsx'
import { Waiting } from '../../components/Waiting.tsx'
import { inWords } from '../../lib/api.ts'
import { useAppContext, useTexts } from '../../lib/app-context.tsx'
import { dayOfInstantInWords } from '../../lib/dates.ts'
import { commonTexts } from '../../lib/texts.ts'
import { useAction } from '../../lib/useAction.ts'
import { AtFoot, View } from '../frame/view.tsx'
import { useUnsaid } from '../follow-up/useUnsaid.ts'
import type { Live } from '../live/useLive.ts'
import type { Fresh } from '../useFresh.ts'
import type { Finishing } from './finishing.ts'
import { Folded } from './Folded.tsx'
import { Readers } from './Readers.tsx'
import { SummaryView } from './SummaryView.tsx'
import { useAudience } from './useAudience.ts'
import { useSummary } from './useSummary.ts'
import { sharingTexts } from './texts.ts'

const useStyles = makeStyles({
  // As high as two lines, for the day comes in a moment later.
  title: { minHeight: '44px' },
  switch: { justifyContent: 'space-between' },
  who: { color: tokens.colorNeutralForeground2 },
  link: {
    minHeight: '24px',
    minWidth: 0,
    padding: `0 ${tokens.spacingHorizontalXXS}`,
    fontWeight: tokens.fontWeightRegular,
    textDecorationLine: 'underline',
    alignSelf: 'flex-start',
  },
})

/** Exactly what goes into the invite, with or without the summary, and finishing. */
export function FinishForm(props: {
  conversation: Conversation
  live: Live
  fresh: Fresh
  finishing: Finishing
  /** Goes to the follow-up; null: this conversation has none. */
  onFollowUp: (() => void) | null
}) {
  const { api, language } = useAppContext()
  const common = useTexts(commonTexts)
  const words = useTexts(sharingTexts)
  const styles = useStyles()
  const { conversation, live, fresh, finishing, onFollowUp } = props
  const unsaid = useUnsaid(conversation, live.session)
  const { publication, template, pair, scopes } = conversation
  const [chosen, setScope] = useState<Scope>(publication?.scope ?? pair.scope)
  const scope = scopes.includes(chosen) ? chosen : 'commitments-only'
  const [overEdited, setOverEdited] = useState(false)
  const [isReaders, setReaders] = useState(false)
  const { busy, failure: refused, run } = useAction()
  const { summary, failure, reread } = useSummary(conversation, scope, live)
  const audience = useAudience(conversation)
  // The choice of what to share may have changed too.
  const again = () => {
    fresh.refresh()
    void reread()
  }
  const finish = async () => {
    if (!summary) return
    const { fingerprint } = summary
    const params = { conversationId: conversation.id }
    const isDone = await run(async () => {
      const finished = await api(finishConversation, { params, body: { scope, fingerprint, overEdited } })
      finishing.onFinish()
      fresh.replace(finished)
    })
    if (!isDone) again()
  }
  const empty = summary !== null && summary.steps.length === 0 && summary.commitments.length === 0
  const never = template.steps.filter((step) => step.kind === 'notes' && !step.inSummary)
  const problem = refused ?? failure
  const next = audience.audience?.next
  const day = next && dayOfInstantInWords(next.start, language, undefined)

  return (
    <>
      <Heading size={400} className={styles.title}>
        {day ? words.into(day) : words.intoNext}
      </Heading>
      {!summary && !failure && <Waiting words={words.reading} />}
      {empty && <Text>{words.empty}</Text>}
      {summary && !empty && (
        <Folded more={words.readAll}>
          <SummaryView summary={summary} label={words.preview} />
        </Folded>
      )}
      {scopes.length > 1 ? (
        <Switch
          className={styles.switch}
          label={words.withSummary}
          labelPosition="before"
          checked={scope === 'summary-and-commitments'}
          onChange={(_e, { checked }) => setScope(checked ? 'summary-and-commitments' : 'commitments-only')}
        />
      ) : (
        <Text size={200}>{words.commitmentsOnly}</Text>
      )}
      <Text size={200} className={styles.who}>
        {never.length > 0 && `${words.stays(never.map((step) => step.title[language]).join(', '))} `}
        <Button
          size="small"
          appearance="transparent"
          className={styles.link}
          onClick={() => setReaders(true)}
        >
          {words.who}
        </Button>
      </Text>
      {unsaid > 0 && onFollowUp && (
        <Button size="small" appearance="transparent" className={styles.link} onClick={onFollowUp}>
          {words.unsaid(unsaid)}
        </Button>
      )}
      {(live.state === 'offline' || live.state === 'unkept') && <Text role="status">{words.unsent}</Text>}
      {problem && <Failed>{problem.slug === 'summary-changed' ? words.changed : inWords(problem)}</Failed>}
      {failure && <Button onClick={again}>{common.retry}</Button>}
      {publication?.handEdited && (
        <Field hint={words.overEditedHint}>
          <Checkbox
            label={words.overEdited}
            checked={overEdited}
            onChange={(_e, { checked }) => setOverEdited(checked === true)}
          />
        </Field>
      )}
      <AtFoot>
        <Button
          appearance="primary"
          disabledFocusable={busy || !summary || empty}
          onClick={() => void finish()}
        >
          {busy ? common.saving : words.button}
        </Button>
      </AtFoot>
      {isReaders && (
        <View title={words.readers.title} onBack={() => setReaders(false)}>
          <Readers conversation={conversation} {...audience} />
        </View>
      )}
    </>
  )
}
