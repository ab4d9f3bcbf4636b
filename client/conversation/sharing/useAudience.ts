import { useCallback, useEffect, useState } from 'react'
import type { Conversation } from '../../../server/contract/conversation.ts'
import type { Audience } from '../../../server/contract/publication.ts'
import { CallFailed } from '../../lib/api.ts'
import { useSurroundings } from '../../lib/surroundings.tsx'

export type Found = { state: 'reading' | 'failed' } | { state: 'read'; audience: Audience }

/** Who can read it; read anew when the section moves, and as long as its invite is still to become private. */
export function useAudience({ id, publication, now }: Conversation) {
  const { api } = useSurroundings()
  const [found, setFound] = useState<Found>({ state: 'reading' })
  const [round, setRound] = useState(0)
  const reread = useCallback(() => setRound((last) => last + 1), [])
  const place = publication && `${publication.state} ${publication.target?.start}`
  const isComing = found.state === 'read' && found.audience.next?.willBePrivate && publication
  // Each change of the conversation, the worker's own included, comes with a new moment.
  const awaited = isComing ? now : null

  useEffect(() => {
    let left = false
    api<Audience>('GET', `/api/conversations/${id}/audience`).then(
      (audience) => {
        if (!left) setFound({ state: 'read', audience })
      },
      (error: unknown) => {
        if (!(error instanceof CallFailed)) throw error
        // What was read before is still the best that is known.
        if (!left) setFound((last) => (last.state === 'read' ? last : { state: 'failed' }))
      },
    )
    return () => {
      left = true
    }
  }, [api, id, place, awaited, round])

  const retry = () => {
    setFound({ state: 'reading' })
    reread()
  }
  return { found, reread, retry }
}
