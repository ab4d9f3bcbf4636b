import { describe, expect, it } from 'vitest'
import { dropUntold, tidyPresence } from './presence.ts'

const person = { name: 'Milan Bakker', role: 'employee' as const }
const tidy = (state: Record<string, unknown>, mine = true) => {
  const states = new Map([[7, state]])
  tidyPresence(states, person, () => mine)
  return states.get(7)
}

describe('presence in live notes', () => {
  it('presence carries the name and role that the server knows, whatever the client says', () => {
    const told = { name: 'Sanne', role: 'coach', step: 'goal', color: '#5b5fc7', colorLight: '#5b5fc733' }
    expect(tidy({ user: told })).toEqual({ user: { ...told, ...person } })
  })
  it('presence is accepted for the connection’s own device only', () => {
    expect(tidy({ user: {} }, false)).toBeUndefined()
  })
  it('presence holds only what screens show', () => {
    const state = {
      user: { step: 'x'.repeat(41), color: 'url(//evil)' },
      more: 'x',
      cursor: { a: 'x'.repeat(700) },
    }
    expect(tidy(state)).toEqual({ user: { ...person, step: null, color: '#616161', colorLight: '#616161' } })
  })
  it('presence without a user is dropped', () => {
    const states = new Map([
      [7, {}],
      [8, { user: {} }],
    ])
    dropUntold(states)
    expect([...states.keys()]).toEqual([8])
  })
  it('presence keeps the position of the caret', () => {
    const cursor = { anchor: { type: null }, head: { type: null } }
    expect(tidy({ user: {}, cursor })).toMatchObject({ cursor })
  })
})
