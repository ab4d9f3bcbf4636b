import fp from 'fastify-plugin'
import type { CommitmentDocument } from '../commitment/collection.ts'
import type { PersonKey } from '../contract/person-key.ts'
import { pairData } from '../pair/data.ts'
import { hoursOf, personData } from '../person/data.ts'
import { personMutations } from '../person/mutations.ts'
import { ofListed } from '../plugins/listed.ts'
import { workLoop } from '../queue/work-loop.ts'
import { tenantSettingsData } from '../tenant-settings/data.ts'
import { dayOf } from '../person/working-time.ts'
import { topicOf } from './collection.ts'
import { reminderPlanner } from './planner-worker.ts'
import { reminderResolver, type Item } from './resolve-data.ts'
import { inConversation } from './conversation-data.ts'
import { turns } from './turns-job.ts'
import { reminderWorker, type WorkerParts } from './worker.ts'

/** Sends one message with all that there is to say. Never throws. */
export type SendReminders = WorkerParts['send']

declare module 'fastify' {
  interface FastifyInstance {
    /** Whoever speaks with people hands this in; until then nothing is sent. */
    sendRemindersBy(send: SendReminders): void
    /** One message of the bot as it stands now: what still waits, and which commitments were done since. */
    remindersIn(person: PersonKey, activityId: string): Promise<{ items: Item[]; done: CommitmentDocument[] }>
  }
}

/** Plans reminders that follow from what changed, and sends what is due. */
export const reminders = fp(
  async (app) => {
    const { collections } = app
    const { tenantIds } = app.settings.app
    const reminders = ofListed(collections.reminders, tenantIds)
    const commitments = ofListed(collections.commitments, tenantIds)
    const conversations = ofListed(collections.conversations, tenantIds)
    const pairs = ofListed(collections.pairs, tenantIds)
    const people = { ...personData(collections.people), ...personMutations(collections.people) }
    const settings = tenantSettingsData(collections.tenantSettings)
    const resolve = reminderResolver({ commitments, conversations, pairs })
    app.decorate('remindersIn', async (person: PersonKey, activityId: string) => {
      const { tenantId, oid } = person
      const sent = await reminders.find({ tenantId, oid, activityId }).toArray()
      const now = app.now()
      const today = dayOf(now, hoursOf(await people.find(person))).toString()
      const said = await Promise.all(sent.map((one) => resolve(one, now, today)))
      const gone = sent.flatMap(({ kind, subject }, at) =>
        topicOf(kind) === 'commitments' && !said[at]?.ok ? [subject] : [],
      )
      const done = gone.length > 0 ? await commitments.find({ _id: { $in: gone }, tenantId }).toArray() : []
      return {
        items: said.flatMap((one) => (one.ok ? [one.item] : [])),
        done: done.filter(({ status }) => status === 'done'),
      }
    })
    let deliverOne = async (): Promise<number> => 0
    const { planDue } = reminderPlanner({
      reminders,
      commitments,
      conversations,
      pairs,
      people,
      onFailure: (error, subject) => app.log.error({ err: error, subject }, 'reminders not planned'),
    })
    app.decorate('sendRemindersBy', (send: SendReminders) => {
      deliverOne = reminderWorker({
        reminders,
        people,
        resolve,
        areOff: async (tenantId) => !(await settings.of(tenantId)).reminders,
        inConversationUntil: inConversation(pairData(pairs), conversations),
        send,
        now: app.now,
        newId: app.newId,
        random: Math.random,
      })
    })
    const step = turns(
      () => planDue(app.now()),
      () => deliverOne(),
    )
    const wake = workLoop(app, 'reminder worker', step)
    app.announce.on('to-remind', () => wake.soon())
    app.announce.on('changed', () => wake.soon())
  },
  { name: 'reminders', dependencies: ['context', 'auth'] },
)
