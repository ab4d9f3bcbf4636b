import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Conversation } from '../../server/contract/conversation.ts'
import { Status } from '../components/basics.tsx'
import type { Host } from '../hosts/host.ts'
import { firstName } from '../../server/contract/first-name.ts'
import { otherOf, otherRole } from '../lib/pair.ts'
import { useAppContext, useTexts } from '../lib/app-context.tsx'
import { Footer } from './frame/Footer.tsx'
import { Header } from './frame/Header.tsx'
import { isTimeToCommit } from './frame/time.ts'
import { useOtherFinished } from './frame/useOtherFinished.ts'
import { useTime } from './frame/useTime.ts'
import { Frame, useCover, type ViewName } from './frame/view.tsx'
import { useLive } from './live/useLive.ts'
import { useQuiet } from './nudges/useQuiet.ts'
import { Choosing, EligibilityMessage, Info, loadParts, OwnNotes, PastStep } from './parts.ts'
import { SpecialDataOnce } from './frame/SpecialDataOnce.tsx'
import { StepBody } from './StepBody.tsx'
import { useTip } from './tips/useTip.ts'
import type { Fresh } from './useFresh.ts'
import { useWhere } from './useWhere.ts'
import { placesOf, progressOf, type Where } from './where.ts'
import { conversationTexts } from './texts.ts'

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    // A page may have a line of its own above it.
    minHeight: 'calc(100vh - var(--groei-above, 0px))',
    maxWidth: '560px',
    marginInline: 'auto',
    overflowWrap: 'anywhere',
  },
  covered: { display: 'none' },
  layer: { maxWidth: '560px', marginInline: 'auto', overflowWrap: 'anywhere' },
  body: {
    flex: 1,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalM,
    // A status without words takes no room.
    '& > [role="status"]:empty': { position: 'absolute' },
  },
  news: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    padding: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalXS}`,
  },
})

/** The steps of the template, freely navigable, and behind them what will be shared: one at a time in a fixed frame. */
export function Steps(props: { conversation: Conversation; host: Host; fresh: Fresh }) {
  const { conversation, host, fresh } = props
  const { pair, template } = conversation
  const { language } = useAppContext()
  const words = useTexts(conversationTexts)
  const styles = useStyles()
  const heading = useRef<HTMLButtonElement>(null)
  const { where, changed, go, watch } = useWhere(conversation, host.place, heading)
  const [isChanging, setChanging] = useState(false)
  const finished = useOtherFinished(conversation.state, () => go(null))
  const places = placesOf(conversation, where)
  const at = places.indexOf(where)
  const stepOf = (id: Where) => template.steps.find((one) => one.id === id)
  const step = stepOf(where)
  const live = useLive(conversation, host, where, fresh.refresh)
  const other = {
    ...otherOf(pair),
    presence: live.others.find(({ role }) => role === otherRole(pair.myRole)),
  }
  const time = useTime(conversation)
  const over = pair.ended !== null

  const [idle, setIdle] = useState(false)
  useEffect(() => loadParts(() => setIdle(true)), [])
  const tip = useTip(conversation, step, idle && !over)

  const [view, show] = useState<ViewName | null>(null)
  const { isCovered, cover, onFocus } = useCover()
  const [layer, setLayer] = useState<HTMLElement | null>(null)
  const [foot, setFoot] = useState<HTMLElement | null>(null)
  const frame = useMemo(() => ({ layer, foot, cover, view, show }), [layer, foot, cover, view])
  const leave = useCallback(() => show(null), [])

  const isResult = conversation.state === 'finished' && !isChanging
  const title = (id: Where) => stepOf(id)?.title[language] ?? (isResult ? words.finished : words.sharing)
  const steps = places.map((id) => ({
    id,
    title: title(id),
    kind: stepOf(id)?.kind ?? null,
    minutes: stepOf(id)?.minutes ?? null,
    here: id !== null && other.presence?.step === id ? firstName(other.name) : null,
  }))
  const progress = progressOf(conversation, places, where)
  const next = places[at + 1]
  const onward = next === undefined ? null : { title: title(next), run: () => go(next) }

  const commitments = template.steps.find(({ kind }) => kind === 'commitments')
  const [isCued, beCued] = useQuiet(`time to commit ${conversation.id}`)
  const wantsCommitment =
    !isCued &&
    !over &&
    conversation.state === 'open' &&
    conversation.commitments.length === 0 &&
    where !== null &&
    commitments !== undefined &&
    commitments.id !== where &&
    isTimeToCommit(time)
  const commit = () => {
    beCued()
    if (commitments) go(commitments.id)
  }

  return (
    <Frame value={frame}>
      <div
        className={isCovered ? styles.covered : styles.root}
        onFocus={onFocus}
        onInput={finished.onInput}
        // Before an editor takes it for a new line.
        onKeyDownCapture={(event) => {
          if (event.key !== 'Enter' || !event.ctrlKey || isCovered || !onward) return
          event.preventDefault()
          event.stopPropagation()
          onward.run()
        }}
      >
        <Header
          steps={steps}
          at={at}
          position={where !== null && progress.passed > 0 ? { at: progress.passed, of: progress.of } : null}
          progress={progress}
          time={conversation.state === 'open' ? time : null}
          meeting={conversation.meeting}
          live={live}
          isIdle={idle}
          other={other}
          template={{
            title: template.title[language],
            onChange: over || conversation.state === 'finished' ? null : () => show('templates'),
          }}
          heading={heading}
          onGo={go}
          news={
            finished.isNews &&
            where !== null && (
              <div className={styles.news}>
                <Status>{words.otherFinished(firstName(other.name))}</Status>
                <Button
                  size="small"
                  onClick={() => {
                    finished.looked()
                    go(null)
                  }}
                >
                  {words.look}
                </Button>
              </div>
            )
          }
        />
        <main className={styles.body} {...watch}>
          {over ? (
            <Suspense>
              <PastStep step={step} conversation={conversation} live={live} />
            </Suspense>
          ) : (
            <StepBody
              step={step}
              conversation={conversation}
              live={live}
              fresh={fresh}
              onGo={go}
              finishing={{
                isResult,
                by: finished.finishedBy,
                onFinish: () => {
                  finished.finishing()
                  setChanging(false)
                },
                onChange: () => setChanging(true),
              }}
            />
          )}
        </main>
        <Footer
          isNew={tip !== null}
          onCommit={wantsCommitment ? commit : null}
          next={onward}
          setFoot={setFoot}
        >
          <Suspense>
            {conversation.eligibility !== 'one-on-one' && (
              <EligibilityMessage eligibility={conversation.eligibility} declined={conversation.declined} />
            )}
          </Suspense>
          <Suspense>
            {idle && !over && (
              <Choosing
                conversation={conversation}
                session={live.session}
                stepId={where}
                changed={changed}
                onChosen={fresh.replace}
              />
            )}
          </Suspense>
          {idle && !over && step && <SpecialDataOnce />}
        </Footer>
        <Suspense>
          {view === 'note' && <OwnNotes conversationId={conversation.id} readOnly={over} onBack={leave} />}
          {view === 'info' && <Info conversation={conversation} step={step} tip={tip} onBack={leave} />}
        </Suspense>
      </div>
      <div ref={setLayer} className={styles.layer} />
    </Frame>
  )
}
