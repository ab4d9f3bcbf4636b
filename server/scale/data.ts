import type { Filter } from 'mongodb'
import type { Collection } from '../database/collection.ts'
import { scaleId, type ScaleDocument } from './collection.ts'

/** A course is read at a glance: two years of fortnightly conversations of both. */
const longest = 100
/** The courses of all questions together: ten conversations in which both answered ten questions, and as much again. */
const latest = 400

export const scaleData = (scales: Collection<ScaleDocument>) => {
  /** The latest of these, earliest conversation first. */
  const latestOf = async (filter: Filter<ScaleDocument>, limit: number): Promise<ScaleDocument[]> =>
    (await scales.find(filter, { sort: { start: -1 }, limit }).toArray()).reverse()

  return {
    /** Both answers to a question in one conversation. */
    inThisConversation: (conversationId: string, question: string): Promise<ScaleDocument[]> => {
      const ids = (['coach', 'employee'] as const).map((role) => scaleId({ conversationId, question, role }))
      return scales.find({ _id: { $in: ids } }).toArray()
    },

    /** A pair's answers to all questions in conversations that began from one moment up to another, earliest conversation first. */
    between: (pairId: string, from: Date, until: Date): Promise<ScaleDocument[]> =>
      scales.find({ pairId, start: { $gte: from, $lt: until } }, { sort: { start: 1 } }).toArray(),

    /** A pair's latest answers to all questions, earliest conversation first. */
    latest: (pairId: string) => latestOf({ pairId }, latest),

    ofPair: (pairId: string): Promise<ScaleDocument[]> => scales.find({ pairId }).toArray(),

    /** A pair's answers to a question in conversations that began before, earliest conversation first. */
    before: (pairId: string, question: string, start: Date) =>
      latestOf({ pairId, question, start: { $lt: start } }, longest),
  }
}
