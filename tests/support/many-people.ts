import { iCalUIdOf } from '../../infra/sandbox/calendar/ids.ts'
import { manyPeople, type Coach, type Series } from '../../infra/sandbox/seed/many-people.ts'
import { commitmentSpec, shownIn, type CommitmentDocument } from '../../server/commitment/collection.ts'
import { intervals } from '../../server/contract/planning.ts'
import {
  conversationSpec,
  type ConversationDocument,
  type PublicationDocument,
} from '../../server/conversation/collection.ts'
import type { Database } from '../../server/database/collection.ts'
import { openDerivedIds, type DeriveId } from '../../server/database/derived-id.ts'
import { pairSpec, type Member, type PairDocument } from '../../server/pair/collection.ts'
import { scaleId, scaleSpec, type ScaleDocument } from '../../server/scale/collection.ts'

const aWeek = 7 * 24 * 60 * 60_000
const texts = [
  'De offerte voor de gemeente afmaken',
  'Elke ochtend een half uur zonder berichten',
  'Het verslag van de kennismiddag rondsturen',
  'Een training kiezen en inschrijven',
  'Bellen met drie klanten over wat zij missen',
]
const days = ['2026-06-01', '2026-06-03', '2026-06-05', '2026-06-12', '2026-06-26']

type Past = {
  pair: PairDocument
  conversations: ConversationDocument[]
  commitments: CommitmentDocument[]
  scales: ScaleDocument[]
}

/**
 * Gives coaches a past with each of theirs: finished conversations, one a week, with what they agreed and a number each.
 * Of the last of them none to two commitments are open. It goes straight into the database: played through the API it
 * takes minutes, and more calls than a person may make in one.
 * @param held how many conversations the pair at this place of a coach had
 */
export async function fillManyPeople(
  database: Database,
  coaches: readonly Coach[],
  held: (coach: Coach, at: number) => number = () => 2,
): Promise<void> {
  const deriveId = await openDerivedIds(database)
  const past = manyPeople()
    .series.filter(({ coach }) => coaches.includes(coach))
    .map((one) => pastOf(one, held(one.coach, one.at), deriveId))
  const [pairs, conversations, commitments, scales] = [
    await database.collection(pairSpec),
    await database.collection(conversationSpec),
    await database.collection(commitmentSpec),
    await database.collection(scaleSpec),
  ]
  await pairs.insertNew(past.map(({ pair }) => pair))
  await conversations.insertNew(past.flatMap((one) => one.conversations))
  await commitments.insertNew(past.flatMap((one) => one.commitments))
  await scales.insertNew(past.flatMap((one) => one.scales))
}

/** The id of the pair at this place of a coach. */
export async function pairIdOf(database: Database, coach: Coach, at: number): Promise<string> {
  const one = manyPeople().series.find((series) => series.coach === coach && series.at === at)
  if (!one) throw new Error('No such pair.')
  return pastOf(one, 0, await openDerivedIds(database)).pair._id
}

function pastOf(one: Series, held: number, deriveId: DeriveId): Past {
  const pair = pairOf(one, held, deriveId)
  const conversations = Array.from({ length: held }, (_, back) => conversationOf(one, pair, back, deriveId))
  const agreed = conversations.map((conversation, back) =>
    commitmentsOf(conversation, one.at, back, deriveId),
  )
  return {
    pair,
    conversations: conversations.map((conversation, back) => ({
      ...conversation,
      publication: publicationOf(one, conversation.meeting.start, agreed[back] ?? []),
    })),
    commitments: agreed.flat(),
    scales: conversations.flatMap((conversation, back) => scalesOf(conversation, one.at, back)),
  }
}

const lastOf = ({ item }: Series): Date => new Date(`${item.start}+02:00`)

