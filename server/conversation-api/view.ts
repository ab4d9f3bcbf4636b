import { carriedOver } from '../commitment/carried-over.ts'
import type { CommitmentDocument } from '../commitment/collection.ts'
import { asOf, cameBackLater } from '../commitment/snapshot.ts'
import { commitmentView } from '../commitment/view.ts'
import { questionsOf } from '../content/library.ts'
import type { Conversation } from '../contract/conversation.ts'
import type { Scope } from '../contract/publication.ts'
import type { SwitchedOff } from '../contract/tenant-settings.ts'
import { otherRole, pairView } from '../pair/policy.ts'
import { mineView, theirsView } from '../preparation/view.ts'
import type { Template } from '../contract/template.ts'
import { publicationView } from '../publication/data.ts'
import type { ListedConversation } from '../conversation/collection.ts'
import type { Entered } from '../conversation/data.ts'
import type { Among } from '../conversation/recent.ts'
import { stepTextOf } from '../conversation/step-text.ts'
import { originOf } from '../template/effective.ts'

/** Notes in steps of earlier templates, without the steps that this template has too. */
const otherNotes = ({ otherSteps }: ListedConversation, texts: Record<string, string>, template: Template) =>
  (otherSteps ?? [])
    .filter(({ id }) => !template.steps.some((step) => step.id === id))
    .map(({ id, title }) => ({ stepId: id, title, text: stepTextOf(texts, id) }))
    .filter(({ text }) => text.trim() !== '')

/** One of the two in a conversation, of which the notes need not have been read. */
export type Seen = Omit<Entered, 'conversation'> & { conversation: ListedConversation }

/**
 * Shows one of the two a conversation, and records that they opened it.
 * @param read what was read already: the pair's recent conversations, and the commitments that it shows
 */
export type View = (
  off: SwitchedOff,
  seen: Seen,
  read?: { recent?: ListedConversation[]; shown?: CommitmentDocument[] },
) => Promise<Conversation>

/** A month after it was done in the chat, and no conversation came back to it, it is history. */
const historyAfter = 30 * 24 * 60 * 60 * 1000

const isTalkedAbout = (one: CommitmentDocument, conversationId: string, now: Date): boolean =>
  one.status === 'open' ||
  one.followUps.some((followUp) => followUp.conversationId === conversationId) ||
  (one.doneAt !== undefined && now.getTime() - one.doneAt.getTime() < historyAfter)

/**
 * @param template the very version that the conversation is held with
 * @param texts what stands in its steps; asked for only when it had other templates before
 * @param related open commitments of the pair and those that this conversation made or followed up
 * @param scopes how much the organisation lets them share
 */
export async function conversationView(
  { conversation, pair, member }: Seen,
  template: Template,
  texts: Record<string, string>,
  related: CommitmentDocument[],
  among: Among,
  scopes: Scope[],
  now: Date,
): Promise<Conversation> {
  const mine = related.filter((one) => one.conversationId === conversation._id)
  const earlier = related.filter(
    (one) =>
      one.conversationId !== conversation._id &&
      one.createdAt < conversation.meeting.end &&
      isTalkedAbout(one, conversation._id, now),
  )
  const { start, end } = conversation.meeting
  const self = { id: conversation._id, start, end }
  const fixed = [
    ...mine.filter((one) => among.past || one.followUps.length > 0),
    ...earlier.filter((one) => cameBackLater(one, self)),
  ]
  return {
    id: conversation._id,
    now: now.toISOString(),
    pair: pairView(pair, member),
    meeting: {
      subject: conversation.meeting.subject,
      start: conversation.meeting.start.toISOString(),
      end: conversation.meeting.end.toISOString(),
    },
    eligibility: conversation.eligibility ?? 'one-on-one',
    declined: conversation.declined ?? [],
    state: conversation.state,
    template,
    templateFrom: originOf(conversation.template),
    templateBy: conversation.templateBy ?? null,
    otherNotes: otherNotes(conversation, texts, template),
    questions: questionsOf(template),
    followUps: earlier.map((one) => commitmentView(asOf(one, self))),
    timesBack: earlier.map((one) => ({
      commitmentId: one._id,
      times: 1 + carriedOver(one, among.earlier),
    })),
    commitments: mine.sort((a, b) => a.slot - b.slot).map((one) => commitmentView(asOf(one, self))),
    became: mine.map(({ _id, status }) => ({ commitmentId: _id, status })),
    fixed: fixed.map(({ _id }) => _id),
    past: among.past,
    scopes,
    publication: publicationView(conversation.publication),
    preparedFor: conversation.handedOver?.start.toISOString() ?? null,
    preparation: {
      mine: mineView(conversation, member.role),
      theirs: theirsView(conversation, otherRole(member.role)),
    },
  }
}
