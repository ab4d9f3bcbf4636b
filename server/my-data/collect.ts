import type { FastifyInstance } from 'fastify'
import { auditSpec } from '../audit/collection.ts'
import { auditData } from '../audit/data.ts'
import { commitmentSpec } from '../commitment/collection.ts'
import { commitmentData } from '../commitment/data.ts'
import { commitmentView } from '../commitment/view.ts'
import type { MyData, PairData, TalkData } from '../contract/my-data.ts'
import { conversationSpec, type ConversationDocument } from '../conversation/collection.ts'
import { conversationData } from '../conversation/data.ts'
import { pairSpec, type Member, type PairDocument } from '../pair/collection.ts'
import { pairData } from '../pair/data.ts'
import { memberOf, otherRole, pairView } from '../pair/policy.ts'
import { templateOf } from '../panel/view.ts'
import { personSpec } from '../person/collection.ts'
import { personData } from '../person/data.ts'
import { mineView, theirsView } from '../preparation/sealed.ts'
import { privateNoteSpec } from '../private-note/collection.ts'
import { noteView, privateNoteData } from '../private-note/data.ts'
import { reminderSpec } from '../reminder/collection.ts'
import { tenantSettingsSpec } from '../tenant-settings/collection.ts'
import { tenantSettingsData } from '../tenant-settings/data.ts'

type Who = { tenantId: string; oid: string }
type Place = { pair: PairDocument; member: Member }
type Notes = Awaited<ReturnType<ReturnType<typeof privateNoteData>['ofPair']>>

/** Gathers all that is kept about a person: what is theirs, and what they share; never what is the other's alone. */
export async function myDataCollector(app: FastifyInstance) {
  const { database, sealing } = app
  const people = personData(await database.collection(personSpec))
  const pairs = pairData(await database.collection(pairSpec))
  const conversations = conversationData(await database.collection(conversationSpec))
  const commitments = commitmentData(await database.collection(commitmentSpec))
  const notes = privateNoteData(await database.collection(privateNoteSpec))
  const reminders = await database.collection(reminderSpec)
  const trail = auditData(await database.collection(auditSpec))
  const settings = tenantSettingsData(await database.collection(tenantSettingsSpec))

  async function talk(one: ConversationDocument, { member }: Place, mine: Notes): Promise<TalkData> {
    const texts = app.liveNotes.texts(one._id) ?? one.notes.texts
    const note = mine.find(({ conversationId }) => conversationId === one._id)
    return {
      subject: one.meeting.subject,
      start: one.meeting.start.toISOString(),
      end: one.meeting.end.toISOString(),
      finished: one.finishedAt?.toISOString() ?? null,
      notes: templateOf(one).steps.flatMap(({ id, title }) => {
        const text = texts[id] ?? ''
        return text ? [{ title, text }] : []
      }),
      myPreparation: await mineView(sealing, one, member.role),
      theirPreparation: await theirsView(sealing, one, otherRole(member.role)),
      myNotes: note ? await noteView(sealing, note) : null,
      shared: one.publication?.summary ?? null,
    }
  }

  async function ofPair({ oid }: Who, place: Place): Promise<PairData> {
    const { pair, member } = place
    const [talks, made, mine, reminded, told] = await Promise.all([
      conversations.allOfPair(pair._id),
      commitments.ofPair(pair._id),
      notes.ofPair(pair._id, oid),
      reminders.find({ pairId: pair._id, oid }).toArray(),
      trail.all(pair._id),
    ])
    return {
      pair: pairView(pair, member),
      members: pair.members.map(({ name, address, role }) => ({ name, address, role })),
      since: pair.createdAt.toISOString(),
      talks: await Promise.all(talks.map((one) => talk(one, place, mine))),
      commitments: made.map(commitmentView),
      reminders: reminded.map(({ kind, dueAt, sentAt }) => ({
        kind,
        dueAt: dueAt?.toISOString() ?? null,
        sentAt: sentAt?.toISOString() ?? null,
      })),
      trail: told,
    }
  }

  async function places(person: Who): Promise<Place[]> {
    const found = await pairs.everOfPerson(person.tenantId, person.oid)
    return found.flatMap((pair) => {
      const member = memberOf(pair, person)
      return member ? [{ pair, member }] : []
    })
  }

  async function collect(person: Who): Promise<{ data: MyData; places: Place[] }> {
    const [me, { retentionDays }, mine] = await Promise.all([
      people.find(person),
      settings.of(person.tenantId),
      places(person),
    ])
    const data: MyData = {
      madeAt: app.now().toISOString(),
      retentionDays,
      me: {
        language: me?.language ?? null,
        timeZone: me?.timeZone || null,
        reminders: me?.reminders ?? null,
        workingHoursOfMailbox: me?.mailbox ?? null,
        chat: me?.chatState ?? 'absent',
        chatAddress: me?.chat ? { conversationId: me.chat.conversationId, userId: me.chat.userId } : null,
      },
      pairs: await Promise.all(mine.map((place) => ofPair(person, place))),
    }
    return { data, places: mine }
  }
  return { collect, places }
}
