import { TextBlock, type AdaptiveCard } from '@microsoft/teams.cards'
import type { CommitmentDocument } from '../commitment/collection.ts'
import { beginning } from '../contract/beginning.ts'
import { firstName } from '../contract/first-name.ts'
import { isolated } from '../contract/isolated.ts'
import type { Item } from '../reminder/resolve-data.ts'
import {
  button,
  card,
  day,
  heading,
  openLink,
  quiet,
  row,
  secondary,
  typed,
  type CardContext,
} from './card-parts.ts'
import { itemLine } from './cards.ts'

/** Commitments of a list; more belongs on a screen. */
const listed = 10

/** A button's name is read aloud: as much as tells one from the other. */
const short = (text: string) => (text.length > 30 ? `${beginning(text, 29).trimEnd()}…` : text)

type Open = { commitment: CommitmentDocument; other: string }

/** Several things at once, each with the one action that it asks for. @param done what was answered of them already */
export function digestCard(
  items: Item[],
  context: CardContext,
  done: CommitmentDocument[] = [],
): AdaptiveCard {
  const { texts } = context
  const action = (item: Item) =>
    'commitment' in item
      ? button(texts.done, 'done', { commitmentId: item.commitment._id, list: 'digest' })
      : openLink(
          item.kind === 'preparation' ? texts.prepare : texts.open,
          context.link('iCalUId' in item ? item.iCalUId : undefined),
        )[0]
  return card(
    context,
    [
      heading(texts.digest(items.length)),
      ...items.map((item) => row([typed(itemLine(item, context))], action(item))),
      ...done.map(({ what }) => quiet(texts.saidDone(what))),
    ],
    openLink(texts.open, context.link()).map(secondary),
    { verb: 'digest', data: {} },
  )
}

/** A person's own open commitments, whoever they were made with; a press on one opens it. */
export function mineCard(mine: Open[], context: CardContext, note?: string): AdaptiveCard {
  const { texts } = context
  return card(
    context,
    [
      ...(note ? [typed(note)] : []),
      heading(texts.mine),
      ...(mine.length === 0 ? [new TextBlock(texts.noneOpen, { wrap: true })] : []),
      ...mine.slice(0, listed).map(({ commitment, other }) => {
        const { _id: commitmentId, what, due } = commitment
        const when = due ? [day(due, context)] : []
        return row(
          [typed(what, true), quiet([isolated(firstName(other)), ...when].join(' · '))],
          button(texts.done, 'done', { commitmentId, list: 'mine' }),
          button(isolated(short(what)), 'show', { commitmentId }),
        )
      }),
      ...(mine.length > listed ? [quiet(texts.andMore(mine.length - listed))] : []),
    ],
    openLink(texts.open, context.link()),
    { verb: 'mine', data: {} },
  )
}
