import fp from 'fastify-plugin'
import { pairAct } from '../audit/act.ts'
import { auditSpec } from '../audit/collection.ts'
import { auditTrail } from '../audit/mutations.ts'
import { commitmentSpec } from '../commitment/collection.ts'
import { commitmentData } from '../commitment/data.ts'
import { commitmentMutations } from '../commitment/mutations.ts'
import { botTexts } from '../content/bot-texts.ts'
import { personalTabId } from '../contract/settings.ts'
import { conversationSpec } from '../conversation/collection.ts'
import { pairSpec } from '../pair/collection.ts'
import { pairData } from '../pair/data.ts'
import { whileItLasts } from '../pair/while-it-lasts.ts'
import { personSpec, type PersonDocument } from '../person/collection.ts'
import { hoursOf, personData } from '../person/data.ts'
import { personMutations } from '../person/mutations.ts'
import { workLoop } from '../plugins/work-loop.ts'
import { reminderSpec } from '../reminder/collection.ts'
import { reminderPlanner } from '../reminder/planner.ts'
import { reminderResolver } from '../reminder/resolve.ts'
import { inTalk } from '../reminder/talk.ts'
import { reminderWorker } from '../reminder/worker.ts'
import { tenantSettingsSpec } from '../tenant-settings/collection.ts'
import { tenantSettingsData } from '../tenant-settings/data.ts'
import { cardAnswers } from './answers.ts'
import type { CardContext } from './card-parts.ts'
import { handle } from './handlers.ts'
import { offerBot, shouldOffer } from './offer.ts'
import { sendReminders } from './send.ts'
import { teamsApp } from './teams-app.ts'

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
    const trail = auditTrail(await database.collection(auditSpec))
    const all = { reminders, commitments, conversations, pairs: pairCollection, people }

    const tenantSettings = tenantSettingsData(await database.collection(tenantSettingsSpec))

    async function contextOf(tenantId: string, person: PersonDocument | null): Promise<CardContext> {
      const spoken = (await tenantSettings.of(tenantId)).language
      const language = spoken === 'own' ? (person?.language ?? 'en') : spoken
      return {
        language,
        texts: botTexts[language],
        timeZone: hoursOf(person).timeZone,
        userId: person?.chat?.userId ?? null,
        link: (iCalUId) => linkTo(settings.teamsAppId, iCalUId),
      }
    }
    const teams = teamsApp(app)
    handle(teams, {
      tenantIds: settings.app.tenantIds,
      people,
      now: app.now,
      random: Math.random,
      contextOf: async (person) => contextOf(person.tenantId, await people.find(person)),
      answers: cardAnswers({
        commitments,
        data: commitmentData(commitments),
        mutations: commitmentMutations(await whileItLasts(database, commitmentSpec)),
        pairs,
        people,
        onRead: (pair, member) => trail('read-commitments', pairAct(pair, member, app.now())),
        onChanged: async ({ _id: about, tenantId, pairId, owner }) => {
          const act = { tenantId, pairId, who: owner, talk: null, about, at: app.now() }
          await trail('answered-commitment', act)
          app.announce.emit('pair-changed', pairId)
          app.announce.emit('to-remind')
        },
      }),
    })
    // Registers its route, so before Fastify is ready.
    await teams.initialize()

    const { planDue } = reminderPlanner({
      ...all,
      onFailure: (error, subject) => app.log.error({ err: error, subject }, 'reminders not planned'),
    })
    const deliverOne = reminderWorker({
      reminders,
      people,
      resolve: reminderResolver(all),
      areOff: async (tenantId) => !(await tenantSettings.of(tenantId)).reminders,
      inTalkUntil: inTalk(pairs, conversations),
      send: sendReminders(teams, (person) => contextOf(person.tenantId, person)),
      now: app.now,
      newId: app.newId,
      random: Math.random,
    })
    const wake = workLoop(app, 'reminder worker', async () => {
      while (await planDue(app.now(), app.newId));
      return (await deliverOne()) > 0
    })
    app.announce.on('to-remind', () => wake())
    app.announce.on('changed', () => wake())

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

/** A link into the personal tab, at one meeting when it is named (Teams, "Deep link to a tab"). */
function linkTo(teamsAppId: string | undefined, iCalUId: string | undefined): string | null {
  if (!teamsAppId) return null
  const url = new URL(`https://teams.microsoft.com/l/entity/${teamsAppId}/${personalTabId}`)
  if (iCalUId) url.searchParams.set('context', JSON.stringify({ subEntityId: iCalUId }))
  return url.toString()
}
