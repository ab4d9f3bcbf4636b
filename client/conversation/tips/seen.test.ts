import { describe, expect, it, vi } from 'vitest'
import type { Api } from '../../lib/api.ts'
import { firstTime } from './seen.ts'

const server = (seen: string[] = []) => {
  const calls: string[] = []
  const api = vi.fn(async (method: string, path: string) => {
    calls.push(`${method} ${path}`)
    return { seen }
  })
  return { api: api as unknown as Api, calls }
}

describe('a tip', () => {
  it('comes the first time, and is remembered as seen', async () => {
    const { api, calls } = server()
    expect([await firstTime(api, 'scale'), await firstTime(api, 'scale')]).toEqual([true, false])
    expect(calls).toEqual(['GET /api/tips', 'PUT /api/tips/scale'])
  })
  it('that another device showed stays away', async () => {
    const { api, calls } = server(['scale'])
    expect(await firstTime(api, 'scale')).toBe(false)
    expect(calls).toEqual(['GET /api/tips'])
  })
  it('is asked for once, however many there are', async () => {
    const { api, calls } = server()
    expect(await Promise.all([firstTime(api, 'scale'), firstTime(api, 'minute')])).toEqual([true, true])
    expect(calls.filter((one) => one.startsWith('GET'))).toHaveLength(1)
  })
  it('that two ask for at once comes once', async () => {
    const { api } = server()
    expect(await Promise.all([firstTime(api, 'scale'), firstTime(api, 'scale')])).toEqual([true, false])
  })
  it('stays away when the server cannot be reached, and comes when it can', async () => {
    let reachable = false
    const api = (async () => {
      if (!reachable) throw new Error('offline')
      return { seen: [] }
    }) as unknown as Api
    expect(await firstTime(api, 'scale')).toBe(false)
    reachable = true
    expect(await firstTime(api, 'scale')).toBe(true)
  })
})
