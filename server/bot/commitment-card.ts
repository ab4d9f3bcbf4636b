import {
  AdaptiveCard,
  Container,
  DateInput,
  ShowCardAction,
  TextBlock,
  TextInput,
  ToggleVisibilityAction,
  type Action,
  type CardElement,
} from '@microsoft/teams.cards'
import type { CommitmentDocument } from '../commitment/collection.ts'
import { textLimits } from '../contract/limits.ts'
import {
  button,
  capitalised,
  card,
  day,
  line,
  openLink,
  quiet,
  secondary,
  titled,
  todayOf,
  typed,
  type CardContext,
} from './card-parts.ts'

/** Longest line of progress, as the server takes it. */
export const progressLimit = textLimits.short
/** Lines of progress that a card shows; more belongs on a screen. */
const progressShown = 3
const details = 'details'

/** When a commitment is due, as its heading says it: today, Friday, still open. */
export function dueWords({ due }: Pick<CommitmentDocument, 'due'>, context: CardContext): string {
  const { texts } = context
  if (!due) return texts.yours
  return due < todayOf(context) ? texts.stillGoing : capitalised(day(due, context))
}

/** A button that opens a small form in the card. */
export function asking(title: string, save: Action, ...input: CardElement[]): Action {
  const form = new AdaptiveCard(...input)
  form.actions = [save]
  return new ShowCardAction({ title, card: form })
}

/** The field for a text, and beside it what does not belong there. */
export const textField = (
  id: string,
  label: string,
  maxLength: number,
  { texts }: CardContext,
): CardElement[] => [
  new TextInput({ id, label, maxLength }),
  new TextBlock(texts.special, { wrap: true, isSubtle: true, size: 'Small' }),
]

/** Silences what a card is about: seldom wanted, so it stands in the menu. */
export const silence = (
  topic: 'commitments' | 'preparation' | 'after-conversation' | 'publication',
  { texts }: CardContext,
) => secondary(button(texts.silence, 'silence', { topic }))

/**
 * A commitment to its owner, in two lines, and what they can answer with a tap; the rest is behind "more". One that is not
 * open any more is one line. It does not refresh itself while it has fields: that would wipe what is typed in them
 * (AdaptiveCards 6003).
 * @param note what came of the last answer, or why it was not taken
 */
export function commitmentCard(
  { commitment, other, note }: { commitment: CommitmentDocument; other: string; note?: string },
  context: CardContext,
): AdaptiveCard {
  const { texts } = context
  const { what, firstStep, due, criterion, ifThen, status } = commitment
  const data = { commitmentId: commitment._id }
  const open = openLink(texts.open, context.link()).map(secondary)
  if (status !== 'open') return card(context, [typed(note ?? what)], open, { verb: 'show', data })

  const more = new Container(
    ...line(texts.due, due ? day(due, context) : ''),
    ...line(texts.criterion, criterion),
    ...line(texts.ifThen, ifThen),
    ...(commitment.progress ?? []).slice(-progressShown).flatMap((one) => line(texts.progress, one.text)),
    quiet(texts.with(other)),
  )
  return card(
    context,
    [
      ...(note ? [typed(note)] : []),
      titled(dueWords(commitment, context), what),
      ...(firstStep ? [quiet(texts.first(firstStep))] : []),
      Object.assign(more, { id: details, isVisible: false }),
    ],
    [
      button(texts.done, 'done', data, 'positive'),
      asking(
        texts.howIsIt,
        button(texts.save, 'progress', data),
        ...textField('progress', texts.progressLabel, progressLimit, context),
      ),
      asking(
        texts.newDate,
        button(texts.save, 'date', data),
        new DateInput({ id: 'date', label: texts.dateLabel }),
      ),
      secondary(new ToggleVisibilityAction({ title: texts.more, targetElements: [details] })),
      ...open,
      silence('commitments', context),
    ],
  )
}
