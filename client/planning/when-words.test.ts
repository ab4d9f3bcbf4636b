import { expect, test } from 'vitest'
import { whenInWords } from './when-words.ts'

const time = { start: '2026-06-09T08:30:00Z', end: '2026-06-09T09:00:00Z' }
const zones = (mine: string, theirs: string | null) => ({ mine, theirs })

test('a time stands in the reader’s zone and language', () => {
  const { when } = whenInWords(time, 'nl', zones('Europe/Amsterdam', null))
  expect(when).toMatch(/^di 9 juni,? 10:30\s?[–-]\s?11:00$/)
  expect(whenInWords(time, 'en', zones('Asia/Kathmandu', null)).when).toMatch(
    /^Tue,? 9 June,? 14:15\s?[–-]\s?14:45$/,
  )
})

test('the other’s clock is named only where it says something else', () => {
  expect(whenInWords(time, 'nl', zones('Europe/Amsterdam', 'Asia/Kathmandu')).theirs).toBe('14:15')
  expect(whenInWords(time, 'nl', zones('Europe/Amsterdam', 'America/St_Johns')).theirs).toBe('06:00')
  expect(whenInWords(time, 'nl', zones('Europe/Amsterdam', 'Europe/Berlin')).theirs).toBeNull()
  expect(whenInWords(time, 'nl', zones('Europe/Amsterdam', null)).theirs).toBeNull()
})

test('where it is another day there, the day is named too', () => {
  const late = { start: '2026-06-09T20:30:00Z', end: '2026-06-09T21:00:00Z' }
  expect(whenInWords(late, 'nl', zones('Europe/Amsterdam', 'Asia/Kathmandu')).theirs).toMatch(
    /^wo 10 juni.* 02:15$/,
  )
})
