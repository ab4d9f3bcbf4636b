/** How long an endpoint took; `at` and `took` in milliseconds. */
export type Answer = { at: number; took: number }

const window = 10 * 60_000
const slow = 2900
const enough = 100

/**
 * Graph's verdict on an endpoint by its answers of the last ten minutes, once there are a hundred. With one slow answer
 * in ten its notifications come late, with 15 % they are dropped (Graph, "Receive change notifications through
 * webhooks", Throttling).
 */
export function endpointHealthOf(answers: Answer[], now: number): 'good' | 'late' | 'dropped' {
  const recent = answers.filter(({ at }) => now - at < window)
  if (recent.length < enough) return 'good'
  const share = recent.filter(({ took }) => took > slow).length / recent.length
  return share >= 0.15 ? 'dropped' : share >= 0.1 ? 'late' : 'good'
}
