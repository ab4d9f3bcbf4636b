import { describe, expect, test } from 'vitest'
import { referenceOf } from './reference.ts'

describe('reference of a conversation', () => {
  test('a reference is stable, unambiguous and different for every conversation', () => {
    const codes = Array.from({ length: 2000 }, (_one, index) =>
      referenceOf(`7d444840-9dc0-41d1-b245-${(index * 7919).toString(16).padStart(12, '0')}`),
    )
    expect(new Set(codes).size).toBe(codes.length)
    for (const code of codes) expect(code).toMatch(/^GR-[2-9A-HJKMNP-TV-Z]{8}$/)
    expect(referenceOf('7d444840-9dc0-41d1-b245-5ffdce74fad2')).toBe(
      referenceOf('7D444840-9DC0-41D1-B245-5FFDCE74FAD2'),
    )
  })
})
