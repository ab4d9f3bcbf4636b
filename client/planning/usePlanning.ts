import { useState } from 'react'
import type { EveryWeeks, Moments, PlannedTalk, Proposals } from '../../server/contract/planning.ts'
import { failureOf, type Failure } from '../lib/api.ts'
import { useSurroundings } from '../lib/surroundings.tsx'

/** How planning stands: closed, looking for times, choosing one, or done. */
export type Planning =
  | { state: 'closed' }
  | { state: 'looking' }
  | { state: 'failed'; failure: Failure }
  | { state: 'choosing'; found: Proposals }
  | { state: 'planned'; talk: PlannedTalk }

/** How many times are shown at once. */
const timesShown = 4
/** Which times were asked for; minutes null: as long as the last talk. */
type Asked = { minutes: number | null; skip: number }

/** Looks for times of a pair and plans one; what was chosen stays through every failure. */
export function usePlanning(pairId: string, onPlanned: () => void) {
  const { api, texts } = useSurroundings()
  const [planning, setPlanning] = useState<Planning>({ state: 'closed' })
  const [chosen, setChosen] = useState<string | null>(null)
  const [repeating, setRepeating] = useState(false)
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<Failure | null>(null)
  const [asked, setAsked] = useState<Asked>({ minutes: null, skip: 0 })
  const path = `/api/pairs/${pairId}`

  const fetchTimes = async (wanted: Asked = asked) => {
    const query = new URLSearchParams({
      ...(wanted.minutes === null ? {} : { minutes: String(wanted.minutes) }),
      ...(wanted.skip === 0 ? {} : { skip: String(wanted.skip) }),
    })
    const found = await api<Proposals>('GET', `${path}/proposals${query.size > 0 ? `?${query}` : ''}`)
    setAsked(wanted)
    // The best is chosen beforehand; a choice that still stands is the person's own.
    setChosen((now) =>
      found.proposals.some(({ start }) => start === now) ? now : (found.proposals[0]?.start ?? null),
    )
    setPlanning({ state: 'choosing', found })
  }
  const look = async () => {
    setPlanning({ state: 'looking' })
    setRefused(null)
    await fetchTimes().catch((error: unknown) =>
      setPlanning({ state: 'failed', failure: failureOf(error, texts.unexpected) }),
    )
  }
  /** Looks for others while these still stand: who finds nothing better has them. */
  const change = async (wanted: Asked) => {
    setBusy(true)
    setRefused(null)
    await fetchTimes(wanted).catch((error: unknown) => setRefused(failureOf(error, texts.unexpected)))
    setBusy(false)
  }
  const plan = async (time: Moments, everyWeeks: EveryWeeks | null, revision: number) => {
    setBusy(true)
    setRefused(null)
    try {
      const talk = await api<PlannedTalk>('POST', `${path}/talks`, { ...time, everyWeeks, revision })
      setPlanning({ state: 'planned', talk })
      onPlanned()
    } catch (error) {
      const failure = failureOf(error, texts.unexpected)
      setRefused(failure)
      // The other was first: what is free has changed. If that cannot be had now, what is shown stays.
      if (failure.slug === 'changed-meanwhile') {
        onPlanned()
        await fetchTimes().catch(() => undefined)
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
    close: () => setPlanning({ state: 'closed' }),
  }
}
