import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { countLimits, sizeLimits, textLimits } from '../../server/contract/limits.ts'

/** Each limit by its name, as `notes.server`. */
const flat = (limits: object, prefix = ''): [string, number][] =>
  Object.entries(limits).flatMap(([name, value]) =>
    typeof value === 'number' ? [[`${prefix}${name}`, value]] : flat(value as object, `${prefix}${name}.`),
  )

describe('limits in docs/security.md', () => {
  test('the page has each limit of the code with its figure, and no other', () => {
    const page = readFileSync(new URL('../../docs/security.md', import.meta.url), 'utf8')
    const rows = [...page.matchAll(/^\| `([a-zA-Z.]+)` +\|[^|]*\| +([\d,]+) +\|$/gm)]
    const told = rows.map(([, name, figure]) => [name, Number(figure?.replaceAll(',', ''))])
    expect(told).toEqual([...flat(textLimits), ...flat(countLimits), ...flat(sizeLimits)])
  })
})
