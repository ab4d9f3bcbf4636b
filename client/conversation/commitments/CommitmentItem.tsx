import { Button, Text } from '@fluentui/react-components'
import { useState } from 'react'
import type { Commitment } from '../../../server/contract/commitment.ts'
import type { Conversation } from '../../../server/contract/conversation.ts'
import { Heading, Row } from '../../components/basics.tsx'
import { Group } from '../../components/Group.tsx'
import { SelectField } from '../../components/SelectField.tsx'
import { useTexts } from '../../lib/app-context.tsx'
import { Chose } from '../live/Chose.tsx'
import { useChoice, useLiveText, type Item } from '../live/useItem.ts'
import { CommitmentNudge } from '../nudges/CommitmentNudge.tsx'
import { CommitmentLines } from './CommitmentLines.tsx'
import { LiveWording } from './LiveWording.tsx'
import { commitmentTexts } from './texts.ts'

type Props = {
  title: string
  conversation: Conversation
  item: Item<'commitment'>
  /** Whoever just asked for it goes on in it. */
  isNew: boolean
}

/** A commitment of this conversation, in which both type: as lines, or as fields for who is at it. */
export function CommitmentItem(props: Props) {
  const words = useTexts(commitmentTexts)
  const { title, conversation, item, isNew } = props
  const { pair } = conversation
  const [isOpen, setOpen] = useState(isNew)
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
  return (
    <Group name={title}>
      <Heading>{title}</Heading>
      {isOpen ? (
        <>
          <LiveWording
            item={item}
            conversation={conversation}
            label={words.what}
            due={null}
            autoFocus={isNew}
          />
          <SelectField
            label={words.owner}
            value={whose}
            options={[
              ['employee', pair.employee.name],
              ['coach', pair.coach.name],
            ]}
            onChange={owner.choose}
          />
          <Chose
            choice={owner}
            pair={pair}
            named={(role) => pair[role === 'coach' ? role : 'employee'].name}
          />
        </>
      ) : (
        <>
          <CommitmentLines commitment={{ ...wording, owner: pair[whose].name }} />
          <CommitmentNudge id={item.id} wording={wording} whole now={conversation.now} />
        </>
      )}
      <Row>
        {!isOpen && <Button onClick={() => setOpen(true)}>{words.edit}</Button>}
        <Button onClick={() => removed.choose('yes')}>{words.remove}</Button>
      </Row>
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
      <Heading>{title}</Heading>
      <CommitmentLines commitment={{ ...commitment, owner: conversation.pair[commitment.owner].name }} />
      {conversation.fixed.includes(commitment.id) && <Text size={200}>{words.fixed}</Text>}
    </Group>
  )
}
