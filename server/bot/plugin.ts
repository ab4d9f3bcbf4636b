import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'
import { commitmentSpec } from '../commitment/collection.ts'
import { commitmentData } from '../commitment/data.ts'
import { commitmentMutations } from '../commitment/mutations.ts'
import { botTexts } from '../content/bot-texts.ts'
import { personalTabId } from '../contract/settings.ts'
import { conversationSpec } from '../conversation/collection.ts'
import { pairSpec } from '../pair/collection.ts'
import { pairData } from '../pair/data.ts'
import { personSpec, type PersonDocument } from '../person/collection.ts'
import { hoursOf, personData } from '../person/data.ts'
import { personMutations } from '../person/mutations.ts'
import { reminderSpec } from '../reminder/collection.ts'
import { reminderPlanner } from '../reminder/planner.ts'
import { reminderResolver } from '../reminder/resolve.ts'
import { inTalk } from '../reminder/talk.ts'
import { reminderWorker } from '../reminder/worker.ts'
import { cardAnswers } from './answers.ts'
import type { CardContext } from './card-parts.ts'
import { handle } from './handlers.ts'
import { offerBot, shouldOffer } from './offer.ts'
import { sendReminders } from './send.ts'
import { teamsApp } from './teams-app.ts'

/** How often each server looks for what is due, besides being told. */
const pollEvery = 5000

/** The bot in Teams chat: what people ask of it, and reminders that they answer. */
export const bot = fp(
  async (app) => {
    const { database, settings } = app
    const peopleCollection = await database.collection(personSpec)
    const people = { ...personData(peopleCollection), ...personMutations(peopleCollection) }
    const commitments = await database.collection(commitmentSpec)
    const conversations = await database.collection(conversationSpec)
    const pairCollection = await database.collection(pairSpec)
    const pairs = pairData(pairCollection)
    const reminders = await database.collection(reminderSpec)
    const all = { reminders, commitments, conversations, pairs: pairCollection, people }

    const contextOf = (person: PersonDocument | null): CardContext => ({
      language: person?.language ?? 'en',
      texts: botTexts[person?.language ?? 'en'],
      timeZone: hoursOf(person).timeZone,
      userId: person?.chat?.userId ?? null,
      link: (iCalUId) => linkTo(settings.teamsAppId, iCalUId),
    })
    const teams = teamsApp(app)
    handle(teams, {
      tenantIds: settings.app.tenantIds,
      people,
      now: app.now,
      contextOf: async (person) => contextOf(await people.find(person)),
      answers: cardAnswers({
        commitments,
        data: commitmentData(commitments),
        mutations: commitmentMutations(commitments),
        pairs,
        people,
        onChanged: (pairId) => {
          app.announce.emit('pair-changed', pairId)
          app.announce.emit('to-remind')
        },
      }),
    })
    // Registers its route, so before Fastify is ready.
    await teams.initialize()

    const { planDue } = reminderPlanner(all)
    const deliverOne = reminderWorker({
      reminders,
      people,
      resolve: reminderResolver(all),
      inTalkUntil: inTalk(pairs, conversations),
      send: sendReminders(teams, contextOf),
      now: app.now,
      newId: app.newId,
      random: Math.random,
    })
    work(app, async () => {
      while (await planDue(app.now(), app.newId));
      return (await deliverOne()) > 0
    })

    const { teamsAppId } = settings
    const { graph } = settings.cloud
    async function offer(who: { tenantId: string; oid: string }): Promise<void> {
      const person = await people.find(who)
      if (!teamsAppId || !person || !shouldOffer(person, app.now())) return
      await people.offered(person, app.now())
      const status = await offerBot({ graph, token: app.applicationToken, teamsAppId, person })
      app.log.info({ status }, 'bot offered')
    }
    app.announce.on('seen', (who) => {
      // Tomorrow is early enough to try again.
      offer(who).catch((error: unknown) => app.log.warn({ err: error }, 'bot not offered'))
    })
  },
  { name: 'bot', dependencies: ['context', 'auth'] },
)

/** Runs a worker until there is nothing to do, whenever it is told and now and then; a stop waits for it. */
function work(app: FastifyInstance, step: () => Promise<boolean>): void {
  let running: Promise<void> | null = null
  let again = false
  let stopping = false
  const drain = async () => {
    do {
      again = false
      while (!stopping && (await step()));
    } while (again && !stopping)
  }
  const wake = () => {
    again = true
    if (running || stopping) return
    running = drain()
      .catch((error: unknown) => app.log.error({ err: error }, 'reminder worker'))
      .finally(() => {
        running = null
      })
  }
  app.announce.on('to-remind', wake)
  app.announce.on('changed', wake)
  const timer = setInterval(wake, pollEvery)
  app.addHook('onReady', async () => wake())
  app.addHook('preClose', async () => {
    stopping = true
    clearInterval(timer)
    await running
  })
}

/** A link into the personal tab, at one meeting when it is named (Teams, "Deep link to a tab"). */
function linkTo(teamsAppId: string | undefined, iCalUId: string | undefined): string | null {
  if (!teamsAppId) return null
  const url = new URL(`https://teams.microsoft.com/l/entity/${teamsAppId}/${personalTabId}`)
  if (iCalUId) url.searchParams.set('context', JSON.stringify({ subEntityId: iCalUId }))
  return url.toString()
}
