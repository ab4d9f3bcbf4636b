import { describe, expect, it } from 'vitest'
import { zoneInWords } from './zone-words.ts'

describe('a time zone in words', () => {
  it('a time zone is named by its place and time, and an unknown zone by its place alone', () => {
    expect(zoneInWords('Europe/Amsterdam', 'nl')).toMatch(/^Amsterdam \(Midden-Europese .+\)$/)
    expect(zoneInWords('America/New_York', 'en')).toMatch(/^New York \(Eastern Time\)$/)
    expect(zoneInWords('Mars/Olympus_Mons', 'en')).toBe('Olympus Mons')
  })
})
