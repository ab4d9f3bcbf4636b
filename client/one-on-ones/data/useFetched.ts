import { useEffect, useState } from 'react'
import { failureOf } from '../../lib/api.ts'
import { useSurroundings } from '../../lib/surroundings.tsx'

/** What a path gives, once; null until it is there, with words when it cannot be had. */
export function useFetched<T>(path: string): { found: T | null; failed: string } {
  const { api, texts } = useSurroundings()
  const [found, setFound] = useState<T | null>(null)
  const [failed, setFailed] = useState('')
  useEffect(() => {
    api<T>('GET', path).then(setFound, (error: unknown) => {
      const { title, detail } = failureOf(error, texts.unexpected)
      setFailed(`${title}. ${detail}`)
    })
  }, [api, path, texts])
  return { found, failed }
}
