import { describe, expect, it, vi } from 'vitest'
import { keepToken, lifetimeOf } from './token.ts'

const tokenFor = (seconds: number, name = '') =>
  `h.${btoa(JSON.stringify({ iat: 1000, exp: 1000 + seconds, name })).replaceAll('=', '')}.s`

describe('a token', () => {
  it('says how long it lives', () => {
    expect(lifetimeOf(tokenFor(3600))).toBe(3600)
    expect(lifetimeOf('no token')).toBe(0)
  })
  it('is kept until five minutes before its end', async () => {
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
  it('is asked for again when the server refused it', async () => {
    const ask = vi.fn(() => Promise.resolve(tokenFor(3600)))
    const get = keepToken(ask, () => 0)
    await get()
    await get({ fresh: true })
    expect(ask).toHaveBeenCalledTimes(2)
  })
  it('is asked for once by all who wait for it', async () => {
    const ask = vi.fn(() => Promise.resolve(tokenFor(3600)))
    const get = keepToken(ask, () => 0)
    await Promise.all([get(), get(), get()])
    expect(ask).toHaveBeenCalledTimes(1)
  })
  it('that could not be had is asked for again', async () => {
    const ask = vi.fn().mockRejectedValueOnce(new Error('no')).mockResolvedValueOnce('yes')
    const get = keepToken(ask as () => Promise<string>, () => 0)
    await expect(get()).rejects.toThrow('no')
    expect(await get()).toBe('yes')
  })
})
