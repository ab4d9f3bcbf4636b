import { describe, expect, it } from 'vitest'
import { toldOf } from './state.ts'

describe('state in the header', () => {
  it('a header is silent while notes are saved in time', () => {
    expect([toldOf('saved', true), toldOf('connecting', true), toldOf('saving', false)]).toEqual([
      null,
      null,
      null,
    ])
  })
  it('a header says briefly that saving takes long or that there is no network', () => {
    expect(toldOf('saving', true)).toEqual({ kind: 'brief', state: 'saving' })
    expect(toldOf('offline', false)).toEqual({ kind: 'brief', state: 'offline' })
  })
  it('a header says in full what asks something of a person', () => {
    for (const state of ['unkept', 'full', 'long', 'reading', 'busy', 'signedOut', 'out'] as const)
      expect(toldOf(state, false)).toEqual({ kind: 'whole', state })
  })
})
