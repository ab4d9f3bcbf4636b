import type { AuditAction } from '../contract/audit.ts'
import type { PutBackReason } from '../contract/live.ts'
import type { Role } from '../contract/pair.ts'
import type { ConversationDocument } from '../conversation/collection.ts'
import { conversationData } from '../conversation/data.ts'
import { eventOf } from '../conversation/event.ts'
import { activeOnly } from '../pair/active-collection.ts'
import type { Collections } from '../plugins/context.ts'
import type { AuditLog } from '../audit/mutations.ts'
import { templatesOf } from '../template/data.ts'
import {
  agreedOf,
  differing,
  isSameWording,
  outcomeOf,
  saidIn,
  stored,
  wordingNow,
  type Agreed,
} from './agreed.ts'
import type { CommitmentDocument } from './collection.ts'
import type { LiveItem, LiveValues } from './live-item.ts'
import { commitmentMaking } from './making-mutations.ts'
import { commitmentMutations, isSaid, type CommitmentScope } from './mutations.ts'
import { commitmentSlots } from './slot-mutations.ts'
import { cameBackLater } from './snapshot.ts'

/** Changes of an item in the document since its last projection: the fields, and who changed them, the latest last. */
export type Touched = { fields: Set<string>; by: Role[] }

/** The result for an item: what is stored of it now, and what is to be put back into the document. */
export type Projected = {
  agreed: Agreed | null
  back: LiveValues | null
  refused: PutBackReason | null
  /** Something that other screens read than those of the document. */
  isNews: boolean
}

/** Another server or an answer in the chat may be first, each time anew; so often in a row is none of these. */
const attempts = 20

const nobody: Touched = { fields: new Set(), by: [] }
const nothing: Projected = { agreed: null, back: null, refused: null, isNews: false }
type Once = (
  item: LiveItem,
  agreed: Agreed | null,
  touched: Touched,
  conversation: ConversationDocument,
  scope: CommitmentScope,
) => Promise<Done | 'again'>
type Done = { commitment: CommitmentDocument | null; did: AuditAction | null; refused?: PutBackReason }

/**
 * Brings follow-ups and commitments from the live document of a conversation to where reminders, invites, reviews and the
 * bot read them, by the rules that hold for them there. Several servers may do so at once: each looks again when another
 * was first.
 */
