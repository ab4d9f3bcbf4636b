import { describe, expect, test } from 'vitest'
import { evidenceOf, fits } from './exchange-names.ts'

const recipients = '/o=exchangelabs/ou=x/cn=recipients/cn=bdc77b18152647a29d28ce1188376dc9'
/** Is a name of Exchange's, with that alias and that name beside it, the one of this person? */
const isTheirs = (alias: string, named: string, name: string, address: string) => {
  const evidence = evidenceOf(`${recipients}-${alias}`, named)
  return evidence !== null && fits(evidence, name, address)
}

describe('whose name of Exchange’s it is', () => {
  test.each(['mbakker', 'milanb', 'bakkerm', 'milan.bakker'])('the alias %s alone tells it', (alias) => {
    expect(isTheirs(alias, '', '', 'milan.bakker@contoso.com')).toBe(true)
    expect(isTheirs(alias, '', 'Milan Bakker', 'mb@contoso.com')).toBe(true)
    expect(isTheirs(alias, '', 'Tom Visser', 'tom@contoso.com')).toBe(false)
  })

  test('a name beside it counts before an alias that is shortened', () => {
    expect(isTheirs('mbakker', 'Maria Bakker', 'Milan Bakker', 'milan.bakker@contoso.com')).toBe(false)
    expect(isTheirs('mb', '', 'Milan Bakker', 'milan@contoso.com')).toBe(false)
  })

  test.each([
    ['Bakker, M.', true],
    ['M. Bakker', true],
    ['Milan', true],
    ['Bakker, T.', false],
    ['M.', false],
    ['M. B.', false],
    ['Milan B. de Groot', false],
  ])('a name with an initial, %s, tells it or does not', (named, is) => {
    expect(isTheirs('x7', named, 'Milan Bakker', 'mb@contoso.com')).toBe(is)
  })
})
