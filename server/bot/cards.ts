import {
  AdaptiveCard,
  DateInput,
  ShowCardAction,
  TextBlock,
  TextInput,
  type Action,
  type CardElement,
} from '@microsoft/teams.cards'
import type { CommitmentDocument } from '../commitment/collection.ts'
import type { ReminderTopic } from '../contract/person.ts'
import type { Item } from '../reminder/resolve.ts'
import { button, card, day, heading, line, moment, openLink, typed, type CardContext } from './card-parts.ts'

/** Longest line of progress, as the server takes it. */
export const progressLimit = 500
/** Lines of progress that a card shows, and items that a digest does; more belongs on a screen. */
const progressShown = 3
const digestShown = 5

type CommitmentItem = {
  kind: 'coming-due' | 'due' | 'overdue' | 'none'
  commitment: CommitmentDocument
  other: string
  /** What came of the last answer, or why it was not taken. */
  note?: string
}

/** A commitment to its owner: how it stands, and what they can answer with a tap. */
export function commitmentCard(item: CommitmentItem, context: CardContext): AdaptiveCard {
  const { texts } = context
  const { commitment, other, note } = item
  const { what, firstStep, due, criterion, ifThen, status } = commitment
  const data = { commitmentId: commitment._id }
  const asked = (title: string, verb: string, ...input: CardElement[]): Action => {
    const inner = new AdaptiveCard(...input)
    inner.actions = [button(texts.save, verb, data)]
    return new ShowCardAction({ title, card: inner })
  }
  const answers: Action[] = [
    button(texts.done, 'done', data, 'positive'),
    asked(
      texts.progress,
      'progress',
      new TextInput({ id: 'progress', label: texts.progressLabel, maxLength: progressLimit }),
      new TextBlock(texts.special, { wrap: true, isSubtle: true, size: 'Small' }),
    ),
    asked(texts.newDate, 'date', new DateInput({ id: 'date', label: texts.dateLabel })),
  ]
  return card(
    context,
    [
      ...(note ? [new TextBlock(note, { wrap: true, color: 'Accent', weight: 'Bolder' })] : []),
      heading(texts.heading[item.kind]),
      typed(what, true),
      ...line(texts.firstStep, firstStep),
      ...line(texts.when, due ? day(due, context) : ''),
      ...line(texts.criterion, criterion),
      ...line(texts.ifThen, ifThen),
      ...(commitment.progress ?? []).slice(-progressShown).flatMap((one) => line(texts.progress, one.text)),
      new TextBlock(texts.with(other), { wrap: true, isSubtle: true, size: 'Small' }),
    ],
    [...(status === 'open' ? answers : []), ...openLink(texts.open, context.link())],
    { verb: 'show', data },
  )
}

/** Words where there is no commitment to show (any more). */
export const noteCard = (words: string, context: CardContext): AdaptiveCard =>
  card(context, [new TextBlock(words, { wrap: true })], openLink(context.texts.open, context.link()))

const silence = (topic: ReminderTopic, { texts }: CardContext) => button(texts.silence, 'silence', { topic })

export function reminderCard(item: Item, context: CardContext): AdaptiveCard {
  const { texts } = context
  switch (item.kind) {
    case 'coming-due':
    case 'due':
    case 'overdue':
      return commitmentCard(item, context)
    case 'preparation':
      return card(
        context,
        [
          heading(texts.preparation(item.other, moment(item.start, context))),
          ...(item.open > 0 ? [new TextBlock(texts.stillOpen(item.open), { wrap: true })] : []),
          ...(item.theyShared ? [new TextBlock(texts.theyShared(item.other), { wrap: true })] : []),
          new TextBlock(texts.why, { wrap: true, isSubtle: true }),
        ],
        [...openLink(texts.prepare, context.link(item.iCalUId)), silence(item.kind, context)],
      )
    case 'after-talk':
      return card(
        context,
        [
          heading(texts.agreed(item.other, moment(item.start, context))),
          ...item.commitments.flatMap((one) => [
            typed(`${one.owner}: ${one.what}`, true),
            ...line(texts.firstStep, one.firstStep),
            ...line(texts.when, one.due ? day(one.due, context) : ''),
          ]),
        ],
        [...openLink(texts.open, context.link(item.iCalUId)), silence(item.kind, context)],
      )
    case 'deletion':
      return card(
        context,
        [
          heading(texts.deletion(item.other)),
          new TextBlock(texts.deletedAt(moment(item.until, context)), { wrap: true }),
        ],
        openLink(texts.open, context.link()),
      )
    case 'publication':
      return card(
        context,
        [heading(texts.publication(item.other)), new TextBlock(texts.waiting[item.reason], { wrap: true })],
        [...openLink(texts.open, context.link(item.iCalUId)), silence(item.kind, context)],
      )
  }
}

/** What an item says in one line. */
export function itemLine(item: Item, context: CardContext): string {
  const { texts } = context
  switch (item.kind) {
    case 'coming-due':
    case 'due':
    case 'overdue':
      return `${texts.heading[item.kind]}: ${item.commitment.what}`
    case 'preparation':
      return texts.preparation(item.other, moment(item.start, context))
    case 'after-talk':
      return texts.agreed(item.other, moment(item.start, context))
    case 'publication':
      return texts.publication(item.other)
    case 'deletion':
      return texts.deletion(item.other)
  }
}

const short = (text: string) => (text.length > 30 ? `${text.slice(0, 29).trimEnd()}…` : text)

/** Several things at once, in one message: each commitment opens in its place. */
export function digestCard(items: Item[], context: CardContext): AdaptiveCard {
  const { texts } = context
  const shown = items.flatMap((item) =>
    'commitment' in item
      ? [button(short(item.commitment.what), 'show', { commitmentId: item.commitment._id })]
      : [],
  )
  return card(
    context,
    [heading(texts.digest(items.length)), ...items.map((item) => typed(`• ${itemLine(item, context)}`))],
    [...shown.slice(0, digestShown), ...openLink(texts.open, context.link())],
  )
}

/** My commitments that are open, whoever they were made with. */
export function mineCard(
  mine: { commitment: CommitmentDocument; other: string }[],
  context: CardContext,
): AdaptiveCard {
  const { texts } = context
  return card(
    context,
    [
      heading(texts.mine),
      ...(mine.length === 0 ? [new TextBlock(texts.noneOpen, { wrap: true })] : []),
      ...mine.flatMap(({ commitment, other }) => [
        typed(commitment.what, true),
        new TextBlock(
          [texts.with(other), ...(commitment.due ? [day(commitment.due, context)] : [])].join(' · '),
          { wrap: true, isSubtle: true, size: 'Small', spacing: 'None' },
        ),
      ]),
    ],
    [
      ...mine
        .slice(0, digestShown)
        .map(({ commitment }) => button(short(commitment.what), 'show', { commitmentId: commitment._id })),
      ...openLink(texts.open, context.link()),
    ],
    { verb: 'mine', data: {} },
  )
}

export function helpCard(context: CardContext, before?: string): AdaptiveCard {
  const { texts } = context
  return card(
    context,
    [
      ...(before ? [new TextBlock(before, { wrap: true })] : []),
      heading(texts.helpTitle),
      ...texts.help.map((one) => new TextBlock(`- ${one}`, { wrap: true })),
    ],
    [button(texts.mine, 'mine', {}), ...openLink(texts.open, context.link())],
  )
}
