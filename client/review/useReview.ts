import { useEffect } from 'react'
import { getReview, type Review } from '../../server/contract/review.ts'
import { useQuery } from '../lib/query.ts'
import { every } from '../lib/suspension.ts'

/** How often is looked at what the other chose meanwhile, in milliseconds. */
const pause = 5000

/** One pack, kept fresh while it is shown. */
export function useReview(opened: Review) {
  const params = { reviewId: opened.id }
  const { data, failure, reload, set } = useQuery(getReview, { params }, { initial: opened })
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') void reload()
    }
    const stop = every(pause, look)
    document.addEventListener('visibilitychange', look)
    return () => {
      stop()
      document.removeEventListener('visibilitychange', look)
    }
  }, [reload])
  /** Changes a part of it. @throws CallFailed */
  const change = async (send: (given: typeof params) => Promise<Review>): Promise<Review> => {
    try {
      const found = await send(params)
      // The answers to two changes at once may come in another order.
      set((now) => (now && now.revision > found.revision ? now : found))
      return found
    } catch (error) {
      // The other may have been first: show what they made of it.
      await reload()
      throw error
    }
  }
  // Otherwise what is shown stays: it cannot be read anew just now.
  const gone = failure?.slug === 'not-found' || failure?.slug === 'forbidden'
  return { review: data ?? opened, change, gone }
}
export type Change = ReturnType<typeof useReview>['change']
