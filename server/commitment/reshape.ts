import type { Wording } from '../contract/commitment.ts'

const fields = ['what', 'due', 'firstStep', 'criterion', 'ifThen'] as const
type Whole = Required<Wording>
type Wanted = { [Field in keyof Whole]: Whole[Field] | undefined }

/**
 * A commitment in its new wording, with the one it had before this conversation. What a conversation reshapes twice keeps the
 * first; what it puts back as it was is not reshaped.
 * @param earlier how it read before this conversation, when this conversation reshaped it already
 * @param wanted a part that is undefined stays as it is
 */
export function reshape(
  now: Whole,
  earlier: Wording | null,
  wanted: Wanted,
): Whole & { reshapedFrom: Whole | null } {
  const { what, due, firstStep, criterion, ifThen } = earlier ?? now
  const before = { what, due, firstStep, criterion, ifThen }
  const after: Whole = {
    what: wanted.what ?? now.what,
    due: wanted.due === undefined ? now.due : wanted.due,
    firstStep: wanted.firstStep ?? now.firstStep,
    criterion: wanted.criterion ?? now.criterion,
    ifThen: wanted.ifThen ?? now.ifThen,
  }
  const same = fields.every((field) => after[field] === before[field])
  return { ...after, reshapedFrom: same ? null : before }
}
