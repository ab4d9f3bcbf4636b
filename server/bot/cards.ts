import { TextBlock, type AdaptiveCard } from '@microsoft/teams.cards'
import { firstName } from '../contract/first-name.ts'
import { isolated } from '../contract/isolated.ts'
import { textLimits } from '../contract/limits.ts'
import type { Item } from '../reminder/resolve-data.ts'
import {
  button,
  capitalised,
  card,
  day,
  heading,
  headingNaming,
  moment,
  openLink,
  quiet,
  secondary,
  typed,
  type CardContext,
} from './card-parts.ts'
import { asking, commitmentCard, dueWords, silence, textField } from './commitment-card.ts'

type PreparationItem = Extract<Item, { kind: 'preparation' }>

/** Words where there is nothing to show (any more). */
export const noteCard = (words: string, context: CardContext): AdaptiveCard =>
  card(context, [typed(words)], openLink(context.texts.open, context.link()))

/** @param note what came of the topic that was typed last */
export function preparationCard(item: PreparationItem, context: CardContext, note?: string): AdaptiveCard {
  const { texts } = context
  const data = { conversationId: item.conversationId }
  return card(
    context,
    [
      ...(note ? [typed(note)] : []),
      headingNaming(itemLine(item, context)),
      ...(item.open > 0 ? [new TextBlock(texts.stillOpen(item.open), { wrap: true })] : []),
      ...(item.theyShared ? [typed(texts.theyShared(firstName(item.other)))] : []),
    ],
    [
      ...openLink(texts.prepare, context.link(item.iCalUId)),
      asking(
        texts.add,
        button(texts.save, 'topic', data),
        ...textField('topic', texts.topicLabel, textLimits.topic, context),
      ),
      silence(item.kind, context),
    ],
  )
}

export function reminderCard(item: Item, context: CardContext): AdaptiveCard {
  const { texts } = context
  const title = headingNaming(itemLine(item, context))
  switch (item.kind) {
    case 'coming-due':
    case 'due':
    case 'overdue':
      return commitmentCard(item, context)
    case 'preparation':
      return preparationCard(item, context)
    case 'after-conversation':
      return card(
        context,
        [
          title,
          ...item.commitments.flatMap((one) => [
            typed(`${isolated(firstName(one.owner))}: ${isolated(one.what)}`),
            ...(one.due ? [quiet(day(one.due, context))] : []),
          ]),
        ],
        [...openLink(texts.open, context.link(item.iCalUId)), silence(item.kind, context)],
      )
    case 'deletion':
      return card(
        context,
        [title, new TextBlock(texts.deletedAt(moment(item.until, context)), { wrap: true })],
        openLink(texts.open, context.link()),
      )
    case 'publication': {
      const since = item.triedSince ? moment(item.triedSince, context) : ''
      return card(
        context,
        [title, typed(texts.waiting[item.reason](firstName(item.other), since))],
        [...openLink(texts.open, context.link(item.iCalUId)), silence(item.kind, context)],
      )
    }
  }
}

/** An item in one line. */
export function itemLine(item: Item, context: CardContext): string {
  const { texts } = context
  const other = firstName(item.other)
  switch (item.kind) {
    case 'coming-due':
    case 'due':
    case 'overdue':
      return `${dueWords(item.commitment, context)}: ${isolated(item.commitment.what)}`
    case 'preparation':
      return texts.preparation(other, capitalised(moment(item.start, context)))
    case 'after-conversation':
      return texts.agreed(other)
    case 'publication':
      return texts.publication(other)
    case 'deletion':
      return texts.deletion(item.other)
  }
}

export function welcomeCard(name: string, context: CardContext): AdaptiveCard {
  const { texts } = context
  return card(
    context,
    [typed(texts.welcome(name))],
    [button(texts.mine, 'mine', {}), ...openLink(texts.open, context.link()).map(secondary)],
  )
}

export function helpCard(context: CardContext, before?: string): AdaptiveCard {
  const { texts } = context
  return card(
    context,
    [
      ...(before ? [typed(before)] : []),
      heading(texts.helpTitle),
      ...texts.help.map((one) => new TextBlock(`- ${one}`, { wrap: true })),
    ],
    [button(texts.mine, 'mine', {}), ...openLink(texts.open, context.link())],
  )
}
