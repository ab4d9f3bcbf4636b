import type { App } from '@microsoft/teams.apps'
import type { AdaptiveCard } from '@microsoft/teams.cards'
import type { FastifyInstance } from 'fastify'
import type { PersonKey } from '../contract/person-key.ts'
import { firstName } from '../contract/first-name.ts'
import { personName } from '../contract/person-name.ts'
import { personMutations } from '../person/mutations.ts'
import { answering } from './answering.ts'
import { cardAnswers } from './answers.ts'
import { actionIn, type Sent } from './sent.ts'
import type { CardContext } from './card-parts.ts'
import { helpCard, noteCard, welcomeCard } from './cards.ts'
import { commandOf } from './commands.ts'
import { mineCard } from './list-cards.ts'
import { cardActivity } from './message.ts'
import { speakerOf, type Inbound } from './speaker.ts'

/** The message in which the card stands; it comes from outside, so only a text counts. */
const messageOf = ({ replyToId }: { replyToId?: unknown }): string | null =>
  typeof replyToId === 'string' ? replyToId : null

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

/** Handles the activities that come in. The SDK has authenticated them as coming from Teams. */
export function handle(
  bot: App,
  app: FastifyInstance,
  contextOf: (person: PersonKey) => Promise<CardContext>,
): void {
  const people = personMutations(app.collections.people)
  const answers = cardAnswers(app)
  const personIn = (activity: Inbound) => speakerOf(activity, app.settings.app.tenantIds)
  const remember = async (
    person: PersonKey,
    { from, conversation, serviceUrl = '', locale = '' }: Inbound,
  ) => {
    const chat = { conversationId: conversation.id, serviceUrl, userId: from.id }
    await people.chat(person, 'installed', chat, /^nl\b/i.test(locale) ? 'nl' : 'en')
  }

  bot.on('install.add', async ({ activity, send }) => {
    const person = personIn(activity)
    if (!person) return
    await remember(person, activity)
    if (!(await people.welcome(person, app.now()))) return
    const context = await contextOf(person)
    const name = firstName(personName(activity.from.name ?? ''))
    await answering(send)(cardActivity(welcomeCard(name, context)))
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
    const reply = answering(send)
    // A client that knows no Action.Execute sends the fallback as a message with a value.
    const value = activity.value as { verb?: unknown } | undefined
    if (value && typeof value.verb === 'string') {
      const sent: Sent = { verb: value.verb, data: { ...value }, messageId: messageOf(activity) }
      const answer = cardActivity(await answers.answer(person, sent, context, app.now()))
      await reply(activity.replyToId ? Object.assign(answer, { id: activity.replyToId }) : answer)
      return
    }
    await reply(cardActivity(await said(person, activity.text ?? '', context)))
  })

  async function said(person: PersonKey, typed: string, context: CardContext): Promise<AdaptiveCard> {
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
    const sent: Sent = { ...actionIn(activity.value), messageId: messageOf(activity) }
    const value = await answers.answer(person, sent, await contextOf(person), app.now())
    return { statusCode: 200 as const, type: cardType, value }
  })
}
