import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import type { Conversation } from '../../../server/contract/conversation.ts'
import { Row } from '../../components/basics.tsx'
import { DueField } from '../../components/DueField.tsx'
import { dayInWords } from '../../lib/dates.ts'
import { useAppContext, useTexts } from '../../lib/app-context.tsx'
import { Chose } from '../live/Chose.tsx'
import { LiveField } from '../live/LiveField.tsx'
import { useChoice, useLiveText, type Item } from '../live/useItem.ts'
import { CommitmentNudge } from '../nudges/CommitmentNudge.tsx'
import { commitmentTexts } from './texts.ts'

/** These are there once somebody asked for them, so that what and when come first. */
const onDemand = ['firstStep', 'criterion', 'ifThen'] as const
type OnDemand = (typeof onDemand)[number]

/** Fields for what and when; first step, how we will know and an if–then plan stand there once somebody wants them. */
export function LiveWording(props: {
  item: Item<'follow-up'> | Item<'commitment'>
  conversation: Conversation
  /** The question that `what` answers. */
  label: string
  hint?: string
  /** The wording of before: as long as a text reads so, it is not unfolded. */
  agreed?: Record<OnDemand, string>
  /** The day that stands as long as nobody chose one here. */
  due: string | null
  autoFocus: boolean
}) {
  const { language } = useAppContext()
  const words = useTexts(commitmentTexts)
  const { conversation } = props
  // Both kinds have these fields.
  const item = props.item as unknown as Item<'commitment'>
  const due = useChoice(item, 'due')
  const texts = {
    firstStep: useLiveText(item, 'firstStep'),
    criterion: useLiveText(item, 'criterion'),
    ifThen: useLiveText(item, 'ifThen'),
  }
  const wording = {
    what: useLiveText(item, 'what'),
    firstStep: texts.firstStep,
    criterion: texts.criterion,
    due: due.chosen ? due.chosen.value || null : props.due,
  }
  const [added, setAdded] = useState<OnDemand[]>([])
  // A field that somebody empties stays: it may be under their caret.
  const [filled, setFilled] = useState<OnDemand[]>([])
  const fresh = onDemand.filter(
    (field) => texts[field] !== '' && texts[field] !== props.agreed?.[field] && !filled.includes(field),
  )
  if (fresh.length > 0) setFilled([...filled, ...fresh])
  const isShown = (field: OnDemand) => added.includes(field) || filled.includes(field)
  const missing = onDemand.filter((field) => !isShown(field))
  return (
    <>
      <LiveField
        item={item}
        field="what"
        label={props.label}
        hint={props.hint ?? ''}
        autoFocus={props.autoFocus}
      />
      <CommitmentNudge id={item.id} wording={wording} whole={false} now={conversation.now} />
      <DueField due={wording.due} now={conversation.now} readOnly={item.readOnly} onChoose={due.choose} />
      <Chose
        choice={due}
        pair={conversation.pair}
        named={(day) => (day ? dayInWords(day, language) : words.noDay)}
      />
      {onDemand.filter(isShown).map((field) => (
        <LiveField
          key={field}
          item={item}
          field={field}
          label={words[field]}
          autoFocus={added.includes(field)}
        />
      ))}
      {missing.length > 0 && !item.readOnly && (
        <Row>
          {missing.map((field) => (
            <Button
              key={field}
              appearance="subtle"
              size="small"
              style={{ minWidth: 0, minHeight: '24px', padding: '0 2px' }}
              onClick={() => setAdded([...added, field])}
            >
              {words.adders[field]}
            </Button>
          ))}
        </Row>
      )}
    </>
  )
}
