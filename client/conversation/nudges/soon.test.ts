import { describe, expect, it } from 'vitest'
import { namesSoon } from './soon.ts'

/** A Tuesday. */
const today = new Date(2026, 5, 2, 10)

describe('first step soon after a conversation', () => {
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
    'Direct na de vergadering',
    'Gelijk na dit overleg',
    'By end of day',
    'Aan het eind van de dag mailen',
    'Call Noor in an hour',
    'Over een half uur bellen',
    'Binnen 2 dagen bellen',
    'On 3/6',
    'Op 04-06-2026',
    'Elke dag een kwartier lezen',
  ])('the first step “%s” counts as soon', (step) => expect(namesSoon(step, today)).toBe(true))
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
    'Wednesday next week',
    'Woensdag over een week',
    'Over een week woensdag',
    'A week from Wednesday',
    'Every now and then',
    'Nu en dan vragen hoe het gaat',
    'Over 3 maanden om 10 uur',
    'Volgende week om 10:00',
    'Within 72 hours',
    'In 3 weeks at 9:00',
    'On 12/6',
    'Op 04-06-2027',
    'Elke week om 9:00',
    'Drie mensen uitnodigen',
  ])('the first step “%s” does not count as soon', (step) => expect(namesSoon(step, today)).toBe(false))
  it('a step on 1 January counts as soon on 31 December', () => {
    expect(namesSoon('1 januari bellen', new Date(2026, 11, 31, 23))).toBe(true)
  })
  describe.each([
    ['Thursday', new Date(2026, 5, 4, 10), { maandag: true, dinsdag: false }],
    ['Friday', new Date(2026, 5, 5, 16), { maandag: true, dinsdag: true, woensdag: false }],
    ['Saturday', new Date(2026, 5, 6, 9), { maandag: true, dinsdag: true, woensdag: false }],
    ['Sunday', new Date(2026, 5, 7, 9), { maandag: true, dinsdag: true, woensdag: false }],
  ] as const)('a first step set on a %s', (_name, on, soon) => {
    it.each(Object.entries(soon))('a step for %s counts as soon in working days: %s', (weekday, is) => {
      expect(namesSoon(`${weekday} om 9:00 Noor bellen`, on)).toBe(is)
    })
  })
  it('a step on Monday of next week counts as soon on a Friday, and one on Wednesday does not', () => {
    const friday = new Date(2026, 5, 5, 16)
    expect(namesSoon('Volgende week maandag bellen', friday)).toBe(true)
    expect(namesSoon('Wednesday next week', friday)).toBe(false)
  })
})
