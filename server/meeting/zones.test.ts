import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { WINDOWS_TO_IANA_MAP } from 'windows-iana'
import { ianaZone, isKnownToWindows, windowsZone } from './zones.ts'

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

  test.each([
    ['tzone://Microsoft/Pacific Standard Time', 'America/Los_Angeles'],
    ['tzone://Microsoft/W.%20Europe%20Standard%20Time', 'Europe/Berlin'],
    ['w. europe standard time', 'Europe/Berlin'],
    ['W.Europe  Standard Time', 'Europe/Berlin'],
    ['"W. Europe Standard Time 1"', 'Europe/Berlin'],
    ['Pacific Daylight Time', 'America/Los_Angeles'],
    ['(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna', 'Europe/Amsterdam'],
    ['(GMT-08:00) Pacific Time (US & Canada)', 'America/Los_Angeles'],
    ['(UTC+05:30) Chennai, Kolkata, Mumbai, New Delhi', 'Asia/Kolkata'],
    ['(UTC-05:00) Indiana (East)', 'Etc/GMT+5'],
    ['(UTC) Coordinated Universal Time', 'UTC'],
    ['UTC+01:00', 'Etc/GMT-1'],
    ['UTC-11', 'Etc/GMT+11'],
    ['GMT+2', 'Etc/GMT-2'],
    ['utc+0545', 'Asia/Kathmandu'],
    ['GMT+02:10', null],
    ['UTC+19:00', null],
    ['EUROPE/AMSTERDAM', 'Europe/Amsterdam'],
    ['America/New York', 'America/New_York'],
    ['/freeassociation.sourceforge.net/Tzfile/Europe/Amsterdam', 'Europe/Amsterdam'],
    ['Europe/Kyiv', 'Europe/Kyiv'],
    ['Asia/Calcutta', 'Asia/Calcutta'],
    ['CET', 'CET'],
    ['EST5EDT', 'EST5EDT'],
    ['UTC –3', 'Etc/GMT+3'],
    ['UTC±00:00', 'UTC'],
    ['UTC+02:00:00', 'Etc/GMT-2'],
    ['GMT-0500 (EST)', 'Etc/GMT+5'],
    ['GMT+01:00 Amsterdam', 'Europe/Amsterdam'],
    ['(GMT+01.00) Amsterdam / Berlin / Bern / Rome', 'Europe/Amsterdam'],
    ['(UTC) Dublin, Edinburgh, Lisbon, London', 'Europe/Dublin'],
    ['Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna', 'Europe/Amsterdam'],
    ['Amsterdam Standard Time', 'Europe/Amsterdam'],
    ['“W. Europe Standard Time”', 'Europe/Berlin'],
    ['W.\u00a0Europe\u00a0Standard\u00a0Time', 'Europe/Berlin'],
    ['Europe/\u200bAmsterdam\u00a0', 'Europe/Amsterdam'],
    ['W. Europe Summer Time', 'Europe/Berlin'],
    ['Romance Std Time', 'Europe/Paris'],
    ['Eastern Time (US & Canada)', 'America/New_York'],
    ['Pacific Time', 'America/Los_Angeles'],
    ['Central European Summer Time', 'Europe/Warsaw'],
    ['British Summer Time', 'Europe/London'],
    ['West-Europa (standaardtijd)', 'Europe/Amsterdam'],
    ['Mitteleuropäische Zeit', 'Europe/Berlin'],
    ['CEST', 'CET'],
    ['Z', 'UTC'],
    ['Kamchatka Standard Time', 'Asia/Kamchatka'],
    ['Mid-Atlantic Standard Time', 'Etc/GMT+2'],
    ['Pacific Standard Tme', 'America/Los_Angeles'],
    ['W. Eurpoe Standard Time', 'Europe/Berlin'],
    ['Romanse Standard Time', 'Europe/Paris'],
    // As near to W. Europe as to E. Europe.
    ['V. Europe Standard Time', null],
    ['Samsung Standard Time', null],
    ['Europe/Amsterdam (CET)', 'Europe/Amsterdam'],
    ['Europe-Amsterdam', 'Europe/Amsterdam'],
    ['EUROPE AMSTERDAM', 'Europe/Amsterdam'],
    ['TZID=Europe/Berlin', 'Europe/Berlin'],
    ['Europe/Amsterdam;Europe/Paris', 'Europe/Amsterdam'],
    ['Europe/Nowhere', null],
    ['Local', null],
    ['null', null],
    ['constructor', null],
    ['Customized Time Zone 1', null],
    ['(UTC+01:00) Custom', 'Etc/GMT-1'],
    ['Customised Time Zone 2', null],
    ['  ', null],
  ])('a zone in another dress, "%s", maps to %s', (name, zone) => {
    expect(ianaZone(name)).toBe(zone)
  })

  test.each([
    ['Europe/Kyiv', 'FLE Standard Time'],
    ['Europe/Kiev', 'FLE Standard Time'],
    ['Asia/Kolkata', 'India Standard Time'],
    ['America/Nuuk', 'Greenland Standard Time'],
    ['CET', 'Romance Standard Time'],
    ['EST5EDT', 'Eastern Standard Time'],
  ])('the zone %s, by an older or a newer name, has the Windows name %s', (iana, name) => {
    expect([windowsZone(iana), isKnownToWindows(iana)]).toEqual([name, true])
  })

  test('of every zone that has no Windows name that is said', () => {
    const none = Intl.supportedValuesOf('timeZone').filter((one) => !isKnownToWindows(one))
    expect(none).toContain('Antarctica/Troll')
    expect(none.every((one) => windowsZone(one) === one)).toBe(true)
    expect([isKnownToWindows('UTC'), isKnownToWindows('+01:00')]).toEqual([true, false])
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
