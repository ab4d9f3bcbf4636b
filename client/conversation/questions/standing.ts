import type { Proposals } from '../../../server/contract/question.ts'
import type { Proposal } from './useProposals.ts'

/** So many are enough for a whole talk. */
const enough = 5

/**
 * What stands open in a step, and what is folded away. Once a question was picked here, or enough in the whole talk,
 * it is talked about; what was not picked waits. Scales stand: they are answered in each talk.
 * @param isOver of a pair that ended only what was picked and answered is read
 */
export function standing(
  { questions, picked }: Proposals,
  isOver: boolean,
): { open: Proposal[]; folded: Proposal[] } {
  const stands = (one: Proposal) => one.asked || one.kind === 'scale'
  const isChosen = picked >= enough || questions.some((one) => one.asked)
  if (!isOver && !isChosen) return { open: questions, folded: [] }
  const open = questions.filter(stands)
  return { open, folded: isOver ? [] : questions.filter((one) => !stands(one)) }
}
