import { describe, expect, test } from 'vitest'
import { isNamed, isSame } from './mailbox.ts'

const signed = (username: string, idTokenClaims: object = {}) => ({ account: { username }, idTokenClaims })

describe('account of the mailbox that is open', () => {
  test.each([
    ['its sign-in name', signed('Milan@contoso.com')],
    ['a claim', signed('m.bakker@contoso.com', { email: 'milan@contoso.com' })],
    [
      'one of several in a claim',
      signed('', { verified_primary_email: ['x@contoso.com', 'milan@contoso.com'] }),
    ],
  ])('it goes by the address: %s', (_what, one) => {
    expect(isNamed(one, 'milan@Contoso.com')).toBe(true)
  })

  test.each([
    ['another person', signed('sanne@contoso.com', { preferred_username: 'sanne@contoso.com' })],
    ['the same name elsewhere', signed('milan@private.example')],
    ['claims that are no names', signed('', { email: 7, name: 'milan@contoso.com' })],
  ])('it does not: %s', (_what, one) => {
    expect(isNamed(one, 'milan@contoso.com')).toBe(false)
  })

  test('a guest is one account at home and away', () => {
    const here = { localAccountId: 'a', tenantId: 't', environment: '', username: '' }
    expect(isSame({ ...here, homeAccountId: 'a.t' }, { ...here, homeAccountId: 'h.home' })).toBe(true)
    expect(isSame({ ...here, homeAccountId: 'a.t' }, { ...here, homeAccountId: 'a.u', tenantId: 'u' })).toBe(
      false,
    )
  })
})
