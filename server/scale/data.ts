import type { Collection } from '../database/collection.ts'
import { scaleId, type ScaleDocument } from './collection.ts'

/** A course is read at a glance: two years of fortnightly conversations of both. */
const longest = 100
/** The courses of all questions together: ten conversations in which both answered ten questions, and as much again. */
const latest = 400

export const scaleData = (scales: Collection<ScaleDocument>) => ({
  /** Both answers to a question in one conversation. */
  inThisConversation: (conversationId: string, question: string): Promise<ScaleDocument[]> => {
    const ids = (['coach', 'employee'] as const).map((role) => scaleId({ conversationId, question, role }))
    return scales.find({ _id: { $in: ids } }).toArray()
  },

  /** A pair's answers to all questions in conversations that began from one moment up to another, earliest conversation first. */
  between: (pairId: string, from: Date, until: Date): Promise<ScaleDocument[]> =>
    scales.find({ pairId, start: { $gte: from, $lt: until } }, { sort: { start: 1 } }).toArray(),

  /** A pair's latest answers to all questions, earliest conversation first. */
  async latest(pairId: string): Promise<ScaleDocument[]> {
    const found = await scales.find({ pairId }, { sort: { start: -1 }, limit: latest }).toArray()
    return found.reverse()
  },

  ofPair: (pairId: string): Promise<ScaleDocument[]> => scales.find({ pairId }).toArray(),

  /** A pair's answers to a question in conversations that began before, earliest conversation first. */
  async before(pairId: string, question: string, start: Date): Promise<ScaleDocument[]> {
    const latest = await scales
      .find({ pairId, question, start: { $lt: start } }, { sort: { start: -1 }, limit: longest })
      .toArray()
    return latest.reverse()
  },
})
