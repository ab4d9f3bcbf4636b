import { useCallback, useEffect, useState } from 'react'
import { getChoices } from '../../../server/contract/choice.ts'
import type { Conversation } from '../../../server/contract/conversation.ts'
import { useQuery } from '../../lib/query.ts'
import type { Session } from '../live/session.ts'

/** Asked anew when typing has rested this long, in milliseconds: an offer can wait for a thought to be finished. */
const rest = 3000

/** The templates for this conversation, and whether a steering one is offered: asked at each step and when typing rests. */
export function useChoices(conversation: Conversation, session: Session | null, stepId: string | null) {
  const { id, state, template } = conversation
  const [asked, setAsked] = useState(0)
  const load = useCallback(() => setAsked((now) => now + 1), [])
  const request = asked > 0 ? { params: { conversationId: id } } : null
  const { data: choices, failure } = useQuery(getChoices, request, { again: asked })
  const open = state === 'open'
  useEffect(() => {
    if (!open) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const later = () => {
      clearTimeout(timer)
      timer = setTimeout(load, rest)
    }
    later()
    session?.document.on('update', later)
    return () => {
      clearTimeout(timer)
      session?.document.off('update', later)
    }
  }, [open, load, session, stepId, template.id])
  return { choices, failure, load }
}
