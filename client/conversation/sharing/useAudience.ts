import { useEffect } from 'react'
import type { Conversation } from '../../../server/contract/conversation.ts'
import { getAudience } from '../../../server/contract/publication.ts'
import { useQuery } from '../../lib/query.ts'

/** Everybody who can read the section. Read anew when the section moves, and while its invite is still to become private. */
export function useAudience({ id, publication, now }: Conversation) {
  const place = publication && `${publication.state} ${publication.target?.start}`
  const query = useQuery(getAudience, { params: { conversationId: id } }, { again: place })
  const { data: audience, failure, reload, set } = query
  const isComing = audience?.next?.willBePrivate && publication
  // Each change of the conversation, the worker's own included, comes with a new moment.
  const awaited = isComing ? now : null
  useEffect(() => {
    if (awaited) void reload()
  }, [awaited, reload])
  const retry = () => {
    set(() => null)
    void reload()
  }
  return { audience, failure, reload, retry }
}
