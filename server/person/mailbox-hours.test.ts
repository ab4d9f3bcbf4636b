import { describe, expect, test } from 'vitest'
import { hoursFromMailbox } from './mailbox-hours.ts'
import { usualHours } from './working-time.ts'

const usual = usualHours('Europe/Amsterdam')
const mailbox = {
  daysOfWeek: ['monday', 'tuesday', 'thursday'],
  startTime: '08:30:00.0000000',
  endTime: '16:00:00.0000000',
  timeZone: 'W. Europe Standard Time',
}

describe('working hours from the mailbox settings', () => {
  test('a mailbox gives working days, hours and time zone, also by Windows zone name', () => {
    expect(hoursFromMailbox(mailbox, usual)).toEqual({
      ...usual,
      timeZone: 'Europe/Berlin',
      workingDays: [1, 2, 4],
      from: '08:30',
      until: '16:00',
    })
    expect(hoursFromMailbox({ ...mailbox, timeZone: 'Asia/Kathmandu' }, usual)?.timeZone).toBe(
      'Asia/Kathmandu',
    )
  })

  test.each([
    ['no days', { daysOfWeek: [] }],
    ['no clock', { startTime: 'early' }],
    ['an end at the beginning', { startTime: '08:00:00', endTime: '08:00:00' }],
  ])('mailbox settings with %s are not taken over', (_what, more) => {
    expect(hoursFromMailbox({ ...mailbox, ...more }, usual)).toBeNull()
  })

  test.each(['Customized Time Zone', 'tzone://Microsoft/Custom', 'Somewhere', ''])(
    'days and hours of a mailbox in the time zone "%s" hold in the zone that is known otherwise',
    (timeZone) => {
      const sydney = usualHours('Australia/Sydney')
      expect(hoursFromMailbox({ ...mailbox, timeZone }, sydney)).toEqual({
        ...sydney,
        workingDays: [1, 2, 4],
        from: '08:30',
        until: '16:00',
      })
    },
  )

  test.each([
    ['8:00', '17:30', '08:00', '17:30'],
    ['16:00:00', '24:00:00', '16:00', '00:00'],
    ['00:00:00.0000000', '08:00:00.0000000', '00:00', '08:00'],
  ])('hours from %s to %s are those from %s to %s', (startTime, endTime, from, until) => {
    expect(hoursFromMailbox({ ...mailbox, startTime, endTime }, usual)).toMatchObject({ from, until })
  })

  test('a night shift is a working time, and days may be written in capitals', () => {
    const nurse = {
      daysOfWeek: ['Monday', 'SUNDAY'],
      startTime: '22:00:00.0000000',
      endTime: '06:00:00.0000000',
    }
    expect(hoursFromMailbox({ ...mailbox, ...nurse }, usual)).toMatchObject({
      workingDays: [1, 7],
      from: '22:00',
      until: '06:00',
    })
  })
})
