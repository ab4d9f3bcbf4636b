import { useCallback, useEffect, useState } from 'react'
import type { Review } from '../../server/contract/review.ts'
import { failureOf, sentenceOf } from '../lib/api.ts'
import { useSurroundings } from '../lib/surroundings.tsx'

/** How often is looked at what the other chose meanwhile, in milliseconds. */
const pause = 5000

/** One pack, kept fresh while it is shown. */
export function useReview(opened: Review) {
  const { api, texts } = useSurroundings()
  const [review, setReview] = useState(opened)
  const [gone, setGone] = useState(false)
  /** Shows an answer, unless what is shown is newer. */
  const take = useCallback(
    (found: Review) => setReview((now) => (found.revision >= now.revision ? found : now)),
    [],
  )
  const { id } = opened
  const refresh = useCallback(
    () =>
      api<Review>('GET', `/api/reviews/${id}`).then(take, (error: unknown) => {
        const { slug } = failureOf(error, texts.unexpected)
        // Otherwise what is shown stays: it cannot be read anew just now.
        if (slug === 'not-found' || slug === 'forbidden') setGone(true)
      }),
    [api, id, take, texts],
  )
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') void refresh()
    }
    const timer = setInterval(look, pause)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [refresh])
  /** Changes a part of it. @returns what to tell when it failed; null when it did not */
  const change = useCallback(
    async (part: 'choices' | 'text' | 'ready', body: object): Promise<string | null> => {
      try {
        take(await api<Review>('PUT', `/api/reviews/${id}/${part}`, body))
        return null
      } catch (error) {
        // The other may have been first: show what they made of it.
        await refresh()
        return sentenceOf(error, texts)
      }
    },
    [api, id, refresh, take, texts],
  )
  return { review, change, gone }
}
export type Change = ReturnType<typeof useReview>['change']
