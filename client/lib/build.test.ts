import fc from 'fast-check'
import { expect, test } from 'vitest'
import { leaveOnce } from './build.ts'

function storage(): Storage {
  const held = new Map<string, string>()
  return {
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, value: string) => void held.set(key, value),
  } as Storage
}

test('a build is left once, whatever other builds come between', () => {
  const names = fc.constantFrom('/assets/index-a.js', '/assets/index-b.js', '/assets/index-c.js')
  fc.assert(
    fc.property(fc.array(names, { maxLength: 50 }), (builds) => {
      const session = storage()
      const left = builds.filter((build) => leaveOnce(build, () => session))
      expect(left).toEqual([...new Set(builds)])
    }),
  )
})

test('no build is left where the browser remembers nothing', () => {
  const refusing = () => {
    throw new DOMException('The operation is insecure.', 'SecurityError')
  }
  const full = { ...storage(), setItem: refusing }
  const forgetful = { ...storage(), setItem: () => undefined }
  for (const one of [refusing, () => full, () => forgetful])
    expect(leaveOnce('/assets/index-a.js', one)).toBe(false)
})
