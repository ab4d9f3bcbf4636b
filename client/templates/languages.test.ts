import { describe, expect, test } from 'vitest'
import { grow } from '../../server/content/templates/grow.ts'
import { isInBoth, saidOnce } from './languages.ts'

describe('the languages in which a template is written', () => {
  const inOne = { ...grow, title: { nl: 'Ons gesprek', en: 'Ons gesprek' } }
  test.each([
    ['that ships with Groei begins in one', grow, false, false],
    ['of one’s own in both goes on in both', grow, true, true],
    ['of one’s own in one goes on in one', inOne, true, false],
  ])('a template %s', (_what, template, isOwn, expected) => {
    expect(isInBoth(template, isOwn)).toBe(expected)
  })

  test('a mistake in words that were written once is said once, without the language', () => {
    const message = 'Vul hier iets in.'
    const errors = ['/title/nl', '/title/en', '/steps/2/minutes'].map((pointer) => ({ pointer, message }))
    const failure = { slug: 'invalid-request' as const, title: '', detail: '', claims: undefined, errors }
    expect(saidOnce(failure, 'nl').errors.map(({ pointer }) => pointer)).toEqual([
      '/title',
      '/steps/2/minutes',
    ])
  })
})