export function commitmentProjection(
  collections: Collections,
  audit: Pick<AuditLog, 'record'>,
  now: () => Date,
) {
  const commitments = activeOnly(collections.pairs, collections.commitments)
  const slots = commitmentSlots(collections.commitmentSlots, commitments)
  const { change, followUp } = commitmentMutations(commitments)
  const { make, remove } = commitmentMaking(commitments, slots)
  const { isPast } = conversationData(collections.conversations)
  const templates = templatesOf(collections)

  const commitmentOnce: Once = async (item, agreed, touched, conversation, scope) => {
    const before = await commitments.findOne({ _id: item.id, pairId: conversation.pairId })
    // It came along from a conversation that did not take place, and is followed up here.
    if (before && before.conversationId !== conversation._id) return { commitment: null, did: null }
    const wording = wordingNow(item, before, agreed, touched.fields)
    const isGone = item.choices.removed?.value === 'yes' || wording.what === ''
    if (!before) {
      if (isGone) return { commitment: null, did: null }
      if (await isPast(conversation, scope.at))
        return { commitment: null, did: null, refused: 'conversation-past' }
      const { commitmentLimit } = await templates.held(conversation.template, conversation.tenantId)
      const made = await make(item.id, wording, scope, commitmentLimit)
      if (made === 'no-place') return { commitment: null, did: null, refused: 'commitment-limit' }
      // Its id is that of another pair's.
      if (made?.pairId !== conversation.pairId) return { commitment: null, did: null, refused: 'not-found' }
      return { commitment: made, did: 'made-commitment' }
    }
    if (!isGone && isSameWording(wording, before)) return { commitment: before, did: null }
    if (before.followUps.length > 0 || (await isPast(conversation, scope.at)))
      return { commitment: before, did: null, refused: 'carried-over' }
    if (isGone) return (await remove(before)) ? { commitment: null, did: 'removed-commitment' } : 'again'
    const commitment = await change(before, wording, scope.at)
    return commitment ? { commitment, did: 'changed-commitment' } : 'again'
  }

  const followUpOnce: Once = async (item, agreed, touched, conversation, scope) => {
    const before = await commitments.findOne({ _id: item.id, pairId: conversation.pairId })
    if (!before || before.conversationId === conversation._id) return { commitment: null, did: null }
    const typed = (field: 'tried' | 'next' | 'why' | 'obstacle') => item.texts[field]?.trim() ?? ''
    const isAnswered = touched.fields.has('outcome')
    const chosen = outcomeOf(item.choices.outcome)
    // Its owner said so in the chat since, and nobody has said otherwise here.
    const isOutdated = chosen !== null && agreed && before.status !== agreed.status && !isAnswered
    const said = {
      tried: typed('tried'),
      next: typed('next'),
      why: typed('why'),
      obstacle: typed('obstacle'),
      outcome: isOutdated && saidIn(before, conversation._id)?.outcome === chosen ? before.status : chosen,
    }
    const wording = wordingNow(item, before, agreed, touched.fields)
    if (cameBackLater(before, { id: conversation._id, start: scope.start })) {
      const isStored = isSaid(said, saidIn(before, conversation._id))
      return { commitment: before, did: null, ...(isStored ? {} : { refused: 'carried-over' as const }) }
    }
    const commitment = await followUp(before, said, wording, scope, isAnswered)
    if (!commitment) return 'again'
    return { commitment, did: commitment === before ? null : 'followed-up' }
  }

  return async function project(
    item: LiveItem,
    agreed: Agreed | null,
    touchedBy: Touched | null,
    conversation: ConversationDocument,
  ): Promise<Projected> {
    const touched = touchedBy ?? nobody
    const chosenBy = Object.values(item.choices).find((one) => one && one.by !== 'server')?.by
    const scope: CommitmentScope = {
      tenantId: conversation.tenantId,
      pairId: conversation.pairId,
      conversationId: conversation._id,
      start: conversation.meeting.start,
      at: now(),
      // A server that died knew who it was: whoever chose something in it.
      by: touched.by.at(-1) ?? (chosenBy === 'coach' ? 'coach' : 'employee'),
    }
    const once = item.kind === 'commitment' ? commitmentOnce : followUpOnce
    let done: Done | 'again' = 'again'
    for (let attempt = 0; done === 'again' && attempt < attempts; attempt += 1)
      done = await once(item, agreed, touched, conversation, scope)
    if (done === 'again') throw new Error('Others are first each time; the next save tries again.')
    const { commitment, did, refused } = done
    for (const role of did ? new Set([...touched.by, scope.by]) : [])
      await audit.record(did as AuditAction, eventOf({ conversation, member: { role } }, scope.at, item.id))
    if (refused) {
      const back = commitment ? stored(commitment, conversation._id) : blank(item)
      if (commitment && item.choices.due) back.choices.due = commitment.due ?? ''
      return { agreed: commitment && agreedOf(commitment), back, refused, isNews: true }
    }
    if (!commitment) return { ...nothing, isNews: did !== null }
    const after = agreedOf(commitment)
    const back = differing(item, after)
    const outcome = outcomeOf(item.choices.outcome)
    const stands = saidIn(commitment, conversation._id)?.outcome ?? null
    if (item.kind === 'follow-up' && outcome !== null && stands !== null && stands !== outcome)
      back.choices.outcome = stands
    return {
      agreed: after,
      back: isEmpty(back) ? null : back,
      refused: null,
      isNews:
        did === 'made-commitment' ||
        (did !== null && ['outcome', 'due', 'owner', 'removed'].some((one) => touched.fields.has(one))),
    }
  }
}

const isEmpty = ({ texts, choices }: LiveValues): boolean =>
  Object.keys(texts).length + Object.keys(choices).length === 0

/** A commitment that is not to be there. */
const blank = ({ kind, id, texts }: LiveItem): LiveValues => ({
  kind,
  id,
  texts: Object.fromEntries(Object.keys(texts).map((field) => [field, ''])),
  choices: {},
})
