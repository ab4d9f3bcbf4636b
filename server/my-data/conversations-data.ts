import type { FastifyInstance } from 'fastify'
import { feedbackData } from '../feedback/data.ts'
import { feedbackView } from '../feedback/view.ts'
import type { ConversationData } from '../contract/my-data.ts'
import type { Role } from '../contract/pair.ts'
import type { Localized } from '../contract/shape.ts'
import type { Template } from '../contract/template.ts'
import type { ConversationDocument } from '../conversation/collection.ts'
import { conversationData } from '../conversation/data.ts'
import { stepTextOf } from '../conversation/step-text.ts'
import type { Member, PairDocument } from '../pair/collection.ts'
import { otherRole } from '../pair/policy.ts'
import { mineView, theirsView } from '../preparation/view.ts'
import { noteView, privateNoteData } from '../private-note/data.ts'
import { questionData } from '../saved-questions/data.ts'
import { knownIn } from '../question/known.ts'
import type { ScaleDocument } from '../scale/collection.ts'
import { scaleData } from '../scale/data.ts'
import { scaleView } from '../scale/view.ts'
import { templatesOf } from '../template/data.ts'

/** A question by its name, as this person reads it; null of what is the other's alone. */
type Wording = (id: string) => Localized | null

/** A pair's conversations as one of the two has them: what the two share, and what is their own. */
export function conversationsOf(app: FastifyInstance) {
  const { collections } = app
  const conversations = conversationData(collections.conversations)
  const notes = privateNoteData(collections.privateNotes)
  const scales = scaleData(collections.scales)
  const feedback = feedbackData(collections.feedback)
  const { findable } = questionData(collections.savedQuestions)
  const templates = templatesOf(collections)

  async function notesOf(
    one: ConversationDocument,
    template: Template | null,
  ): Promise<ConversationData['notes']> {
    const texts = (await app.liveNotes.texts(one._id)) ?? one.notes.texts
    // The export is complete: without the template, notes are listed under the ids of their steps.
    const unnamed = Object.keys(texts).map((id) => ({ id, title: { nl: id, en: id } }))
    const steps = template?.steps ?? unnamed
    const left = (one.otherSteps ?? []).filter(({ id }) => !steps.some((step) => step.id === id))
    return [...steps, ...left].flatMap(({ id, title }) => {
      const text = stepTextOf(texts, id)
      return text ? [{ title, text }] : []
    })
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

  return async (pair: PairDocument, member: Member, oid: string): Promise<ConversationData[]> => {
    const { role } = member
    const [all, mine, answers, said, found] = await Promise.all([
      conversations.allWithNotes(pair._id),
      notes.ofPair(pair._id, oid),
      scales.ofPair(pair._id),
      feedback.ofPair(pair._id),
      findable({ tenantId: pair.tenantId, oid }, [pair]),
    ])
    return Promise.all(
      all.map(async (one): Promise<ConversationData> => {
        const template = await templates.find(one.template, one.tenantId)
        // The export is complete: without the template, the questions that are known otherwise are listed.
        const texts = new Map(knownIn(found, template ?? {}, one, oid).map(({ id, text }) => [id, text]))
        const questionOf: Wording = (id) => texts.get(id) ?? null
        const note = mine.find(({ conversationId }) => conversationId === one._id)
        const of = (whose: Role) =>
          said.find((each) => each.conversationId === one._id && each.role === whose) ?? null
        return {
          subject: one.meeting.subject,
          start: one.meeting.start.toISOString(),
          end: one.meeting.end.toISOString(),
          finished: one.finishedAt?.toISOString() ?? null,
          notes: await notesOf(one, template),
          myPreparation: mineView(one, role),
          theirPreparation: theirsView(one, otherRole(role)),
          myNotes: note ? noteView(note) : null,
          asked: (one.asked ?? []).flatMap(({ question }) => questionOf(question) ?? []),
          scales: scalesOf(one, answers, role, questionOf),
          feedback: feedbackView(role, { mine: of(role), theirs: of(otherRole(role)) }),
          shared: one.publication?.summary ?? null,
        }
      }),
    )
  }
}
