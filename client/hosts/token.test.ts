import { describe, expect, it, vi } from 'vitest'
import { keepToken, lifetimeOf, tokensOf } from './token.ts'

const tokenFor = (seconds: number, name = '') =>
  `h.${btoa(JSON.stringify({ iat: 1000, exp: 1000 + seconds, name })).replaceAll('=', '')}.s`

describe('cached access token', () => {
  it('the lifetime of a token is read from its claims and is 0 for text that is no token', () => {
    expect(lifetimeOf(tokenFor(3600))).toBe(3600)
    expect(lifetimeOf('no token')).toBe(0)
  })
  it('a token is cached until five minutes before it expires', async () => {
    let now = 0
    const ask = vi.fn(() => Promise.resolve(tokenFor(3600)))
    const get = keepToken(ask, () => now)
    await get()
    now = 54 * 60_000
    await get()
    expect(ask).toHaveBeenCalledTimes(1)
    now = 56 * 60_000
    await get()
    expect(ask).toHaveBeenCalledTimes(2)
  })
  it('a fresh token is requested when the server refused the cached one', async () => {
    const ask = vi.fn(() => Promise.resolve(tokenFor(3600)))
    const get = keepToken(ask, () => 0)
    await get()
    await get({ fresh: true })
    expect(ask).toHaveBeenCalledTimes(2)
  })
  it('concurrent callers share one request for a token', async () => {
    const ask = vi.fn(() => Promise.resolve(tokenFor(3600)))
    const get = keepToken(ask, () => 0)
    await Promise.all([get(), get(), get()])
    expect(ask).toHaveBeenCalledTimes(1)
  })
  it('a failed request for a token is repeated at the next call', async () => {
    const ask = vi.fn().mockRejectedValueOnce(new Error('no')).mockResolvedValueOnce('yes')
    const get = keepToken(ask as () => Promise<string>, () => 0)
    await expect(get()).rejects.toThrow('no')
    expect(await get()).toBe('yes')
  })
})

describe('tokens of one person', () => {
  const tokenOf = (tid: string, oid: string) =>
    `h.${btoa(JSON.stringify({ tid, oid })).replaceAll('=', '')}.s`
  const milan = { tenantId: 't', oid: 'milan' }

  it('the person’s own token is handed out', async () => {
    const onOther = vi.fn()
    const token = tokenOf('t', 'milan')
    expect(await tokensOf(milan, async () => token, onOther)()).toBe(token)
    expect(onOther).not.toHaveBeenCalled()
  })
  it.each([
    ['t', 'sanne'],
    ['u', 'milan'],
  ])(
    'a token of somebody else is not handed out, and it is told who is signed in: %s %s',
    async (tid, oid) => {
      const onOther = vi.fn()
      await expect(tokensOf(milan, async () => tokenOf(tid, oid), onOther)({ fresh: true })).rejects.toThrow()
      expect(onOther).toHaveBeenCalledWith({ tenantId: tid, oid })
    },
  )
  it('text that is no token is not handed out', async () => {
    await expect(tokensOf(milan, async () => 'no token', vi.fn())()).rejects.toThrow()
  })
})
