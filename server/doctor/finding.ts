/** The outcome of a check. `unknown`: it could not be made, which says nothing either way. */
type State = 'ok' | 'wrong' | 'unknown'

/** `says`: how it is, in words without any secret. `todo`: the one thing to do about it. */
export type Result = { state: State; says: string; todo?: string; part?: string }
export type Finding = Omit<Result, 'part'> & { name: string }

export const ok = (says: string): Result => ({ state: 'ok', says })
export const wrong = (says: string, todo: string): Result => ({ state: 'wrong', says, todo })
export const unknown = (says: string, todo: string): Result => ({ state: 'unknown', says, todo })

/** The same result, of one part of what a check looks at. */
export const of = (part: string, result: Result): Result => ({ ...result, part })

/** 1: something is wrong. 2: nothing is known to be wrong, and something could not be checked. 0: all is well. */
export function exitCode(findings: Pick<Finding, 'state'>[]): 0 | 1 | 2 {
  if (findings.some(({ state }) => state === 'wrong')) return 1
  return findings.some(({ state }) => state === 'unknown') ? 2 : 0
}

const signs: Record<State, string> = { ok: 'ok', wrong: 'WRONG', unknown: '?' }

/** The findings for people: a line each, and under it what to do. */
export function report(findings: Finding[]): string {
  const width = Math.max(...findings.map(({ name }) => name.length))
  const lines = findings.flatMap(({ name, state, says, todo }) => [
    `${signs[state].padEnd(7)}${name.padEnd(width + 2)}${says}`,
    ...(todo ? [`${''.padEnd(width + 9)}→ ${todo}`] : []),
  ])
  const count = (state: State) => findings.filter((one) => one.state === state).length
  return `${lines.join('\n')}\n\n${count('ok')} ok, ${count('wrong')} wrong, ${count('unknown')} not checked\n`
}
