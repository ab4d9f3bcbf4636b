import { carriedOver } from '../commitment/carried-over.ts'
import type { CommitmentDocument } from '../commitment/collection.ts'
import { commitmentView } from '../commitment/view.ts'
import { questionsOf } from '../content/library.ts'
import type { Conversation } from '../contract/conversation.ts'
import { otherRole } from '../pair/policy.ts'
import type { Sealing } from '../plugins/sealing.ts'
import { mineView, theirsView } from '../preparation/sealed.ts'
import type { Template } from '../contract/template.ts'
import { pairView } from '../pair/policy.ts'
import { publicationView } from '../publication/view.ts'
import type { ConversationDocument } from '../conversation/collection.ts'
import type { Entered } from '../conversation/data.ts'
import { originOf } from '../template/effective.ts'

/** What was written under other templates; a step that is back in this one is not among it. */
const otherNotes = ({ otherSteps, notes }: ConversationDocument, template: Template) =>
  (otherSteps ?? [])
    .filter(({ id }) => !template.steps.some((step) => step.id === id))
    .map(({ id, title }) => ({ stepId: id, title, text: notes.texts[id] ?? '' }))
    .filter(({ text }) => text.trim() !== '')

/** A month after it was done in the chat, and no talk came back to it, it is history. */
const lookBack = 30 * 24 * 60 * 60 * 1000

const isTalkedAbout = (one: CommitmentDocument, conversationId: string, now: Date): boolean =>
  one.status === 'open' ||
  one.followUps.some((followUp) => followUp.conversationId === conversationId) ||
  (one.doneAt !== undefined && now.getTime() - one.doneAt.getTime() < lookBack)

/**
 * @param template the very version that the conversation is held with
 * @param related open commitments of the pair and those that this conversation made or followed up
 * @param earlierTalks the pair's talks before this one, the latest first
 */
export async function conversationView(
  { conversation, pair, member }: Entered,
  template: Template,
  related: CommitmentDocument[],
  earlierTalks: ConversationDocument[],
  now: Date,
  sealing: Sealing,
): Promise<Conversation> {
  const mine = related.filter((one) => one.conversationId === conversation._id)
  const earlier = related.filter(
    (one) =>
      one.conversationId !== conversation._id &&
      one.createdAt < conversation.meeting.end &&
      isTalkedAbout(one, conversation._id, now),
  )
  return {
    id: conversation._id,
    now: now.toISOString(),
    pair: pairView(pair, member),
    meeting: {
      subject: conversation.meeting.subject,
      start: conversation.meeting.start.toISOString(),
      end: conversation.meeting.end.toISOString(),
    },
    standing: conversation.standing ?? 'one-on-one',
    state: conversation.state,
    template,
    templateFrom: originOf(conversation.template),
    otherNotes: otherNotes(conversation, template),
    questions: questionsOf(template),
    followUps: earlier.map(commitmentView),
    timesBack: earlier.map((one) => ({
      commitmentId: one._id,
      times: 1 + carriedOver(one, earlierTalks),
    })),
    commitments: mine.sort((a, b) => a.slot - b.slot).map(commitmentView),
    publication: publicationView(conversation.publication),
    preparation: {
      mine: await mineView(sealing, conversation, member.role),
      theirs: await theirsView(sealing, conversation, otherRole(member.role)),
    },
  }
}
