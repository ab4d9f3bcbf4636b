import { useCallback, useEffect, useMemo, useRef } from 'react'
import type { Commitment } from '../../server/contract/commitment.ts'
import { getConversation, type Conversation } from '../../server/contract/conversation.ts'
import type { Preparation } from '../../server/contract/preparation.ts'
import { CallFailed, type Failure } from '../lib/api.ts'
import { useFault } from '../lib/fault.ts'
import { useAppContext } from '../lib/app-context.tsx'
import { retry } from '../lib/retry.ts'

type Update = (change: (conversation: Conversation) => Conversation) => void

/** How a step tells the screen what it did, and asks for what others did. */
export type Fresh = {
  /** Asks for the present state; until there is an answer the screen keeps what it has, unless it may not be read any more. */
  refresh: () => void
  replace: (conversation: Conversation) => void
  followedUp: (commitment: Commitment) => void
  prepared: (mine: Preparation) => void
}

/** Whoever is refused for one of these has no business in it any more; for any other the screen keeps what it has. */
const out: ReadonlySet<Failure['slug']> = new Set<Failure['slug']>(['not-found', 'forbidden'])

/** These pass by themselves, and nothing would tell of the change again that was missed. */
const passing: ReadonlySet<Failure['slug']> = new Set<Failure['slug']>([
  'offline',
  'too-many-requests',
  'microsoft-unavailable',
  'keys-unavailable',
  'database-unavailable',
])
const passes = (error: unknown) => error instanceof CallFailed && passing.has(error.failure.slug)

/**
 * Keeps one conversation fresh: an answer that is older than what is shown is not shown.
 * @param onOut it is not this person's to read any more
 */
export function useFresh(id: string | null, update: Update, onOut: () => void): Fresh {
  const { api } = useAppContext()
  const fault = useFault()
  const changes = useRef(0)
  const running = useRef(false)
  const again = useRef(false)
  const current = useRef(id)
  useEffect(() => {
    current.current = id
    return () => void (current.current = null)
  }, [id])

  const refresh = useCallback(async () => {
    again.current = true
    if (!id || running.current) return
    running.current = true
    try {
      while (again.current) {
        let seen = changes.current
        const read = () => {
          again.current = false
          seen = changes.current
          return api(getConversation, { params: { conversationId: id } })
        }
        const found = await retry(read, (error) => current.current !== id || !passes(error))
        if (seen === changes.current) update((now) => (now.id === found.id ? found : now))
        else again.current = true
      }
    } catch (error) {
      if (!(error instanceof CallFailed)) fault(error)
      else if (out.has(error.failure.slug)) onOut()
    } finally {
      running.current = false
    }
  }, [api, id, update, onOut, fault])

  return useMemo(() => {
    const own = (change: (conversation: Conversation) => Conversation) => {
      changes.current += 1
      update(change)
    }
    return {
      refresh: () => void refresh(),
      replace: (conversation) => own(() => conversation),
      followedUp: (commitment) =>
        own((now) => ({
          ...now,
          followUps: now.followUps.map((one) => (one.id === commitment.id ? commitment : one)),
        })),
      prepared: (mine) => own((now) => ({ ...now, preparation: { ...now.preparation, mine } })),
    }
  }, [refresh, update])
}
