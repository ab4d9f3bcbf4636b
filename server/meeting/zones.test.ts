import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { WINDOWS_TO_IANA_MAP } from 'windows-iana'
import { ianaZone, windowsZone } from './zones.ts'

const windows = [...new Set(WINDOWS_TO_IANA_MAP.map(({ windowsName }) => windowsName))]

describe('time zone names', () => {
  test('every Windows name maps to a valid time zone', () => {
    expect(windows.length).toBeGreaterThan(130)
    for (const name of windows) {
      const zone = ianaZone(name)
      expect(zone, name).not.toBeNull()
      expect(() => Temporal.Now.zonedDateTimeISO(zone!), name).not.toThrow()
    }
  })

  test('every IANA name maps to itself', () => {
    for (const name of Intl.supportedValuesOf('timeZone')) expect(ianaZone(name)).toBe(name)
  })

  test.each([
    ['W. Europe Standard Time', 'Europe/Berlin'],
    ['Nepal Standard Time', 'Asia/Katmandu'],
    ['Newfoundland Standard Time', 'America/St_Johns'],
    ['Europe/Amsterdam', 'Europe/Amsterdam'],
    ['europe/amsterdam', 'Europe/Amsterdam'],
    ['UTC', 'UTC'],
    ['utc', 'UTC'],
    ['tzone://Microsoft/Utc', 'UTC'],
    ['tzone://Microsoft/Custom', null],
    ['Customized Time Zone', null],
    ['Mars/Olympus', null],
    ['+01:00', null],
    ['', null],
  ])('the name "%s" maps to the time zone %s', (name, zone) => {
    expect(ianaZone(name)).toBe(zone)
  })

  test('a time zone keeps its offset when it is converted to a Windows name and back', () => {
    expect(windowsZone('Asia/Kathmandu')).toBe('Nepal Standard Time')
    expect(windowsZone('Antarctica/Troll')).toBe('Antarctica/Troll')
    const summer = Temporal.Instant.from('2026-07-01T00:00Z')
    for (const name of ['Europe/Amsterdam', 'Asia/Kathmandu', 'America/St_Johns', 'UTC']) {
      const back = ianaZone(windowsZone(name))!
      expect(summer.toZonedDateTimeISO(back).offset).toBe(summer.toZonedDateTimeISO(name).offset)
    }
  })
})
