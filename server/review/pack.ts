import { createHash } from 'node:crypto'
import type { Role } from '../contract/pair.ts'
import type { Candidate, ReviewItem, ReviewPack } from '../contract/review.ts'
import type { ReviewDocument } from './collection.ts'

type Chosen = Pick<ReviewDocument, 'choices'>

const chose = ({ choices }: Chosen, role: Role, item: ReviewItem): Date | undefined => choices[role][item.id]

/** The pack as it reads with these candidates: what both chose, and nothing else. */
export const packOf = (
  review: Chosen & Pick<ReviewDocument, 'from' | 'to' | 'texts'>,
  names: ReviewPack['names'],
  items: ReviewItem[],
): ReviewPack => ({
  names,
  from: review.from,
  to: review.to,
  items: items.filter((item) => chose(review, 'coach', item) && chose(review, 'employee', item)),
  texts: { coach: review.texts.coach?.text ?? '', employee: review.texts.employee?.text ?? '' },
})

export const fingerprintOf = (pack: ReviewPack): string =>
  createHash('sha256').update(JSON.stringify(pack)).digest('base64url').slice(0, 22)

/** An item that can be chosen, as one of the two sees it. */
export function candidateView(
  review: Chosen,
  item: ReviewItem,
  roles: { mine: Role; theirs: Role },
): Candidate {
  const mine = chose(review, roles.mine, item)
  const theirs = chose(review, roles.theirs, item)
  const first = !theirs || (mine && mine <= theirs) ? roles.mine : roles.theirs
  return {
    item,
    mine: mine !== undefined,
    theirs: theirs !== undefined,
    proposedBy: mine || theirs ? first : null,
  }
}
