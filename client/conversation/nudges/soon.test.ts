import { describe, expect, it } from 'vitest'
import { namesSoon } from './soon.ts'

/** A Tuesday. */
const today = new Date(2026, 5, 2, 10)

describe('a first step', () => {
  it.each([
    'Vandaag inplannen',
    'Morgenochtend Noor bellen',
    'Nu de uitnodiging sturen',
    'Na dit gesprek een mail',
    'Woensdag het team vertellen',
    'Donderdagmiddag het team vertellen',
    'Binnen 48 uur een afspraak maken',
    'Om 14:00 bellen',
    'Op 3 juni bellen',
    'Call Noor tomorrow',
    'Send the invite right away',
    'Tell the team on Thursday',
    'Call at 3pm',
    'On June 4th',
  ])('“%s” is soon', (step) => expect(namesSoon(step, today)).toBe(true))
  it.each([
    '',
    'Het team vertellen',
    'Volgende week bellen',
    'Vrijdag bellen',
    'Volgende woensdag bellen',
    'Volgende week woensdag bellen',
    'Op 12 juni bellen',
    'Op 1 juni bellen',
    'Vrijdag om 14:00 bellen',
    'Nuance aanbrengen',
    'Call Noor',
    'Next Thursday',
    'On Monday',
    'On June 12',
  ])('“%s” is not', (step) => expect(namesSoon(step, today)).toBe(false))
  it('knows the turn of the year', () => {
    expect(namesSoon('1 januari bellen', new Date(2026, 11, 31, 23))).toBe(true)
  })
})
