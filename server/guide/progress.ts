import type { Progress } from '../contract/guide.ts'

/** A conversation of a pair as the guide of one of the two needs it. */
export type Conversation = {
  start: Date
  held: boolean
  /** Did I prepare it? */
  prepared: boolean
  /** Commitments that it made. */
  made: number
  /** Commitments of earlier conversations that were open when it began, and those that it followed up. */
  toFollowUp: number
  followedUp: number
}

const week = 7 * 24 * 60 * 60 * 1000
/** The last conversations that had something to follow up: a habit shows in so many. */
const lastConversations = 3

/** How far the two are. @param conversations in any order, coming ones too */
export function progressOf(conversations: Conversation[]): Progress {
  const held = conversations.filter((one) => one.held).sort((a, b) => a.start.getTime() - b.start.getTime())
  const last = held.filter((one) => one.toFollowUp > 0).slice(-lastConversations)
  const [first] = held
  const latest = held.at(-1)
  return {
    pair: true,
    preparation: conversations.some((one) => one.prepared),
    commitment: conversations.some((one) => one.made > 0),
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
