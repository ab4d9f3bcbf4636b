import type { Rule } from './linear-rules.ts'

/**
 * In characters, rising: all pieces are tried at `each`, and the ones that took longest at `slowest` too. Each is sixteen
 * times the one before or less, so that a rule that is not linear is caught before it takes minutes.
 */
export type Sizes = { each: [number, ...number[]]; slowest: number }

/** Less than this is no measurement; microseconds. */
const least = 500
/**
 * Linear, n times as long takes n times; quadratic, n² times: from one size to the next that is 16 times this. What
 * the collector of garbage does comes on top.
 */
const allowed = 8
/** How many pieces are tried at the largest size: what is linear until then shows little new there. */
const slow = 2

/** In microseconds of this thread's own work: what else the machine does is not counted. */
function took(rule: Rule, text: string): number {
  const before = process.threadCpuUsage()
  rule(text)
  const { user, system } = process.threadCpuUsage(before)
  return user + system
}
/** Comes behind the pieces: a rule that looks for a run at the end of a text finds none there, and tries anew. */
const end = 'x'
const fastest = (rule: Rule, piece: string, size: number, times: number) => {
  const text = piece.repeat(Math.ceil(size / piece.length)).slice(0, size) + end
  return Math.min(...Array.from({ length: times }, () => took(rule, text)))
}

/** @returns what the larger size took */
function checkStep(rule: Rule, piece: string, [smaller, before]: [size: number, time: number], size: number) {
  const growth = (now: number, then: number) => now / Math.max(least, then) / (size / smaller)
  let now = fastest(rule, piece, size, 1)
  if (growth(now, before) > allowed) {
    now = Math.min(now, fastest(rule, piece, size, 2))
    const grown = growth(now, fastest(rule, piece, smaller, 2))
    if (grown > allowed)
      throw new Error(
        `${JSON.stringify(piece)} and ${end}, ${size} characters: grows ${grown} times too fast`,
      )
  }
  return now
}

/** @throws Error for a piece of which a rule does not take linear time */
export function checkGrowth(rule: Rule, pieces: readonly string[], { each, slowest }: Sizes): void {
  const [first, ...larger] = each
  const taken = pieces.map((piece) => {
    // More than once: an engine compiles what it meets again, and a slow first time would hide how the next ones grow.
    let last: [size: number, time: number] = [first, fastest(rule, piece, first, 3)]
    for (const size of larger) last = [size, checkStep(rule, piece, last, size)]
    return { piece, last }
  })
  const longest = taken.toSorted((a, b) => b.last[1] - a.last[1]).slice(0, slow)
  for (const { piece, last } of longest) checkStep(rule, piece, last, slowest)
}
