import { useCallback, useEffect, useState } from 'react'
import type { Conversation, Summary } from '../../../server/contract/conversation.ts'
import type { Scope } from '../../../server/contract/publication.ts'
import { failureOf, type Failure } from '../../lib/api.ts'
import { useSurroundings } from '../../lib/surroundings.tsx'
import type { Live } from '../live/useLive.ts'

/** Read anew when typing has rested this long, in milliseconds. */
const rest = 600

/** What would be shared now; read anew when the conversation or the notes change, by whomever. */
export function useSummary(conversation: Conversation, scope: Scope, live: Live) {
  const { api, texts } = useSurroundings()
  const [summary, setSummary] = useState<Summary | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [round, setRound] = useState(0)
  const reread = useCallback(() => setRound((now) => now + 1), [])

  const { session, state } = live
  useEffect(() => {
    if (!session) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const typed = () => {
      clearTimeout(timer)
      timer = setTimeout(reread, rest)
    }
    session.document.on('update', typed)
    return () => {
      clearTimeout(timer)
      session.document.off('update', typed)
    }
  }, [session, reread])

  const { id, commitments } = conversation
  // What was typed a moment ago counts once the server has it.
  const arrived = state === 'saved'
  useEffect(() => {
    let current = true
    api<Summary>('GET', `/api/conversations/${id}/summary?scope=${scope}`).then(
      (found) => {
        if (!current) return
        setSummary(found)
        setFailure(null)
      },
      (error: unknown) => current && setFailure(failureOf(error, texts.unexpected)),
    )
    return () => {
      current = false
    }
  }, [api, id, scope, commitments, arrived, round, texts])

  return { summary: summary?.scope === scope ? summary : null, failure, reread }
}
