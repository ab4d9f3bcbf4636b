import { Button, Text, makeStyles, tokens } from '@fluentui/react-components'
import { useId, useState } from 'react'
import { getShared, type Conversation } from '../../../server/contract/conversation.ts'
import { isolated } from '../../../server/contract/isolated.ts'
import { firstName } from '../../../server/contract/first-name.ts'
import type { Question } from '../../../server/contract/question.ts'
import { getScale } from '../../../server/contract/scale.ts'
import { Heading, List, Quiet } from '../../components/basics.tsx'
import { Group } from '../../components/Group.tsx'
import { Waiting } from '../../components/Waiting.tsx'
import { inWords } from '../../lib/api.ts'
import { useAppContext, useTexts } from '../../lib/app-context.tsx'
import { otherOf } from '../../lib/pair.ts'
import { useQuery } from '../../lib/query.ts'
import { followUpTexts } from '../follow-up/texts.ts'
import { Folded } from './Folded.tsx'
import { SummaryView } from './SummaryView.tsx'
import { sharingTexts } from './texts.ts'

/** A conversation that ended longer ago than this is opened to be read; milliseconds. */
const longAgo = 12 * 60 * 60_000

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalS, width: '100%', textAlign: 'start' },
  button: { justifySelf: 'center' },
})

type Props = { conversation: Conversation; onNotes: (() => void) | null }

/**
 * All that a conversation left behind besides its commitments: what was shared and followed up, the
 * numbers of both, and its notes.
 */
export function LookBack({ conversation, onNotes }: Props) {
  const words = useTexts(sharingTexts)
  const styles = useStyles()
  const id = useId()
  const { now, meeting } = conversation
  const [isOpen, setOpen] = useState(() => Date.parse(now) - Date.parse(meeting.end) > longAgo)
  return (
    <div className={styles.root}>
      <Button
        appearance="subtle"
        className={styles.button}
        aria-expanded={isOpen}
        {...(isOpen ? { 'aria-controls': id } : {})}
        onClick={() => setOpen(!isOpen)}
      >
        {words.lookBack}
      </Button>
      {isOpen && (
        <div id={id} className={styles.root}>
          <SharedThen conversation={conversation} />
          <FollowedUpThen conversation={conversation} />
          {conversation.questions
            .filter(({ kind }) => kind === 'scale')
            .map((question) => (
              <Numbers key={question.id} conversation={conversation} question={question} />
            ))}
          {onNotes && (
            <Button className={styles.button} onClick={onNotes}>
              {words.notes}
            </Button>
          )}
        </div>
      )}
    </div>
  )
}

/** The summary as it was shared when the conversation was finished last. */
function SharedThen({ conversation }: { conversation: Conversation }) {
  const words = useTexts(sharingTexts)
  const { data, failure } = useQuery(getShared, { params: { conversationId: conversation.id } })
  if (!data) return failure ? <Text role="alert">{inWords(failure)}</Text> : <Waiting words={words.reading} />
  return (
    data.shared && (
      <Folded more={words.readAll}>
        <SummaryView summary={data.shared} label={words.shared} />
      </Folded>
    )
  )
}

/** The earlier commitments that it followed up: the outcome that it gave each, and the line with it. */
function FollowedUpThen({ conversation: { id, followUps, pair } }: { conversation: Conversation }) {
  const words = useTexts(followUpTexts)
  const { followedUp } = useTexts(sharingTexts)
  const said = followUps.flatMap((commitment) =>
    commitment.followUps
      .filter(({ conversationId }) => conversationId === id)
      .map(({ outcome, tried }) => ({ commitment, outcome, tried })),
  )
  if (said.length === 0) return null
  return (
    <Group name={followedUp}>
      <Heading as="h3">{followedUp}</Heading>
      <List gap={tokens.spacingVerticalS}>
        {said.map(({ commitment, outcome, tried }) => (
          <li key={commitment.id}>
            <Text>{`${isolated(firstName(pair[commitment.owner].name))}: ${isolated(commitment.what)}`}</Text>
            <Quiet>
              {[...(outcome ? [words[outcome]] : []), ...(tried ? [isolated(tried)] : [])].join(' · ')}
            </Quiet>
          </li>
        ))}
      </List>
    </Group>
  )
}

/** The numbers that the two gave to a question; nothing as long as not both did. */
function Numbers({ conversation, question }: { conversation: Conversation; question: Question }) {
  const { language } = useAppContext()
  const words = useTexts(sharingTexts)
  const params = { conversationId: conversation.id, question: question.id }
  const { data } = useQuery(getScale, { params })
  if (!data?.mine || !data.theirs) return null
  const name = firstName(otherOf(conversation.pair).name)
  return <Text>{words.number(question.text[language], data.mine.value, name, data.theirs.value)}</Text>
}
