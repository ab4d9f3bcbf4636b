import {
  AdaptiveCard,
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
import type { Language } from '../contract/shape.ts'

/** What every card needs of its surroundings. */
export type CardContext = {
  texts: BotTexts
  language: Language
  timeZone: string
  /** The reader's id in Teams: their card asks for its present state when it is shown. */
  userId: string | null
  /** A link into My 1-on-1s, at one meeting when it is named; null where no app id is known. */
  link: (iCalUId?: string) => string | null
}

/** What a button sends back: what to do, and with what. */
export type CardData = { commitmentId?: string; topic?: string }

const locales = { nl: 'nl-NL', en: 'en-GB' }

export const moment = (at: Date, { language, timeZone }: CardContext): string =>
  new Intl.DateTimeFormat(locales[language], {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
  }).format(at)

export const day = (text: string, { language }: CardContext): string =>
  new Intl.DateTimeFormat(locales[language], {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  }).format(new Date(`${text}T00:00:00Z`))

export const heading = (text: string) =>
  new TextBlock(text, { size: 'Medium', weight: 'Bolder', wrap: true, style: 'heading' })

/** What people typed, as they typed it: a RichTextBlock knows no Markdown and makes no links. */
export const typed = (text: string, bold = false) =>
  new RichTextBlock({ inlines: [new TextRun(text, bold ? { weight: 'Bolder' } : {})] })

/** A label and what people typed under it; nothing where they typed nothing. */
export const line = (label: string, text: string): CardElement[] =>
  text
    ? [new RichTextBlock({ inlines: [new TextRun(`${label}: `, { weight: 'Bolder' }), new TextRun(text)] })]
    : []

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

/** Teams shows six actions at most (platform facts, "The bot"). */
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
