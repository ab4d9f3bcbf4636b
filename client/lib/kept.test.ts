import { afterEach, describe, expect, it, vi } from 'vitest'
import { keptInTab, keptOnMachine } from './kept.ts'

const milan = { tenantId: 't', oid: 'milan' }
const sanne = { tenantId: 't', oid: 'sanne' }

/** A store whose keys are its own properties, as those of a browser are. */
function store(full = false): Storage {
  const methods = {
    getItem: (key: string) => held[key] ?? null,
    setItem: (key: string, value: string) => {
      if (full) throw new DOMException('full', 'QuotaExceededError')
      held[key] = value
    },
    removeItem: (key: string) => void delete held[key],
  }
  const held = Object.create(methods) as Record<string, string>
  return held as unknown as Storage
}
afterEach(() => void vi.unstubAllGlobals())

describe.each([
  ['tab', 'sessionStorage', keptInTab],
  ['machine', 'localStorage', keptOnMachine],
] as const)('what is kept in the %s', (_name, global, keptIn) => {
  it('tenant and person stand first in every key', () => {
    const held = store()
    vi.stubGlobal(global, held)
    keptIn(milan).keep('note 1', 'text')
    expect(Object.keys(held)).toEqual(['groei t.milan note 1'])
  })
  it('what is somebody else’s goes when a person signs in, and what has no owner too', () => {
    const held = store()
    vi.stubGlobal(global, held)
    keptIn(milan).keep('note 1', 'his')
    held.setItem('groei private-note 1', 'of an earlier version')
    held.setItem('msal.1', 'not ours')
    const hers = keptIn(sanne)
    expect([hers.recall('note 1'), Object.keys(held)]).toEqual([null, ['msal.1']])
    expect(keptIn(milan).recall('note 1')).toBe(null)
  })
  it('the same person in another tenant, or with a longer id, is somebody else', () => {
    vi.stubGlobal(global, store())
    keptIn(milan).keep('note 1', 'his')
    for (const other of [
      { tenantId: 't', oid: 'milan2' },
      { tenantId: 'u', oid: 'milan' },
    ])
      expect(keptIn(other).recall('note 1')).toBe(null)
  })
  it('a store that is full or refused is replaced by memory, of that person alone', () => {
    const refusing = () => {
      throw new DOMException('refused', 'SecurityError')
    }
    for (const held of [store(true), undefined]) {
      vi.stubGlobal(global, held)
      if (!held) Object.defineProperty(globalThis, global, { get: refusing, configurable: true })
      const his = keptIn(milan)
      his.keep('note 1', 'his')
      expect([his.recall('note 1'), keptIn(sanne).recall('note 1')]).toEqual(['his', null])
      his.forgetAll('1')
      expect(his.recall('note 1')).toBe(null)
    }
  })
  it('everything about one subject is forgotten together', () => {
    vi.stubGlobal(global, store())
    const his = keptIn(milan)
    for (const key of ['note 1', 'scale 1 q', 'note 2']) his.keep(key, '"x"')
    his.forgetAll('1')
    expect(['note 1', 'scale 1 q', 'note 2'].map((key) => his.recallAs<string>(key, 'none'))).toEqual([
      'none',
      'none',
      'x',
    ])
    his.forgetAll()
    expect(his.recall('note 2')).toBe(null)
  })
})
