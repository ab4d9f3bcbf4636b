import type { UpdateFilter } from 'mongodb'
import type { PersonKey } from '../contract/person-key.ts'
import type { Collection } from '../database/collection.ts'
import type { PersonDocument } from '../person/collection.ts'
import { hoursOf, type PersonData } from '../person/data.ts'
import type { PersonMutations } from '../person/mutations.ts'
import { dayOf, nextWorkingMoment } from '../person/working-time.ts'
import { retryIn } from '../queue/backoff.ts'
import { leased } from '../queue/leased.ts'
import { topicOf, type ReminderDocument, type ReminderEnd } from './collection.ts'
import { attemptLimit, backoff, lease, type Sending } from './delivery.ts'
import type { Item, Resolved } from './resolve-data.ts'

/** Time ahead within which reminders go along in one message, in milliseconds: one digest instead of a burst. */
const together = 30 * 60_000
/** Most that one message can name. */
const togetherLimit = 10

export type WorkerParts = {
  reminders: Collection<ReminderDocument>
  people: PersonData & PersonMutations
  /** `today`: the day where the person is. */
  resolve: (reminder: ReminderDocument, now: Date, today: string) => Promise<Resolved>
  /** Does the organisation do without reminders? */
  areOff: (tenantId: string) => Promise<boolean>
  /** Until when the person is in a conversation; null when they are in none. */
  inConversationUntil: (person: PersonKey, now: Date) => Promise<Date | null>
  /** Sends one message with all that there is to say. Never throws. */
  send: (person: PersonDocument, items: Item[]) => Promise<Sending>
  now: () => Date
  newId: () => string
  random: () => number
}

/**
 * Sends what is due, one person at a time. Any number of workers do it: a claim moves the due time forward by a
 * lease, so that only one has it, and everybody can have it again when that one dies. Between the service's yes
 * and our record of it a worker that dies makes one message come twice; the service knows no way around that.
 */
export function reminderWorker(parts: WorkerParts) {
  const { reminders, people, resolve, areOff, inConversationUntil, send, now, newId, random } = parts
  type Claimed = ReminderDocument[]

  const queue = leased(reminders, '', lease)

  /** The reminder that is due longest, and what else that person has coming. */
  async function claim(at: Date): Promise<Claimed> {
    const claim = newId()
    const first = await queue.claim(claim, at)
    const claimed = first ? [first] : []
    const soon = new Date(at.getTime() + together)
    while (first && claimed.length < togetherLimit) {
      const more = await queue.claim(claim, at, soon, {
        oid: first.oid,
        tenantId: first.tenantId,
        ...queue.free,
      })
      if (!more) break
      claimed.push(more)
    }
    return claimed
  }

  // Planned anew, it is another reminder.
  const held = (one: ReminderDocument) => ({ ...queue.held(one._id, one.lease), basis: one.basis })
  const change = async (some: Claimed, update: UpdateFilter<ReminderDocument>): Promise<void> => {
    if (some.length === 0) return
    await reminders.updateMany({ _id: { $in: some.map(({ _id }) => _id) }, $or: some.map(held) }, update)
  }
  const end = (some: Claimed, ended: ReminderEnd, more: Partial<ReminderDocument> = {}) =>
    change(some, { $set: { ended, ...more }, $unset: { dueAt: '', lease: '' } })
  const postpone = (some: Claimed, dueAt: Date, more: Partial<ReminderDocument> = {}) =>
    change(some, { $set: { dueAt, ...more }, $unset: { lease: '' } })

  async function deliver(claimed: Claimed, at: Date): Promise<void> {
    const [first] = claimed
    if (!first) return
    const person = await people.find(first)
    if (!person?.chat || person.chatState !== 'installed') return void (await end(claimed, 'unreachable'))
    const hours = hoursOf(person)
    const areAllOff = await areOff(first.tenantId)
    const silenced = claimed.filter(({ kind }) => {
      const topic = topicOf(kind)
      return topic !== null && (areAllOff || hours.silenced.includes(topic))
    })
    await end(silenced, 'silenced')
    const wanted = claimed.filter((one) => !silenced.includes(one))
    if (wanted.length === 0) return
    const conversation = await inConversationUntil(first, at)
    const quietUntil = nextWorkingMoment(conversation ?? at, hours)
    if (quietUntil > at) return void (await postpone(wanted, quietUntil))

    const today = dayOf(at, hours).toString()
    const resolved = await Promise.all(
      wanted.map(async (one) => ({ one, said: await resolve(one, at, today) })),
    )
    const saying = resolved.flatMap(({ one, said }) => (said.ok ? [{ one, item: said.item }] : []))
    await Promise.all(resolved.map(({ one, said }) => (said.ok ? [] : end([one], said.ended))))
    if (saying.length === 0) return
    const [said, items] = [saying.map(({ one }) => one), saying.map(({ item }) => item)]
    await record(said, await send(person, items), person, at)
  }

  async function record(sent: Claimed, sending: Sending, person: PersonDocument, at: Date): Promise<void> {
    if (sending.ok) {
      await end(sent, 'sent', { sentAt: at, activityId: sending.activityId })
      return
    }
    switch (sending.kind) {
      case 'blocked':
      case 'absent':
        await people.chat(person, sending.kind)
        await end(sent, 'unreachable', { reason: sending.code })
        return
      case 'refused':
        await end(sent, 'parked', { reason: sending.code })
        return
      case 'again':
        await tryAgain(sent, sending.code, sending.retryAfter, at)
    }
  }

  async function tryAgain(
    some: Claimed,
    reason: string,
    retryAfter: number | undefined,
    at: Date,
  ): Promise<void> {
    for (const one of some) {
      const attempts = one.attempts + 1
      const next = new Date(at.getTime() + retryIn(backoff, attempts, retryAfter, random()))
      if (attempts >= attemptLimit) await end([one], 'parked', { reason, attempts })
      else await postpone([one], next, { reason, attempts })
    }
  }

  /** @returns how many were taken; 0 when nothing is due */
  return async (): Promise<number> => {
    const at = now()
    const claimed = await claim(at)
    try {
      await deliver(claimed, at)
    } catch (error) {
      // One that cannot be dealt with never stops the others.
      await tryAgain(claimed, error instanceof Error ? error.name : 'unknown', undefined, at)
    }
    return claimed.length
  }
}
