import type { CommitmentDocument } from '../commitment/collection.ts'
import { commitmentView } from '../commitment/view.ts'
import { currentTemplate, questionsOf, templateById } from '../content/library.ts'
import type { Conversation } from '../contract/conversation.ts'
import { otherRole } from '../pair/policy.ts'
import type { Sealing } from '../plugins/sealing.ts'
import { mineView, theirsView } from '../preparation/sealed.ts'
import type { Template } from '../contract/template.ts'
import { pairView } from '../pair/policy.ts'
import { publicationView } from '../publication/view.ts'
import type { ConversationDocument } from '../conversation/collection.ts'
import type { Entered } from '../conversation/data.ts'

/** A conversation reads as it was held: with its own version of the template. */
export const templateOf = (conversation: ConversationDocument): Template =>
  templateById(conversation.template.id, conversation.template.version) ?? currentTemplate()

/** A month after it was done in the chat, and no talk came back to it, it is history. */
const lookBack = 30 * 24 * 60 * 60 * 1000

const isTalkedAbout = (one: CommitmentDocument, conversationId: string, now: Date): boolean =>
  one.status === 'open' ||
  one.followUps.some((followUp) => followUp.conversationId === conversationId) ||
  (one.doneAt !== undefined && now.getTime() - one.doneAt.getTime() < lookBack)

/** @param related open commitments of the pair and those that this conversation made or followed up */
export async function conversationView(
  { conversation, pair, member }: Entered,
  related: CommitmentDocument[],
  now: Date,
  sealing: Sealing,
): Promise<Conversation> {
  const template = templateOf(conversation)
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
    state: conversation.state,
    template,
    questions: questionsOf(template),
    followUps: earlier.map(commitmentView),
    commitments: mine.sort((a, b) => a.slot - b.slot).map(commitmentView),
    publication: publicationView(conversation.publication),
    preparation: {
      mine: await mineView(sealing, conversation, member.role),
      theirs: await theirsView(sealing, conversation, otherRole(member.role)),
    },
  }
}
