import { describe, expect, test } from 'vitest'
import { placeInWords } from './places.ts'
import { templateTexts } from './texts.ts'

const template = {
  steps: [{ title: { nl: 'Check-in', en: 'Check-in' } }, { title: { nl: 'Doel', en: 'Goal' } }],
}
const nl = (pointer: string, sent: unknown = template) => placeInWords(pointer, sent, templateTexts.nl, 'nl')

describe('place of a template error in words', () => {
  test.each([
    ['/template/title/en', 'Titel (Engels)'],
    ['/template/steps/1/questions/2', 'Stap 2 (Doel), vraag 3'],
    ['/steps/0/hint/nl', 'Stap 1 (Check-in), Uitleg (Nederlands)'],
    ['/template/steps/1', 'Stap 2 (Doel)'],
    ['/template/steps', 'Stappen'],
    ['/template/steps/0/nope', 'Stap 1 (Check-in), nope'],
    ['/template/constructor', 'constructor'],
    ['/formatVersion', 'Versie van het bestand'],
    ['/', 'Het bestand'],
  ])('the pointer %s is described as “%s”', (pointer, expected) => {
    expect(nl(pointer)).toBe(expected)
  })

  test('a pointer into a file without step titles is described by number only', () => {
    for (const sent of [null, 'text', [], { steps: 5 }, { steps: [{ title: 5 }] }, { steps: [null] }])
      expect(nl('/template/steps/0/title/nl', sent)).toBe('Stap 1 (…), Titel (Nederlands)')
  })
})
