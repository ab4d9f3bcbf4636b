import { Button, Text } from '@fluentui/react-components'
import { Suspense, useState } from 'react'
import { carriedTooOften, type Commitment } from '../../../server/contract/commitment.ts'
import type { Conversation } from '../../../server/contract/conversation.ts'
import { Group } from '../../components/Group.tsx'
import { useTexts } from '../../lib/app-context.tsx'
import { LiveField } from '../live/LiveField.tsx'
import { LiveWording } from '../parts-of-steps.ts'
import { useChoice, useLiveText, type Item } from '../live/useItem.ts'
import type { Fresh } from '../useFresh.ts'
import { Folded } from './Folded.tsx'
import { Outcome } from './Outcome.tsx'
import { Remembered } from './Remembered.tsx'
import { outcomes, shownOutcome } from './said.ts'
import { followUpTexts } from './texts.ts'

type Props = { conversation: Conversation; commitment: Commitment; fresh: Fresh }
type ItemProps = Props & { item: Item<'follow-up'> }

/** The follow-up of one earlier commitment in this conversation. */
export function FollowUpItem(props: ItemProps & { isOpen: boolean; onOpen: () => void }) {
  const words = useTexts(followUpTexts)
  const { conversation, commitment, item, isOpen, onOpen } = props
  const outcome = useChoice(item, 'outcome')
  const shown = shownOutcome(outcome.chosen, commitment, conversation.id)
  const times = conversation.timesBack.find((one) => one.commitmentId === commitment.id)?.times ?? 1
  const isAgain = shown?.value !== 'done' && shown?.value !== 'dropped' && times >= carriedTooOften
  if (!isOpen)
    return (
      <Group name={commitment.what}>
        <Folded
          what={commitment.what}
          said={words[outcomes.find((one) => one === shown?.value) ?? 'nothing']}
          onOpen={onOpen}
        />
      </Group>
    )
  return (
    <Group name={commitment.what}>
      <Remembered {...props} />
      <Outcome choice={outcome} shown={shown} pair={conversation.pair} readOnly={item.readOnly} />
      <LiveField item={item} field="tried" label={words.tried} hint={words.tried} />
      {isAgain && <Text>{words.again(String(times))}</Text>}
      <OnDemand item={item} field="obstacle" label={words.obstacle} isAsked={isAgain} />
      <OnDemand item={item} field="next" label={words.next} isAsked={shown?.value === 'open'} />
      <OnDemand item={item} field="why" label={words.why} isAsked={shown?.value === 'dropped'} />
      {(shown === null || shown.value === 'open') && <Reshaping {...props} />}
    </Group>
  )
}

/** A question of an outcome; what was written stays to be read when the outcome becomes another. */
function OnDemand(props: {
  item: Item<'follow-up'>
  field: 'obstacle' | 'next' | 'why'
  label: string
  isAsked: boolean
}) {
  const { isAsked, ...field } = props
  const text = useLiveText(field.item, field.field)
  // A field that somebody empties stays: it may be under their caret.
  const [wasFilled, setFilled] = useState(false)
  if (text !== '' && !wasFilled) setFilled(true)
  if (!isAsked && !wasFilled && text === '') return null
  return <LiveField {...field} />
}

/** Another wording or day, for who asks for it. */
function Reshaping({ commitment, conversation, item }: ItemProps) {
  const words = useTexts(followUpTexts)
  const [isOpen, setOpen] = useState(false)
  if (item.readOnly) return null
  if (!isOpen)
    return (
      <Button
        appearance="subtle"
        style={{ alignSelf: 'flex-start', minWidth: 0, minHeight: '32px', padding: '0 2px' }}
        onClick={() => setOpen(true)}
      >
        {words.reshape}
      </Button>
    )
  return (
    <Suspense>
      <LiveWording
        item={item}
        conversation={conversation}
        label={words.what}
        due={commitment.due}
        agreed={commitment}
        autoFocus={false}
      />
    </Suspense>
  )
}
