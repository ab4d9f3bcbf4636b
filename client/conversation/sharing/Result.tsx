import { Button, Text, makeStyles, tokens } from '@fluentui/react-components'
import { CheckmarkCircleRegular, ClockRegular } from '@fluentui/react-icons'
import { Suspense, useEffect, useState } from 'react'
import type { Conversation } from '../../../server/contract/conversation.ts'
import type { Publication } from '../../../server/contract/publication.ts'
import { isolated } from '../../../server/contract/isolated.ts'
import { Heading, List, Quiet } from '../../components/basics.tsx'
import { useAppContext, useTexts } from '../../lib/app-context.tsx'
import { dayInWords, dayOf } from '../../lib/dates.ts'
import { every } from '../../lib/suspension.ts'
import { firstName } from '../../../server/contract/first-name.ts'
import { otherOf } from '../../lib/pair.ts'
import { Feedback } from '../parts-of-steps.ts'
import { View } from '../frame/view.tsx'
import { conversationTexts } from '../texts.ts'
import type { Fresh } from '../useFresh.ts'
import type { Finishing } from './finishing.ts'
import { LookBack } from './LookBack.tsx'
import { publicationWords } from './publication-words.ts'
import { sharingTexts } from './texts.ts'

/** How long between two looks, in milliseconds: while it is being written, and while it waits for something. */
const looks = { writing: 1500, waiting: 15_000 }

const useStyles = makeStyles({
  root: { display: 'grid', justifyItems: 'center', gap: tokens.spacingVerticalS, textAlign: 'center' },
  mark: { fontSize: '40px', display: 'flex' },
  done: { color: tokens.colorStatusSuccessForeground1 },
  waits: { color: tokens.colorNeutralForeground2 },
  made: {
    width: '100%',
    boxSizing: 'border-box',
    padding: tokens.spacingHorizontalM,
    textAlign: 'start',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
})

/** The result of a finished conversation. It reads the publication again as long as that may change. */
export function Result(props: {
  conversation: Conversation
  publication: Publication
  fresh: Fresh
  finishing: Finishing
  onNotes: (() => void) | null
}) {
  const { language, PlanNext } = useAppContext()
  const words = useTexts(sharingTexts)
  const { otherFinished } = useTexts(conversationTexts)
  const styles = useStyles()
  const { conversation, publication, fresh, finishing, onNotes } = props
  const { pair, commitments, became, meeting, now } = conversation
  const { refresh } = fresh
  // A person who has just planned reads when it will be, also when the section has gone into it.
  const [planned, setPlanned] = useState(false)
  const { state, reason } = publication
  const isDone = state === 'superseded' || (state === 'published' && reason === null)
  const pause = isDone ? null : !reason || reason === 'queued' ? looks.writing : looks.waiting
  useEffect(() => {
    if (pause !== null) return every(pause, refresh)
  }, [pause, refresh])

  const otherName = otherOf(pair).name
  const isOver = now >= meeting.end
  const today = dayOf(now, undefined)
  const { title, lines } = publicationWords(publication, language, otherName)
  return (
    <div className={styles.root}>
      <span className={styles.mark} aria-hidden>
        {isDone ? (
          <CheckmarkCircleRegular className={styles.done} />
        ) : (
          <ClockRegular className={styles.waits} />
        )}
      </span>
      <div role="status">
        <Heading size={400} block>
          {title}
        </Heading>
        {lines.map((line) => (
          <Text key={line} block align="center">
            {line}
          </Text>
        ))}
      </div>
      {finishing.by === 'other' && <Quiet>{otherFinished(firstName(otherName))}</Quiet>}
      {(reason === 'no-next-meeting' || planned) && (
        <Suspense fallback={null}>
          <PlanNext
            pairId={pair.id}
            otherName={otherName}
            View={View}
            onPlanned={() => {
              setPlanned(true)
              refresh()
            }}
          />
        </Suspense>
      )}
      {commitments.length > 0 && (
        <div className={styles.made}>
          <List gap={tokens.spacingVerticalS}>
            {commitments.map(({ id, owner, what, due }) => {
              const name = firstName(pair[owner].name)
              const status = became.find(({ commitmentId }) => commitmentId === id)?.status ?? 'open'
              const isReminded = due !== null && due >= today && status === 'open'
              const lines = [
                ...(isOver ? [words.now[status]] : []),
                ...(isReminded ? [words.reminds(name, dayInWords(due, language))] : []),
              ]
              return (
                <li key={id}>
                  <Text weight="semibold">{`${isolated(name)}: ${isolated(what)}`}</Text>
                  {lines.length > 0 && <Quiet>{lines.join(' · ')}</Quiet>}
                </li>
              )
            })}
          </List>
        </div>
      )}
      {isOver && <LookBack conversation={conversation} onNotes={onNotes} />}
      <Suspense>
        <Feedback conversation={conversation} />
      </Suspense>
      <Button appearance="subtle" onClick={finishing.onChange}>
        {words.change}
      </Button>
    </div>
  )
}
