import { describe, expect, it, vi } from 'vitest'
import { urlOf, type Endpoint } from '../../../server/contract/endpoint.ts'
import type { Api } from '../../lib/api.ts'
import { remember, seenTips } from './seen.ts'
import { tipOf } from './tip.ts'

const server = (seen: string[] = []) => {
  const calls: string[] = []
  const api = vi.fn(async (endpoint: Endpoint, request = {}) => {
    calls.push(`${endpoint.method} ${urlOf(endpoint, request)}`)
    return { seen }
  })
  return { api: api as unknown as Api, calls }
}

describe('what a person has seen', () => {
  it('what is remembered is seen from then on, here and on the server', async () => {
    const { api, calls } = server()
    expect([...(await seenTips(api))]).toEqual([])
    await Promise.all([remember(api, 'scale'), remember(api, 'scale')])
    expect([...(await seenTips(api))]).toEqual(['scale'])
    expect(calls).toEqual(['GET /api/tips', 'PUT /api/tips/scale'])
  })
  it('what another device has shown is not remembered again', async () => {
    const { api, calls } = server(['scale'])
    await seenTips(api)
    await remember(api, 'scale')
    expect(calls).toEqual(['GET /api/tips'])
  })
  it('a server that could not be reached is asked again', async () => {
    let reachable = false
    const api = (async () => {
      if (!reachable) throw new Error('offline')
      return { seen: ['scale'] }
    }) as unknown as Api
    await expect(seenTips(api)).rejects.toThrow('offline')
    reachable = true
    expect([...(await seenTips(api))]).toEqual(['scale'])
  })
})

describe('tip of a step', () => {
  it.each([
    ['follow-up', false, 'follow-up'],
    ['notes', true, 'scale'],
    ['notes', false, 'observation'],
    ['commitments', false, 'commitment'],
    ['preparation', true, null],
    [undefined, false, null],
  ] as const)('a step of kind %s (begins with a scale: %s) has the tip %s', (kind, hasScale, tip) => {
    expect(tipOf(kind, hasScale)).toBe(tip)
  })
})
