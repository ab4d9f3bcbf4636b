import type { MessageActivityInput } from '@microsoft/teams.api'
import fp from 'fastify-plugin'
import { botTexts } from '../content/bot-texts.ts'
import type { PersonKey } from '../contract/person-key.ts'
import { personalTabId } from '../contract/settings.ts'
import type { Chat, PersonDocument } from '../person/collection.ts'
import { hoursOf, personData } from '../person/data.ts'
import { personMutations } from '../person/mutations.ts'
import { tenantSettingsData } from '../tenant-settings/data.ts'
import { answering } from './answering.ts'
import { beginChat } from './begin-chat.ts'
import type { CardContext } from './card-parts.ts'
import { welcomeCard } from './cards.ts'
import { handle } from './handlers.ts'
import { cardActivity } from './message.ts'
import { offerBot, shouldOffer } from './offer.ts'
import { sendReminders } from './send.ts'
import { teamsApp } from './teams-app.ts'

/** The bot in Teams chat: what people ask of it, and reminders that they answer. */
export const bot = fp(
  async (app) => {
    const { collections, settings } = app
    const people = { ...personData(collections.people), ...personMutations(collections.people) }
    const tenantSettings = tenantSettingsData(collections.tenantSettings)

    async function contextOf(tenantId: string, person: PersonDocument | null): Promise<CardContext> {
      const spoken = (await tenantSettings.of(tenantId)).language
      const language = spoken === 'own' ? (person?.language ?? 'en') : spoken
      return {
        language,
        texts: botTexts[language],
        timeZone: hoursOf(person).timeZone,
        now: app.now(),
        userId: person?.chat?.userId ?? null,
        link: (iCalUId) => linkTo(settings.teamsAppId, iCalUId),
      }
    }
    const teams = teamsApp(app)
    handle(teams, app, async (person) => contextOf(person.tenantId, await people.find(person)))
    // Registers its route, so before Fastify is ready.
    await teams.initialize()

    app.sendRemindersBy(sendReminders(teams, (person) => contextOf(person.tenantId, person)))

    const { teamsAppId, cloud } = settings
    async function offer(who: PersonKey): Promise<void> {
      const person = await people.find(who)
      if (!teamsAppId || !person || !shouldOffer(person, app.now())) return
      await people.offered(person, app.now())
      const status = await offerBot(app, teamsAppId, person)
      app.log.info({ status }, 'bot offered')
      // Teams may have told of it meanwhile.
      if ((await people.find(who))?.chatState !== 'absent') return
      // Whatever Graph said: people and admins install it too, and the bot may not hear of that either.
      const begun = await beginChat(teams, cloud.bot.service, person)
      app.log.info({ chat: begun.ok ? 'begun' : begun.code }, 'bot not told of a chat')
      if (begun.ok && (await people.found(person, begun.chat))) await welcome(person, begun.chat)
    }
    async function welcome(person: PersonDocument, { serviceUrl, conversationId }: Chat): Promise<void> {
      if (!(await people.welcome(person, app.now()))) return
      const context = await contextOf(person.tenantId, person)
      const { conversations } = teams.api.clone({ serviceUrl })
      const send = (activity: MessageActivityInput) => conversations.createActivity(conversationId, activity)
      await answering(send)(cardActivity(welcomeCard('', context)))
    }
    app.announce.on('seen', (who) => {
      // Tomorrow is early enough to try again.
      offer(who).catch((error: unknown) => app.log.warn({ err: error }, 'bot not offered'))
    })
  },
  { name: 'bot', dependencies: ['context', 'auth', 'reminders'] },
)

/** A link into the personal tab, at one meeting when it is named (Teams, "Deep link to a tab"). */
function linkTo(teamsAppId: string | undefined, iCalUId: string | undefined): string | null {
  if (!teamsAppId) return null
  const url = new URL(`https://teams.microsoft.com/l/entity/${teamsAppId}/${personalTabId}`)
  if (iCalUId) url.searchParams.set('context', JSON.stringify({ subEntityId: iCalUId }))
  return url.toString()
}
