import { useCallback, useEffect, useState } from 'react'
import type { Choices } from '../../../server/contract/choice.ts'
import type { Conversation } from '../../../server/contract/conversation.ts'
import { CallFailed } from '../../lib/api.ts'
import { useSurroundings } from '../../lib/surroundings.tsx'
import type { Session } from '../live/session.ts'

/** Asked anew when typing has rested this long, in milliseconds: an offer can wait for a thought to be finished. */
const rest = 3000

/** What this talk can be held with, and whether a steering one is offered: asked at each step, and when typing rests. */
export function useChoices(conversation: Conversation, session: Session | null, stepId: string | null) {
  const { api } = useSurroundings()
  const [choices, setChoices] = useState<Choices | null>(null)
  const { id, state, template } = conversation
  const load = useCallback(
    () =>
      api<Choices>('GET', `/api/conversations/${id}/templates`).then(setChoices, (error: unknown) => {
        if (!(error instanceof CallFailed)) throw error
      }),
    [api, id],
  )
  const open = state === 'open'
  useEffect(() => {
    if (!open) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const later = () => {
      clearTimeout(timer)
      timer = setTimeout(() => void load(), rest)
    }
    later()
    session?.document.on('update', later)
    return () => {
      clearTimeout(timer)
      session?.document.off('update', later)
    }
  }, [open, load, session, stepId, template.id])
  return { choices, load }
}
