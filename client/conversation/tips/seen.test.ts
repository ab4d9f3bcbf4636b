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

describe('tip on first use', () => {
  it('a tip is shown the first time and then stored as seen', async () => {
    const { api, calls } = server()
    expect([await firstTime(api, 'scale'), await firstTime(api, 'scale')]).toEqual([true, false])
    expect(calls).toEqual(['GET /api/tips', 'PUT /api/tips/scale'])
  })
  it('a tip that another device has shown is not shown again', async () => {
    const { api, calls } = server(['scale'])
    expect(await firstTime(api, 'scale')).toBe(false)
    expect(calls).toEqual(['GET /api/tips'])
  })
  it('several tips share one request for the tips that were seen', async () => {
    const { api, calls } = server()
    expect(await Promise.all([firstTime(api, 'scale'), firstTime(api, 'minute')])).toEqual([true, true])
    expect(calls.filter((one) => one.startsWith('GET'))).toHaveLength(1)
  })
  it('a tip that is requested twice at once is shown once', async () => {
    const { api } = server()
    expect(await Promise.all([firstTime(api, 'scale'), firstTime(api, 'scale')])).toEqual([true, false])
  })
  it('a tip stays hidden while the server is unreachable and is shown once it answers', async () => {
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
