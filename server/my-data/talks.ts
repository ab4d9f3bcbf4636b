import type { FastifyInstance } from 'fastify'
import { balanceSpec } from '../balance/collection.ts'
import { balanceData } from '../balance/data.ts'
import { balanceView } from '../balance/sealed.ts'
import type { TalkData } from '../contract/my-data.ts'
import type { Role } from '../contract/pair.ts'
import type { Localized } from '../contract/shape.ts'
import { conversationSpec, type ConversationDocument } from '../conversation/collection.ts'
import { conversationData } from '../conversation/data.ts'
import { stepTextOf } from '../conversation/step-text.ts'
import type { Member, PairDocument } from '../pair/collection.ts'
import { otherRole } from '../pair/policy.ts'
import { mineView, theirsView } from '../preparation/sealed.ts'
import { privateNoteSpec } from '../private-note/collection.ts'
import { noteView, privateNoteData } from '../private-note/data.ts'
import { shelfSpec } from '../shelf/collection.ts'
import { questionData } from '../shelf/data.ts'
import { knownIn } from '../question/known.ts'
import { scaleSpec, type ScaleDocument } from '../scale/collection.ts'
import { scaleData } from '../scale/data.ts'
import { scaleView } from '../scale/view.ts'
import { templatesOf } from '../template/data.ts'

type Wording = (id: string) => Localized | null

/** A pair's talks as one of the two has them: what the two share, and what is their own. */
export async function talksOf(app: FastifyInstance) {
  const { database, sealing } = app
  const conversations = conversationData(await database.collection(conversationSpec))
  const notes = privateNoteData(await database.collection(privateNoteSpec))
  const scales = scaleData(await database.collection(scaleSpec))
  const balances = balanceData(await database.collection(balanceSpec))
  const { findable } = questionData(await database.collection(shelfSpec))
  const templates = await templatesOf(database)

  async function notesOf(one: ConversationDocument): Promise<TalkData['notes']> {
    const texts = (await app.liveNotes.texts(one._id)) ?? one.notes.texts
    const template = await templates.find(one.template, one.tenantId)
    // All that is kept is told, also when nobody knows any more how its steps were called.
    const unnamed = Object.keys(texts).map((id) => ({ id, title: { nl: id, en: id } }))
    const steps = template?.steps ?? unnamed
    const left = (one.otherSteps ?? []).filter(({ id }) => !steps.some((step) => step.id === id))
    return [...steps, ...left].flatMap(({ id, title }) => {
      const text = stepTextOf(texts, id)
      return text ? [{ title, text }] : []
    })
  }

  /** The questions of a talk by their names, as this person reads them; null of what is the other's alone. */
  async function wordingOf(pair: PairDocument, oid: string) {
    const found = await findable({ tenantId: pair.tenantId, oid }, [pair])
    return async (one: ConversationDocument): Promise<Wording> => {
      // Also of a talk whose template is gone all that is left is told.
      const template = await templates.find(one.template, one.tenantId)
      const texts = new Map(knownIn(found, template ?? {}, one, oid).map(({ id, text }) => [id, text]))
      return (id) => texts.get(id) ?? null
    }
  }

  function scalesOf(one: ConversationDocument, answers: ScaleDocument[], role: Role, questionOf: Wording) {
    const mine = answers.filter(({ conversationId }) => conversationId === one._id)
    return [...new Set(mine.map(({ question }) => question))].flatMap((id) => {
      const question = questionOf(id)
      if (!question) return []
      const now = mine.filter((answer) => answer.question === id)
      const view = scaleView(id, one, now, [], { mine: role, theirs: otherRole(role) })
      return [{ question, mine: view.mine, theirs: view.theirs }]
    })
  }

  return async (pair: PairDocument, member: Member, oid: string): Promise<TalkData[]> => {
    const { role } = member
    const [talks, mine, answers, said, wording] = await Promise.all([
      conversations.allOfPair(pair._id),
      notes.ofPair(pair._id, oid),
      scales.ofPair(pair._id),
      balances.ofPair(pair._id),
      wordingOf(pair, oid),
    ])
    return Promise.all(
      talks.map(async (one): Promise<TalkData> => {
        const questionOf = await wording(one)
        const note = mine.find(({ conversationId }) => conversationId === one._id)
        const of = (whose: Role) =>
          said.find((each) => each.conversationId === one._id && each.role === whose) ?? null
        return {
          subject: one.meeting.subject,
          start: one.meeting.start.toISOString(),
          end: one.meeting.end.toISOString(),
          finished: one.finishedAt?.toISOString() ?? null,
          notes: await notesOf(one),
          myPreparation: await mineView(sealing, one, role),
          theirPreparation: await theirsView(sealing, one, otherRole(role)),
          myNotes: note ? await noteView(sealing, note) : null,
          asked: (one.asked ?? []).flatMap(({ question }) => questionOf(question) ?? []),
          scales: scalesOf(one, answers, role, questionOf),
          balance: await balanceView(sealing, role, { mine: of(role), theirs: of(otherRole(role)) }),
          shared: one.publication?.summary ?? null,
        }
      }),
    )
  }
}