function pairOf(one: Series, held: number, deriveId: DeriveId): PairDocument {
  const { by, employee, item } = one
  const last = lastOf(one)
  const key = [by.mail, employee.mail].sort().join('|')
  const member = ({ mail, name, oid }: Series['by'], role: Member['role']): Member => ({
    address: mail,
    name,
    oid,
    role,
    addresses: [mail],
    addressesAt: last,
  })
  const [coach, other] = [member(by, 'coach'), member(employee, 'employee')]
  const everyWeeks = intervals.find((weeks) => weeks === item.everyWeeks)
  return {
    _id: deriveId('pair', by.tenantId, key, '0'),
    tenantId: by.tenantId,
    key,
    members: by.mail < employee.mail ? [coach, other] : [other, coach],
    createdAt: new Date(last.getTime() - (held + 1) * aWeek),
    ...(everyWeeks ? { rhythm: { everyWeeks, by: 'coach', at: last, revision: 1 } } : {}),
  }
}

function conversationOf(
  one: Series,
  { _id: pairId, tenantId }: PairDocument,
  back: number,
  deriveId: DeriveId,
): ConversationDocument {
  const { by, item } = one
  const start = new Date(lastOf(one).getTime() - back * aWeek)
  const day = item.everyWeeks === null ? '0' : start.toISOString().slice(0, 10)
  const iCalUId = iCalUIdOf(`${item.id}#${day}`)
  const end = new Date(start.getTime() + item.minutes * 60_000)
  return {
    _id: deriveId('conversation', pairId, iCalUId, ...(back > 0 ? [String(back)] : [])),
    tenantId,
    pairId,
    iCalUId: back > 0 ? `${iCalUId}-${back}` : iCalUId,
    meeting: { subject: item.subject, start, end, organiser: by.mail, timeZone: item.timeZone },
    template: { id: 'grow', version: 1 },
    state: 'finished',
    notes: { texts: { goal: 'Meer rust in de week, en af wat af moet.' } },
    written: true,
    publication: null,
    createdAt: start,
    finishedAt: end,
  }
}

/** Shared, and out of the invites again: so it stands before a worker for ever. */
const publicationOf = (
  { by, employee }: Series,
  heldAt: Date,
  agreed: CommitmentDocument[],
): PublicationDocument => ({
  revision: 1,
  scope: 'summary-and-commitments',
  language: 'nl',
  summary: {
    scope: 'summary-and-commitments',
    steps: [],
    commitments: agreed.map(({ owner, what, firstStep, due, criterion, ifThen }) => ({
      ...{ what, firstStep, due, criterion, ifThen },
      owner: owner === 'coach' ? by.name : employee.name,
    })),
    fingerprint: 'many people',
  },
  heldAt,
  state: 'superseded',
  reason: null,
  attempts: 0,
  target: null,
  invites: [],
  publishedAt: null,
})

function commitmentsOf(
  { _id: conversationId, tenantId, pairId, meeting }: ConversationDocument,
  at: number,
  back: number,
  deriveId: DeriveId,
): CommitmentDocument[] {
  const open = back === 0 ? at % 3 : 0
  return Array.from({ length: Math.max(1, open) }, (_, slot): CommitmentDocument => {
    const place = at + back + slot * 2
    const status = open > 0 ? 'open' : 'done'
    const made = {
      _id: deriveId('commitment of many people', conversationId, String(slot)),
      tenantId,
      pairId,
      conversationId,
      slot,
      owner: place % 4 === 1 ? ('coach' as const) : ('employee' as const),
      what: texts[place % texts.length] ?? '',
      firstStep: '',
      due: back === 0 ? (days[place % days.length] ?? null) : null,
      criterion: '',
      ifThen: '',
      status,
      ...(status === 'done' ? { doneAt: meeting.end } : {}),
      followUps: [],
      revision: 1,
      createdAt: meeting.end,
    } satisfies Omit<CommitmentDocument, 'shownIn'>
    return { ...made, shownIn: shownIn(made) }
  })
}

function scalesOf(
  { _id: conversationId, tenantId, pairId, meeting: { start } }: ConversationDocument,
  at: number,
  back: number,
): ScaleDocument[] {
  const question = 'goal-scale'
  return (['coach', 'employee'] as const).map((role, place) => ({
    _id: scaleId({ conversationId, question, role }),
    tenantId,
    pairId,
    conversationId,
    question,
    role,
    value: 4 + ((at + back + place) % 5),
    notLower: '',
    oneMore: '',
    start,
    revision: 1,
    at: start,
  }))
}
