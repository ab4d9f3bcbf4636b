import { describe, expect, test } from 'vitest'
import { remembered } from './remembered.ts'

function reading(answer: (key: string, time: number) => Promise<string>) {
  let at = 0
  let times = 0
  const known = remembered(
    (key) => answer(key, (times += 1)),
    5000,
    () => new Date(at),
  )
  return { ...known, to: (ms: number) => void (at = ms), times: () => times }
}

describe('a reading that is remembered', () => {
  test('it is read once for its life, and anew after it or when the clock was put back', async () => {
    const one = reading(async (key, time) => `${key}${time}`)
    expect([await one.of('a'), await one.of('a'), await one.of('b')]).toEqual(['a1', 'a1', 'b2'])
    one.to(4999)
    expect(await one.of('a')).toBe('a1')
    one.to(5000)
    expect(await one.of('a')).toBe('a3')
    one.to(-1)
    expect(await one.of('a')).toBe('a4')
  })

  test('what was changed is read anew, and a failure is not remembered', async () => {
    const one = reading(async (key, time) => {
      if (time === 2) throw new Error('away')
      return `${key}${time}`
    })
    await one.of('a')
    one.forget('a')
    await expect(one.of('a')).rejects.toThrow('away')
    expect(await one.of('a')).toBe('a3')
  })

  test('no more than a thousand are kept', async () => {
    const one = reading(async (key, time) => `${key}${time}`)
    for (let n = 0; n < 1001; n += 1) await one.of(String(n))
    expect(await one.of('1')).toBe('12')
    expect(await one.of('0')).toBe('01002')
  })
})
