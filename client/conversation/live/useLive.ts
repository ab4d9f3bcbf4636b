import { useEffect, useRef, useState } from 'react'
import type { Conversation } from '../../../server/contract/conversation.ts'
import type { Presence } from '../../../server/contract/live.ts'
import type { Host } from '../../hosts/host.ts'
import { needPart } from '../../lib/load-part.ts'
import { useAppContext } from '../../lib/app-context.tsx'
import type { LiveState, openSession, PutBack, Session } from './session.ts'

export type Live = {
  session: Session | null
  state: LiveState
  /** Is something that was typed here not stored, and not going to be as things are? */
  unstored: boolean
  others: Presence[]
  /** The last change that the server put back. */
  putBack: PutBack | null
}

/** Readable on both grounds, with white on them; the coach is one colour and the employee the other. */
const colors = {
  coach: { color: '#5b5fc7', colorLight: '#5b5fc733' },
  employee: { color: '#0b7a5e', colorLight: '#0b7a5e33' },
}

/** Joins the live notes once the first view stands; its code is loaded then and not before. */
export function useLive(
  conversation: Conversation,
  host: Host,
  step: string | null,
  onChanged: () => void,
): Live {
  const { owner } = useAppContext()
  const [session, setSession] = useState<Session | null>(null)
  const [state, setState] = useState<LiveState>('connecting')
  const [unstored, setUnstored] = useState(false)
  const [putBack, setPutBack] = useState<PutBack | null>(null)
  const [others, setOthers] = useState<Presence[]>([])
  const changed = useRef(onChanged)
  useEffect(() => {
    changed.current = onChanged
  }, [onChanged])

  const { id, pair } = conversation
  useEffect(() => {
    // To the boundary of the screen: nothing can be typed without it.
    const fail = (error: unknown) =>
      setState(() => {
        throw error
      })
    let opened: Session | null = null
    let left = false
    const join = (live: { openSession: typeof openSession }) => {
      if (left) return
      opened = live.openSession({
        conversationId: id,
        owner,
        getToken: host.getToken,
        onState: (now, lacking) => {
          setState(now)
          setUnstored(lacking)
        },
        onOthers: setOthers,
        onPutBack: setPutBack,
        onChanged: () => changed.current(),
      })
      setSession(opened)
    }
    // In a task of its own: the first view stands before this code is asked for.
    const start = setTimeout(() => void needPart(() => import('./session.ts')).then(join, fail))
    return () => {
      left = true
      clearTimeout(start)
      opened?.close()
    }
  }, [id, host, owner])

  const name = pair[pair.myRole].name
  useEffect(() => {
    session?.present({ name, role: pair.myRole, step, ...colors[pair.myRole] })
  }, [session, name, step, pair.myRole])
  return { session, state, unstored, others, putBack }
}
