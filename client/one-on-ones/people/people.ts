import type { OneOnOnes, Rhythm } from '../../../server/contract/one-on-ones.ts'
import { otherOf } from '../../lib/pair.ts'
import type { Route } from '../../lib/route.ts'

/** Somebody with whom I have conversations, or will. */
export type Person = {
  key: string
  name: string
  /** The page of the pair; the meeting as long as there is none. */
  route: Route
  /** When the next conversation begins; null: none is planned. */
  next: string | null
  /** How many commitments of the two are open. */
  open: number
  /** Null as long as there is no pair. */
  rhythm: Rhythm | null
}

export const filters = ['no-next', 'open'] as const
export type Filter = (typeof filters)[number]

/** From so many people on, a name is searched for. */
export const searchedFrom = 9

/** Everybody, by who comes first: those without a next conversation are last, by their name. */
export function peopleOf({ meetings, pairs }: Pick<OneOnOnes, 'meetings' | 'pairs'>): Person[] {
  const inPairs = pairs.map(({ pair, commitments, next, rhythm }): Person => ({
    key: pair.id,
    name: otherOf(pair).name,
    route: { page: 'pair', pairId: pair.id },
    next: next?.start ?? null,
    open: commitments.length,
    rhythm,
  }))
  const others = new Map<string, Person>()
  for (const { iCalUId, start, other, pairId } of [...meetings].sort((a, b) => order(a.start, b.start))) {
    const key = other.address.toLowerCase()
    if (pairId !== null || others.has(key)) continue
    others.set(key, {
      key,
      name: other.name,
      route: { page: 'meeting', iCalUId, start },
      next: start,
      open: 0,
      rhythm: null,
    })
  }
  return [...inPairs, ...others.values()].sort(
    (a, b) => order(a.next ?? last, b.next ?? last) || a.name.localeCompare(b.name),
  )
}

/** A text that sorts behind every instant. */
const last = '~'
const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

export const fits = ({ next, open }: Person, filter: Filter): boolean =>
  filter === 'no-next' ? next === null : open > 0

/** Those who fit every filter, and whose name has what was typed, whatever its capitals and accents. */
export function foundAmong(people: Person[], search: string, chosen: readonly Filter[]): Person[] {
  const sought = plain(search.trim())
  return people.filter(
    (one) => chosen.every((filter) => fits(one, filter)) && plain(one.name).includes(sought),
  )
}

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
