import {
  ActionSet,
  AdaptiveCard,
  Column,
  ColumnSet,
  ExecuteAction,
  OpenUrlAction,
  RefreshDefinition,
  RichTextBlock,
  SubmitAction,
  TextBlock,
  TextRun,
  type Action,
  type CardElement,
} from '@microsoft/teams.cards'
import type { BotTexts } from '../content/bot-texts.ts'
import { isolated } from '../contract/isolated.ts'
import type { Language } from '../contract/shape.ts'

/** The reader of a card, the moment, and the texts and links for it. */
export type CardContext = {
  texts: BotTexts
  language: Language
  timeZone: string
  /** The reader's id in Teams: their card asks for its present state when it is shown. */
  userId: string | null
  /** When the card is made. */
  now: Date
  /** A link into My 1-on-1s, at one meeting when it is named; null where no app id is known. */
  link: (iCalUId?: string) => string | null
}

/** The data of a button: the subject of its verb. */
export type CardData = {
  commitmentId?: string
  conversationId?: string
  topic?: string
  /** The list in which the button stands: the answer is that list as it is then. */
  list?: 'mine' | 'digest'
}

const locales = { nl: 'nl-NL', en: 'en-GB' }
const dayLength = 86_400_000
/** Days ahead for which the weekday alone names a day. */
const weekdaysAhead = 6

/** The day, as YYYY-MM-DD, where the reader is. */
export const todayOf = ({ now, timeZone }: CardContext): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(now)

/** A day as people say it: today, tomorrow, Friday, Fri 12 June. @param text YYYY-MM-DD */
export function day(text: string, context: CardContext): string {
  const at = new Date(`${text}T00:00:00Z`)
  const ahead = Math.round((at.getTime() - Date.parse(`${todayOf(context)}T00:00:00Z`)) / dayLength)
  if (ahead === 0) return context.texts.today
  if (ahead === 1) return context.texts.tomorrow
  const isSoon = ahead > 1 && ahead <= weekdaysAhead
  return new Intl.DateTimeFormat(locales[context.language], {
    ...(isSoon
      ? { weekday: 'long' as const }
      : { weekday: 'short' as const, day: 'numeric' as const, month: 'long' as const }),
    timeZone: 'UTC',
  }).format(at)
}

/** A moment where the reader is: tomorrow 10:30. */
export function moment(at: Date, context: CardContext): string {
  const { language, timeZone } = context
  const time = new Intl.DateTimeFormat(locales[language], { hour: '2-digit', minute: '2-digit', timeZone })
  return `${day(todayOf({ ...context, now: at }), context)} ${time.format(at)}`
}

export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

export const heading = (text: string) =>
  new TextBlock(text, { size: 'Medium', weight: 'Bolder', wrap: true, style: 'heading' })

const rich = (...runs: TextRun[]) => new RichTextBlock({ inlines: runs })

/** Text as people typed it: a RichTextBlock knows no Markdown and makes no links. */
export const typed = (text: string, bold = false) =>
  rich(new TextRun(isolated(text), bold ? { weight: 'Bolder' } : {}))

/** A heading that names somebody: names come from invites, so from anybody. */
export const headingNaming = (text: string) => rich(new TextRun(text, { size: 'Medium', weight: 'Bolder' }))

/** When or where something stands, and what people typed of it, as one heading. */
export const titled = (label: string, text: string) =>
  rich(...[`${label}: `, isolated(text)].map((one) => new TextRun(one, { weight: 'Bolder' })))

/** A quiet line that names somebody. */
export const quiet = (text: string) => rich(new TextRun(text, { isSubtle: true, size: 'Small' }))

/** A label and what people typed under it; nothing where they typed nothing. */
export const line = (label: string, text: string): CardElement[] =>
  text ? [rich(new TextRun(`${label}: `, { weight: 'Bolder' }), new TextRun(isolated(text)))] : []

/** A button that the bot answers with a card; clients that know no Action.Execute send a message instead. */
export const button = (title: string, verb: string, data: CardData, style?: 'positive') =>
  new ExecuteAction({
    title,
    verb,
    data: { ...data },
    ...(style ? { style } : {}),
    fallback: new SubmitAction({ title, data: { ...data, verb } }),
  })

export const openLink = (title: string, url: string | null): Action[] =>
  url ? [new OpenUrlAction(url, { title })] : []

/** Behind the three dots: Teams shows the first actions as buttons, and these in a menu. */
export const secondary = <One extends Action>(action: One): One =>
  Object.assign(action, { mode: 'secondary' })

/** One thing of a list: its text, at the right the one action that it asks for; a press on the text opens it. */
export function row(text: CardElement[], action: Action | undefined, open?: ExecuteAction): CardElement {
  const said = Object.assign(new Column(...text), {
    width: 'stretch',
    ...(open ? { selectAction: open } : {}),
  })
  if (!action) return new ColumnSet({ columns: [said] })
  const asked = Object.assign(new Column(new ActionSet(action)), { width: 'auto' })
  return new ColumnSet({ columns: [said, asked] })
}

/** Teams shows six actions at most (docs/platform-facts.md, The bot). */
const actionLimit = 6

export function card(
  context: CardContext,
  body: CardElement[],
  actions: Action[],
  refresh?: { verb: string; data: CardData },
): AdaptiveCard {
  const made = new AdaptiveCard(...body)
  made.version = '1.5'
  made.lang = context.language
  if (actions.length > 0) made.actions = actions.slice(0, actionLimit)
  if (refresh && context.userId) {
    made.refresh = new RefreshDefinition({
      action: new ExecuteAction({ title: context.texts.open, verb: refresh.verb, data: { ...refresh.data } }),
      userIds: [context.userId],
    })
  }
  return made
}
