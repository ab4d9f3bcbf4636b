import { describe, expect, it } from 'vitest'
import { vagueCommitment, vagueWording } from './vague.ts'

describe('vague wording', () => {
  it.each([
    ['Proactiever zijn', 'proactiever'],
    ['Meer delegeren', 'meer'],
    ['Beter communiceren met het team', 'beter'],
    ['Proberen op tijd te komen', 'proberen'],
    ['Ik probeer elke vrijdag te bellen', 'probeer'],
    ['Werken aan mijn assertiviteit', 'werken aan'],
    ['Zo snel mogelijk het verslag afmaken', 'zo snel mogelijk'],
    ['Misschien met Noor praten', 'misschien'],
    ['Be more proactive', 'more'],
    ['Communicate better', 'better'],
    ['Try to speak up', 'try'],
    ['I’ll try to call two customers', 'try'],
    ['Improve my presentations', 'improve'],
    ['Finish the report ASAP', 'asap'],
  ])('the wording “%s” is vague because of “%s”', (what, word) => {
    expect(vagueWording(what)).toEqual({ kind: 'vague-word', word })
  })
  it.each([
    'Assertiviteit',
    'Goede communicatie',
    'Rust',
    'Time management',
    'Feedback',
    'Stakeholder trust',
  ])('the wording “%s” is vague because it has no verb', (what) =>
    expect(vagueWording(what)).toEqual({ kind: 'no-verb' }),
  )
})

describe('concrete wording', () => {
  it.each([
    '',
    '   ',
    'Twee dagdelen per week blokkeren om te ontwerpen',
    'Verzoeken bundelen op woensdag',
    'Elke vrijdag één klant meer bellen',
    'Twee keer per week beter voorbereid beginnen: agenda om 9:00 klaar',
    'Probeer de nieuwe agenda uit met het team',
    'De checklist uitproberen bij de volgende demo',
    'Geen vergaderingen meer plannen na vijf uur',
    'Niet meer invallen zonder overleg',
    'Noor bellen',
    'Bel Noor',
    'Ik vertel het team wat ik ga doen',
    'Meerdere offertes vergelijken',
    'Ask one question in every review',
    'Speak up in Monday’s review',
    'Try out the new agenda on Tuesday',
    'Call Noor',
    'One page less in each report',
    'No more meetings after five',
    'Deliver the trustworthy draft',
    'Country report afmaken',
  ])('the wording “%s” is not vague', (what) => expect(vagueWording(what)).toBeNull())
})

describe('vague commitment', () => {
  const clear = {
    what: 'De klanten vertellen wat er verandert',
    criterion: 'Niemand is verrast',
    due: '2026-06-08',
  }
  it('a complete commitment is not vague', () => expect(vagueCommitment(clear)).toBeNull())
  it('an empty commitment is not vague', () => {
    expect(vagueCommitment({ what: '', criterion: '', due: null })).toBeNull()
  })
  it('a vague wording is reported before a missing result or date', () => {
    expect(vagueCommitment({ what: 'Beter luisteren', criterion: '', due: null })?.kind).toBe('vague-word')
  })
  it('a missing result is reported unless the wording itself can be observed', () => {
    expect(vagueCommitment({ ...clear, criterion: ' ' })).toEqual({ kind: 'no-result' })
    expect(vagueCommitment({ ...clear, what: 'Drie klanten bellen', criterion: '' })).toBeNull()
  })
  it('a missing date is reported', () => {
    expect(vagueCommitment({ ...clear, due: null })).toEqual({ kind: 'no-date' })
  })
  it.each([
    'De klanten bellen op 12 juni',
    'De klanten bellen vóór vrijdag',
    'De klanten bellen op vrijdagmiddag',
    'Elke week de klanten bellen',
    'Call the customers tomorrow',
    'Call the customers by June 12th',
    'Call the customers on Fridays',
    'Call the customers before 2026-06-12',
  ])('the wording “%s” counts as naming a date', (what) => {
    expect(vagueCommitment({ ...clear, what, due: null })).toBeNull()
  })
})
