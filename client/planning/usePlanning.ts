import { useRef, useState } from 'react'
import {
  getProposals,
  planConversation,
  type EveryWeeks,
  type Moments,
  type PlannedConversation,
  type Proposals,
} from '../../server/contract/planning.ts'
import { failureOf, type Failure } from '../lib/api.ts'
import { useAppContext } from '../lib/app-context.tsx'

/** How planning stands: closed, looking for times, choosing one, or done. */
export type Planning =
  | { state: 'closed' }
  | { state: 'looking' }
  | { state: 'failed'; failure: Failure }
  | { state: 'choosing'; found: Proposals }
  | { state: 'planned'; conversation: PlannedConversation }

/** How many times are shown at once. */
const timesShown = 4
/** The times that were asked for; minutes null: as long as the last conversation. */
type Asked = { minutes: number | null; skip: number }

/** Looks for times of a pair and plans one; what was chosen stays through every failure. */
export function usePlanning(pairId: string, onPlanned: () => void) {
  const { api, language } = useAppContext()
  const [planning, setPlanning] = useState<Planning>({ state: 'closed' })
  const [chosen, setChosen] = useState<string | null>(null)
  const [repeating, setRepeating] = useState(false)
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<Failure | null>(null)
  const [asked, setAsked] = useState<Asked>({ minutes: null, skip: 0 })
  const params = { pairId }
  /** An answer for times that were asked for before others, or before it was closed, never shows. */
  const last = useRef(0)

  const fetchTimes = async (wanted: Asked, fail: (failure: Failure) => void) => {
    last.current += 1
    const call = last.current
    const query = {
      ...(wanted.minutes === null ? {} : { minutes: String(wanted.minutes) }),
      ...(wanted.skip === 0 ? {} : { skip: String(wanted.skip) }),
    }
    try {
      const found = await api(getProposals, { params, query })
      if (call !== last.current) return
      setAsked(wanted)
      // The best is chosen beforehand; a choice that still stands is the person's own.
      setChosen((now) =>
        found.proposals.some(({ start }) => start === now) ? now : (found.proposals[0]?.start ?? null),
      )
      setPlanning({ state: 'choosing', found })
    } catch (error) {
      if (call === last.current) fail(failureOf(error, language))
    }
  }
  const look = async () => {
    setPlanning({ state: 'looking' })
    setRefused(null)
    await fetchTimes(asked, (failure) => setPlanning({ state: 'failed', failure }))
  }
  /** Looks for others while these still stand: who finds nothing better has them. */
  const change = async (wanted: Asked) => {
    setBusy(true)
    setRefused(null)
    await fetchTimes(wanted, setRefused)
    setBusy(false)
  }
  const plan = async (time: Moments, everyWeeks: EveryWeeks | null, revision: number) => {
    setBusy(true)
    setRefused(null)
    try {
      const conversation = await api(planConversation, { params, body: { ...time, everyWeeks, revision } })
      setPlanning({ state: 'planned', conversation })
      onPlanned()
    } catch (error) {
      const failure = failureOf(error, language)
      setRefused(failure)
      // The other was first: what is free has changed. If that cannot be had now, what is shown stays.
      if (failure.slug === 'changed-meanwhile') {
        onPlanned()
        await fetchTimes(asked, () => undefined)
      }
    } finally {
      setBusy(false)
    }
  }
  return {
    planning,
    chosen,
    repeating,
    busy,
    refused,
    skipped: asked.skip,
    look,
    plan,
    others: () => change({ ...asked, skip: asked.skip + timesShown }),
    firstTimes: () => change({ ...asked, skip: 0 }),
    last: (minutes: number) => change({ minutes, skip: 0 }),
    choose: setChosen,
    repeat: setRepeating,
    close: () => {
      last.current += 1
      setPlanning({ state: 'closed' })
    },
  }
}
