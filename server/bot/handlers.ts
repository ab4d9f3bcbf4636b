import type { App } from '@microsoft/teams.apps'
import type { AdaptiveCard } from '@microsoft/teams.cards'
import type { Person } from '../plugins/access-token.ts'
import type { PersonData } from '../person/data.ts'
import type { PersonMutations } from '../person/mutations.ts'
import { answering } from './answering.ts'
import type { CardAnswers, Sent } from './answers.ts'
import type { CardContext } from './card-parts.ts'
import { helpCard, mineCard, noteCard } from './cards.ts'
import { commandOf } from './commands.ts'
import { cardActivity } from './message.ts'

type Who = Pick<Person, 'tenantId' | 'oid'>
type Parts = {
  tenantIds: string[]
  people: PersonData & PersonMutations
  answers: CardAnswers
  contextOf: (person: Who) => Promise<CardContext>
  now: () => Date
  random: () => number
}
/** The part of an activity that says who speaks, and where. */
type Inbound = {
  from: { id: string; name?: string | undefined; aadObjectId?: string | undefined }
  conversation: { id: string; tenantId?: string | undefined; conversationType?: string | undefined }
  serviceUrl?: string | undefined
  locale?: string | undefined
}

const refused = {
  statusCode: 400 as const,
  type: 'application/vnd.microsoft.error' as const,
  value: {
    code: 'Forbidden',
    message: 'Groei speaks with each person alone.',
    innerHttpError: { statusCode: 403, body: '' },
  },
}
const cardType = 'application/vnd.microsoft.card.adaptive' as const

/** What the bot does with what comes in; the SDK has checked that it comes from Teams. */
export function handle(bot: App, { tenantIds, people, answers, contextOf, now, random }: Parts): void {
  /** Only people of our tenants, and only alone with the bot: a card of mine is nobody else's. */
  const personIn = ({ from, conversation }: Inbound): Who | null => {
    const { tenantId = '', conversationType = 'personal' } = conversation
    const oid = from.aadObjectId
    return oid && tenantIds.includes(tenantId) && conversationType === 'personal' ? { tenantId, oid } : null
  }
  const remember = async (person: Who, { from, conversation, serviceUrl = '', locale = '' }: Inbound) => {
    const chat = { conversationId: conversation.id, serviceUrl, userId: from.id }
    await people.chat(person, 'installed', chat, /^nl\b/i.test(locale) ? 'nl' : 'en')
  }

  bot.on('install.add', async ({ activity, send }) => {
    const person = personIn(activity)
    if (!person) return
    await remember(person, activity)
    if (!(await people.welcome(person, now()))) return
    const context = await contextOf(person)
    const name = (activity.from.name ?? '').split(' ')[0] ?? ''
    await answering(send, random)(cardActivity(helpCard(context, context.texts.welcome(name))))
  })
  bot.on('install.remove', async ({ activity }) => {
    const person = personIn(activity)
    if (person) await people.chat(person, 'absent')
  })

  bot.on('message', async ({ activity, send }) => {
    const person = personIn(activity)
    if (!person) return
    await remember(person, activity)
    const context = await contextOf(person)
    const reply = answering(send, random)
    // A client that knows no Action.Execute sends the fallback as a message with a value.
    const value = activity.value as { verb?: unknown } | undefined
    if (value && typeof value.verb === 'string') {
      const sent: Sent = { verb: value.verb, data: { ...value } }
      const answer = cardActivity(await answers.answer(person, sent, context, now()))
      await reply(activity.replyToId ? Object.assign(answer, { id: activity.replyToId }) : answer)
      return
    }
    await reply(cardActivity(await said(person, activity.text ?? '', context)))
  })

  async function said(person: Who, typed: string, context: CardContext): Promise<AdaptiveCard> {
    const { texts } = context
    const command = commandOf(typed)
    switch (command.what) {
      case 'mine':
        return mineCard(await answers.mine(person), context)
      case 'silence': {
        await answers.silence(person, command.topic, command.off)
        const topic = texts.topics[command.topic]
        return noteCard(command.off ? texts.silenced(topic) : texts.resumed(topic), context)
      }
      case 'help':
        return helpCard(context)
      case 'unknown':
        return helpCard(context, texts.notUnderstood)
    }
  }

  bot.on('card.action', async ({ activity }) => {
    const person = personIn(activity)
    if (!person) return refused
    const { verb = '', data = {} } = activity.value.action as {
      verb?: string
      data?: Record<string, unknown>
    }
    const value = await answers.answer(person, { verb, data }, await contextOf(person), now())
    return { statusCode: 200 as const, type: cardType, value }
  })
}
