import type { Choice } from '../contract/live-fields.ts'
import type { CommitmentDocument, FollowUpDocument } from './collection.ts'
import type { LiveItem, LiveValues } from './live-item.ts'

const wordingTexts = ['what', 'firstStep', 'criterion', 'ifThen'] as const
/** How a commitment reads, and whose it is. */
export type Wording = Pick<
  CommitmentDocument,
  'what' | 'firstStep' | 'criterion' | 'ifThen' | 'due' | 'owner'
>

/**
 * How a commitment stood when the live document and what is stored of it said the same. Whichever of the two is
 * different now has changed since: the document, by who types in it, or what is stored, by an answer in the chat.
 */
export type Agreed = Wording & Pick<CommitmentDocument, 'status'>

export const agreedOf = (one: CommitmentDocument): Agreed => {
  const { what, firstStep, criterion, ifThen, due, owner, status } = one
  return { what, firstStep, criterion, ifThen, due, owner, status }
}

/** Which fields somebody changed in the document since it was looked at last. */
type Touched = ReadonlySet<string>

/**
 * The wording that holds now: what the document says, unless that is as it was and what is stored has changed. When both
 * changed, what was just typed counts.
 * @param stored null when nothing is stored yet
 */
export function wordingNow(
  { kind, texts, choices }: LiveItem,
  stored: Wording | null,
  agreed: Agreed | null,
  touched: Touched,
): Wording {
  function pick<Value>(field: string, typed: Value, was: Value | undefined, is: Value | undefined): Value {
    if (is === undefined || typed === is) return typed
    if (was === undefined) return typed
    if (typed === was) return is
    return is === was || touched.has(field) ? typed : is
  }
  const typedIn = (field: (typeof wordingTexts)[number]) => texts[field]?.trim() ?? ''
  const textOf = (field: (typeof wordingTexts)[number]) =>
    pick(field, typedIn(field), agreed?.[field].trim(), stored?.[field].trim())
  const what = textOf('what')
  const { due, owner } = choices
  // Nobody chose another day, or owner, in this conversation.
  const dueTyped = due ? due.value || null : kind === 'follow-up' ? (stored?.due ?? null) : null
  return {
    // An earlier commitment keeps its words as long as nobody wrote others.
    what: kind === 'follow-up' ? what || (stored?.what ?? '') : what,
    firstStep: textOf('firstStep'),
    criterion: textOf('criterion'),
    ifThen: textOf('ifThen'),
    due: pick('due', dueTyped, agreed?.due, stored?.due),
    owner: stored && !owner ? stored.owner : owner?.value === 'coach' ? 'coach' : 'employee',
  }
}

export const isSameWording = (one: Wording, other: Wording): boolean =>
  one.due === other.due &&
  one.owner === other.owner &&
  wordingTexts.every((field) => one[field].trim() === other[field].trim())

/** The live fields of a stored commitment: a commitment where it was made, a follow-up in a later conversation. */
export function stored(one: CommitmentDocument, conversationId: string): LiveValues {
  const { _id: id, what, firstStep, criterion, ifThen, due, owner } = one
  const wording = { what, firstStep, criterion, ifThen }
  if (one.conversationId === conversationId)
    return { kind: 'commitment', id, texts: wording, choices: { owner, due: due ?? '', removed: 'no' } }
  const said = saidIn(one, conversationId)
  return {
    kind: 'follow-up',
    id,
    texts: {
      tried: said?.tried ?? '',
      next: said?.next ?? '',
      why: said?.why ?? '',
      obstacle: said?.obstacle ?? '',
      ...wording,
    },
    choices: { outcome: said?.outcome ?? '' },
  }
}

/** The live fields to put back: their stored values changed meanwhile. */
export function differing({ kind, id, texts, choices }: LiveItem, now: Wording): LiveValues {
  const other = wordingTexts.filter((field) => {
    const typed = texts[field]?.trim() ?? ''
    const isEmptied = kind === 'follow-up' && field === 'what' && typed === ''
    return typed !== now[field].trim() && !isEmptied
  })
  const { due } = choices
  return {
    kind,
    id,
    texts: Object.fromEntries(other.map((field) => [field, now[field]])),
    choices: due && (due.value || null) !== now.due ? { due: now.due ?? '' } : {},
  }
}

export const saidIn = (
  { followUps }: Pick<CommitmentDocument, 'followUps'>,
  conversationId: string,
): FollowUpDocument | undefined => followUps.find((one) => one.conversationId === conversationId)

export const outcomeOf = (choice: Choice | null | undefined): CommitmentDocument['status'] | null =>
  choice?.value ? (choice.value as CommitmentDocument['status']) : null
