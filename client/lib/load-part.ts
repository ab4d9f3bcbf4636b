import { lazy, type ComponentType } from 'react'
import { buildThere, leaveOnce, ownBuild } from './build.ts'
import { retry } from './retry.ts'

/** How many times a part may fail to load although the server answers, before it is given up. */
const maxFailures = 4

/**
 * Loads a part of the client, and waits while the network is away. Chromium remembers an import that failed for as long
 * as the page lives (whatwg/html#10327), so none is tried when the browser knows that it would fail.
 * @throws what `import` throws when it does not come: the server has another build, or answers and it comes no more
 */
export function loadPart<T>(load: () => Promise<T>): Promise<T> {
  let answered = 0
  const attempt = () => (navigator.onLine ? load() : Promise.reject(new Error('There is no network.')))
  return retry(attempt, async () => {
    const there = await buildThere()
    if (there === null) return false
    answered += 1
    return there !== ownBuild() || answered === maxFailures
  })
}

/** Several parts may be missed at once; one reload serves them all. */
let isLeaving = false

/**
 * Loads a part that the person waits for. When it does not come, the page is loaded anew, once for each build: what was
 * typed is kept by those who keep it.
 * @throws what `import` throws when the part does not load then either
 */
export async function needPart<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await loadPart(load)
  } catch (error) {
    // Pages side by side in one window share that session.
    const page = `${location.pathname}${location.search} ${ownBuild()}`
    isLeaving ||= leaveOnce(page)
    if (!isLeaving) throw error
    location.reload()
    return new Promise<never>(() => undefined)
  }
}

/**
 * A component by its name in a module that is loaded when it is first shown, or before that by `preload`. React shows
 * the fallback of whatever it must wait for, and then for 300 ms at least; what is loaded it need not wait for.
 */
export function lazyNamed<Name extends string, Props>(
  load: () => Promise<Record<Name, ComponentType<Props>>>,
  name: Name,
) {
  let loaded: { default: ComponentType<Props> } | null = null
  const keep = (module: Record<Name, ComponentType<Props>>) => (loaded = { default: module[name] })
  const component = lazy(() => (loaded ? atOnce(loaded) : needPart(load).then(keep)))
  return Object.assign(component, {
    /** Loads it without being needed yet: when it does not come, showing it tries again. */
    preload: () => void loadPart(load).then(keep, () => undefined),
  })
}

/** A promise settles later, even when it is known; React takes any thenable. */
const atOnce = <T>(value: T) => ({ then: (done: (value: T) => void) => done(value) }) as Promise<T>
