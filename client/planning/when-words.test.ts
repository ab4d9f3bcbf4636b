import { describe, expect, test } from 'vitest'
import { whenInWords } from './when-words.ts'

const time = { start: '2026-06-09T08:30:00Z', end: '2026-06-09T09:00:00Z' }
const zones = (mine: string, theirs: string | null) => ({ mine, theirs })

describe('a proposed time in words', () => {
  test('a time is written in the time zone and language of the reader', () => {
    const { when } = whenInWords(time, 'nl', zones('Europe/Amsterdam', null))
    expect(when).toMatch(/^di 9 juni,? 10:30\s?[–-]\s?11:00$/)
    expect(whenInWords(time, 'en', zones('Asia/Kathmandu', null)).when).toMatch(
      /^Tue,? 9 June,? 14:15\s?[–-]\s?14:45$/,
    )
  })

  test('the local time of the other person is named only when it differs', () => {
    expect(whenInWords(time, 'nl', zones('Europe/Amsterdam', 'Asia/Kathmandu')).theirs).toBe('14:15')
    expect(whenInWords(time, 'nl', zones('Europe/Amsterdam', 'America/St_Johns')).theirs).toBe('06:00')
    expect(whenInWords(time, 'nl', zones('Europe/Amsterdam', 'Europe/Berlin')).theirs).toBeNull()
    expect(whenInWords(time, 'nl', zones('Europe/Amsterdam', null)).theirs).toBeNull()
  })

  test('the local day of the other person is named when it differs', () => {
    const late = { start: '2026-06-09T20:30:00Z', end: '2026-06-09T21:00:00Z' }
    expect(whenInWords(late, 'nl', zones('Europe/Amsterdam', 'Asia/Kathmandu')).theirs).toMatch(
      /^wo 10 juni.* 02:15$/,
    )
  })
})
