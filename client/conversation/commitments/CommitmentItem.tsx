import { Button, Text, makeStyles, tokens } from '@fluentui/react-components'
import { DeleteRegular, EditRegular } from '@fluentui/react-icons'
import type { Commitment } from '../../../server/contract/commitment.ts'
import type { Conversation } from '../../../server/contract/conversation.ts'
import { firstName } from '../../../server/contract/first-name.ts'
import { Row } from '../../components/basics.tsx'
import { Group } from '../../components/Group.tsx'
import { Initials } from '../../components/Initials.tsx'
import { Unseen } from '../../components/Unseen.tsx'
import { useTexts } from '../../lib/app-context.tsx'
import { otherRole } from '../../lib/pair.ts'
import { Chose } from '../live/Chose.tsx'
import { useChoice, useLiveText, type Item } from '../live/useItem.ts'
import { CommitmentNudge } from '../nudges/CommitmentNudge.tsx'
import { CommitmentLines } from './CommitmentLines.tsx'
import { LiveWording } from './LiveWording.tsx'
import { commitmentTexts } from './texts.ts'

const useStyles = makeStyles({
  // Beside each other at the top, what can be done with it at the end.
  top: { display: 'flex', alignItems: 'flex-start', gap: tokens.spacingHorizontalXS },
  rest: { display: 'flex', flex: '1 1 0', minWidth: 0 },
  owner: { minWidth: 0, padding: '0 4px 0 0', fontWeight: tokens.fontWeightRegular, gap: '6px' },
  icon: { flexShrink: 0 },
})

type Props = {
  title: string
  conversation: Conversation
  item: Item<'commitment'>
  /** As fields, and not as lines. */
  isOpen: boolean
  onOpen: () => void
  /** The caret goes to it. */
  takesCaret: boolean
}

/** A commitment of this conversation, in which both type: as lines, or as fields for who is at it. */
export function CommitmentItem(props: Props) {
  const words = useTexts(commitmentTexts)
  const styles = useStyles()
  const { title, conversation, item, isOpen, onOpen, takesCaret } = props
  const { pair } = conversation
  const removed = useChoice(item, 'removed')
  const owner = useChoice(item, 'owner')
  const due = useChoice(item, 'due')
  const wording = {
    what: useLiveText(item, 'what'),
    firstStep: useLiveText(item, 'firstStep'),
    criterion: useLiveText(item, 'criterion'),
    ifThen: useLiveText(item, 'ifThen'),
    due: due.chosen?.value || null,
  }
  const whose = owner.chosen?.value === 'coach' ? 'coach' : 'employee'
  if (removed.chosen?.value === 'yes')
    return (
      <Group name={title}>
        <Text role="status">{words.removed(wording.what)}</Text>
        <Row>
          <Button onClick={() => removed.choose('no')}>{words.putBack}</Button>
        </Row>
      </Group>
    )
  const isWritten = [wording.what, wording.firstStep, wording.criterion, wording.ifThen].some(Boolean)
  const remove = isWritten && (
    <Button
      className={styles.icon}
      appearance="subtle"
      icon={<DeleteRegular />}
      aria-label={words.remove}
      title={words.remove}
      onClick={() => removed.choose('yes')}
    />
  )
  if (!isOpen)
    return (
      <Group name={title}>
        <div className={styles.top}>
          <div className={styles.rest}>
            <CommitmentLines commitment={{ ...wording, owner: pair[whose].name }} />
          </div>
          <Button
            className={styles.icon}
            appearance="subtle"
            icon={<EditRegular />}
            aria-label={words.edit}
            title={words.edit}
            onClick={onOpen}
          />
          {remove}
        </div>
        <CommitmentNudge id={item.id} wording={wording} whole now={conversation.now} />
      </Group>
    )
  return (
    <Group name={title}>
      <div className={styles.top}>
        <div className={styles.rest}>
          <Button
            className={styles.owner}
            appearance="subtle"
            title={words.swap(pair[otherRole(whose)].name)}
            onClick={() => owner.choose(otherRole(whose))}
          >
            <Initials name={pair[whose].name} size={24} />
            <span>
              <Unseen>{words.owner} </Unseen>
              {firstName(pair[whose].name)}
            </span>
            <span aria-hidden>⇄</span>
          </Button>
        </div>
        {remove}
      </div>
      <Chose choice={owner} pair={pair} named={(role) => pair[role === 'coach' ? role : 'employee'].name} />
      <LiveWording
        item={item}
        conversation={conversation}
        label={words.what}
        hint={words.what}
        due={null}
        autoFocus={takesCaret}
      />
    </Group>
  )
}

/** One that is only to be read. */
export function FixedCommitment(props: {
  title: string
  conversation: Conversation
  commitment: Commitment
}) {
  const words = useTexts(commitmentTexts)
  const { title, conversation, commitment } = props
  return (
    <Group name={title}>
      <CommitmentLines commitment={{ ...commitment, owner: conversation.pair[commitment.owner].name }} />
      {conversation.fixed.includes(commitment.id) && <Text size={200}>{words.fixed}</Text>}
    </Group>
  )
}
