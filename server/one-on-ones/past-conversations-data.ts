import { commitmentData } from '../commitment/data.ts'
import { asOf } from '../commitment/snapshot.ts'
import type { PastConversations } from '../contract/one-on-ones.ts'
import { conversationData } from '../conversation/data.ts'
import type { PairDocument } from '../pair/collection.ts'
import type { Collections } from '../plugins/context.ts'
import { templatesOf } from '../template/data.ts'

/** Conversations that are listed at once. */
const page = 20

/** Reads a page of a pair's conversations that began before a moment, latest first, each by what came of it. */
export function pastConversationsOf(
  collections: Collections,
): (pair: PairDocument, until: Date) => Promise<PastConversations> {
  const { before } = conversationData(collections.conversations)
  const commitments = commitmentData(collections.commitments)
  const templates = templatesOf(collections)

  return async (pair, until) => {
    const found = await before(pair._id, until, page + 1)
    // Conversations that begin at the same moment stay on one page: the next page is asked for by a moment.
    const further = found[page]
    const conversations = further
      ? found.filter(({ meeting }) => meeting.start > further.meeting.start)
      : found
    const [made, titleOf] = await Promise.all([
      commitments.madeIn(conversations.map(({ _id }) => _id)),
      templates.titles(
        conversations.map(({ template }) => template),
        pair.tenantId,
      ),
    ])
    return {
      conversations: conversations.map(({ _id, meeting: { start, end }, state, template }) => {
        const first = made.find(({ conversationId }) => conversationId === _id)
        return {
          id: _id,
          start: start.toISOString(),
          end: end.toISOString(),
          finished: state === 'finished',
          template: titleOf(template),
          agreed: first ? asOf(first, { id: _id, start, end }).what : null,
        }
      }),
      next: further ? (conversations.at(-1)?.meeting.start.toISOString() ?? null) : null,
    }
  }
}
