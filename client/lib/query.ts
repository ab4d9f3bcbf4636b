import { useCallback, useEffect, useRef, useState } from 'react'
import type { AnswerOf, Endpoint, RequestOf } from '../../server/contract/endpoint.ts'
import { CallFailed, type Failure } from './api.ts'
import { useFault } from './fault.ts'
import { useAppContext } from './app-context.tsx'
import { onSuspension } from './suspension.ts'

export type Query<T> = {
  /** The newest answer; null until there is one. It stays when it cannot be read anew. */
  data: T | null
  /** Why it could not be read the last time, for the screen to say; null when it could. */
  failure: Failure | null
  reload: () => Promise<void>
  /** Shows the answer of a write at once. An answer to a read that was sent before it is dropped as outdated. */
  set: (change: (shown: T | null) => T | null) => void
}

/**
 * Reads an endpoint: at first, when the request changes, when `again` changes and when the page is
 * resumed. An answer to an earlier request, or
 * older than the one that is shown, is dropped. An unexpected error goes to the error boundary.
 * @param request null: nothing is asked
 * @param options `initial`: known already, so not asked at first; `keep`: the answer to an earlier request stays until
 * there is another
 */
export function useQuery<E extends Endpoint & { method: 'GET' }>(
  endpoint: E,
  request: RequestOf<E> | null,
  options: { again?: unknown; initial?: AnswerOf<E>; keep?: boolean } = {},
): Query<AnswerOf<E>> {
  type Shown = { data: AnswerOf<E> | null; failure: Failure | null }
  const { api } = useAppContext()
  const fault = useFault()
  const { again, initial = null, keep = false } = options
  const key = JSON.stringify(request)
  const [state, setState] = useState<Shown & { key: string }>({ key, data: initial, failure: null })
  /** Calls are numbered: the last one, and the last one that shows nothing any more. `key` is that of the screen. */
  const calls = useRef({ key: '', last: 0, settled: 0, open: 0, isKnown: initial !== null })

  const show = useCallback(
    (call: number, change: (data: Shown['data']) => Shown) => {
      if (calls.current.key !== key || call <= calls.current.settled) return
      calls.current.settled = call
      setState((now) => ({ key, ...change(keep || now.key === key ? now.data : null) }))
    },
    [key, keep],
  )
  const reload = useCallback(async () => {
    const sent = JSON.parse(key) as RequestOf<E> | null
    if (!sent) return
    const call = (calls.current.last += 1)
    calls.current.open += 1
    try {
      const data = await api(endpoint, sent)
      show(call, () => ({ data, failure: null }))
    } catch (error) {
      if (error instanceof CallFailed) show(call, (data) => ({ data, failure: error.failure }))
      else fault(error)
    } finally {
      calls.current.open -= 1
    }
  }, [api, endpoint, key, show, fault])
  const set: Query<AnswerOf<E>>['set'] = (change) => {
    show((calls.current.last += 1), (data) => ({ data: change(data), failure: null }))
    if (calls.current.open > 0) void reload()
  }

  useEffect(() => {
    const all = calls.current
    all.key = key
    return () => void (all.key = '')
  }, [key])
  useEffect(() => {
    if (!calls.current.isKnown) void reload()
    calls.current.isKnown = false
  }, [reload, again])
  useEffect(() => onSuspension({ resume: () => void reload() }), [reload])

  const isCurrent = state.key === key
  const { data, failure } = state
  return { data: isCurrent || keep ? data : null, failure: isCurrent ? failure : null, reload, set }
}
