import { useEffect } from 'react'
import { getSummary, type Conversation } from '../../../server/contract/conversation.ts'
import type { Scope } from '../../../server/contract/publication.ts'
import { useQuery } from '../../lib/query.ts'
import type { Live } from '../live/useLive.ts'

/** Read anew when typing has rested this long, in milliseconds. */
const rest = 600

/** The summary as it would be shared now; read anew when the conversation or the notes change, by whomever. */
export function useSummary({ id, commitments }: Conversation, scope: Scope, { session, state }: Live) {
  const request = { params: { conversationId: id }, query: { scope } }
  // Text typed a moment ago counts once the server has it.
  const again = JSON.stringify([state === 'saved', commitments])
  const { data: summary, failure, reload: reread } = useQuery(getSummary, request, { again })
  useEffect(() => {
    if (!session) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const typed = () => {
      clearTimeout(timer)
      timer = setTimeout(() => void reread(), rest)
    }
    session.document.on('update', typed)
    return () => {
      clearTimeout(timer)
      session.document.off('update', typed)
    }
  }, [session, reread])
  return { summary, failure, reread }
}
