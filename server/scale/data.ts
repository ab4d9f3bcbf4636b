import type { Collection } from '../database/collection.ts'
import { scaleId, type ScaleDocument } from './collection.ts'

/** A course is read at a glance: two years of fortnightly talks of both. */
const longest = 100

export const scaleData = (scales: Collection<ScaleDocument>) => ({
  /** What the two answered to a question in one conversation. */
  inTalk: (conversationId: string, question: string): Promise<ScaleDocument[]> => {
    const ids = (['coach', 'employee'] as const).map((role) => scaleId({ conversationId, question, role }))
    return scales.find({ _id: { $in: ids } }).toArray()
  },

  /** A pair's answers to all questions in talks that began from one moment up to another, earliest talk first. */
  between: (pairId: string, from: Date, until: Date): Promise<ScaleDocument[]> =>
    scales.find({ pairId, start: { $gte: from, $lt: until } }, { sort: { start: 1 } }).toArray(),

  ofPair: (pairId: string): Promise<ScaleDocument[]> => scales.find({ pairId }).toArray(),

  /** A pair's answers to a question in talks that began before, earliest talk first. */
  async before(pairId: string, question: string, start: Date): Promise<ScaleDocument[]> {
    const latest = await scales
      .find({ pairId, question, start: { $lt: start } }, { sort: { start: -1 }, limit: longest })
      .toArray()
    return latest.reverse()
  },
})
