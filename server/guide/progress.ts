import type { Progress } from '../contract/guide.ts'

/** What the guide needs to know of a talk: of one pair, seen by one of the two. */
export type Talk = {
  start: Date
  held: boolean
  /** Did I prepare it? */
  prepared: boolean
  /** Commitments that it made. */
  made: number
  /** Of the commitments of earlier talks: those that were open when it began, and those it followed up. */
  toFollowUp: number
  followedUp: number
}

const week = 7 * 24 * 60 * 60 * 1000
/** The last talks that had something to follow up: a habit shows in so many. */
const lastTalks = 3

/** How far the two are. @param talks in any order, coming ones too */
export function progressOf(talks: Talk[]): Progress {
  const held = talks.filter((one) => one.held).sort((a, b) => a.start.getTime() - b.start.getTime())
  const last = held.filter((one) => one.toFollowUp > 0).slice(-lastTalks)
  const [first] = held
  const latest = held.at(-1)
  return {
    pair: true,
    preparation: talks.some((one) => one.prepared),
    commitment: talks.some((one) => one.made > 0),
    followUp: { held: last.filter((one) => one.followedUp > 0).length, of: last.length },
    weeks: first && latest ? Math.floor((latest.start.getTime() - first.start.getTime()) / week) : 0,
  }
}

/** The guide is about one pair: the one that is furthest. */
export function furthest(all: Progress[]): Progress {
  const worth = (one: Progress) =>
    one.weeks * 10 + one.followUp.held * 3 + Number(one.commitment) * 2 + Number(one.preparation)
  const nobody = progressOf([])
  return all.reduce((best, one) => (worth(one) > worth(best) || !best.pair ? one : best), {
    ...nobody,
    pair: false,
  })
}
