import { describe, expect, test } from 'vitest'
import { checkGrowth, type Sizes } from '../../tests/support/linear.ts'
import { linearRules } from '../../tests/support/linear-rules.ts'

/** `npm run bench -- linear` tries more, and goes on to 2 MB. */
const sizes: Sizes = { each: [2000, 32_000], slowest: 256_000 }

describe.each(linearRules)('a rule over %s', (_over, rules, pieces) => {
  test.each(Object.entries(rules))(
    'takes no more than linear time from 2 kB to 256 kB of whatever it looks for: %s',
    (_rule, rule) => checkGrowth(rule, pieces, sizes),
  )
})

describe('the check of growth', () => {
  test('finds a rule that takes quadratic time', () => {
    const quadratic = (text: string) => /teams\.[a-z.]+\/meet/.test(text)
    expect(() => checkGrowth(quadratic, ['teams.'], sizes)).toThrow('teams.')
    expect(() => checkGrowth((text) => text.replace(/ +$/, ''), [' '], sizes)).toThrow('" " and x')
  })
})
