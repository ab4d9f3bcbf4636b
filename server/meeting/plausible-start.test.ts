import { describe, expect, test } from 'vitest'
import { plausibleStart } from './plausible-start.ts'

describe('start of a meeting as a host gives it', () => {
  test.each([
    ['2026-06-02T08:30:00Z', '2026-06-02T08:30:00.000Z'],
    ['2026-06-02T10:30:00+02:00', '2026-06-02T08:30:00.000Z'],
    ['2026-06-02T08:30:00.0000000Z', '2026-06-02T08:30:00.000Z'],
    ['2026-06-02T08:30:00', '2026-06-02T08:30:00.000Z'],
    ['2026-06-02T08:30', '2026-06-02T08:30:00.000Z'],
    ['2026-06-02', '2026-06-02T00:00:00.000Z'],
    ['2026-06-02T25:00:00Z', undefined],
    ['6/2/2026 8:30:00 AM', undefined],
    ['1', undefined],
    ['soon 5', undefined],
    ['1601-01-01T00:00:00Z', undefined],
    ['4501-01-01T00:00:00Z', undefined],
    ['0001-01-01T00:00:00Z', undefined],
    ['0001-01-01T00:00:00', undefined],
    ['9999-12-31T23:59:59Z', undefined],
    ['1970-01-01T00:00:00Z', undefined],
    ['', undefined],
    ['soon', undefined],
    [undefined, undefined],
  ])('is an instant or none: %s', (text, expected) =>
    expect(plausibleStart(text)?.toISOString()).toBe(expected),
  )
})
