import { describe, expect, test } from 'vitest'
import type { Audience } from '../../../server/contract/publication.ts'
import { readersWords } from './readers-words.ts'

const next = (more: Partial<NonNullable<Audience['next']>> = {}) => ({
  waitsFor: null,
  next: {
    subject: '1-op-1',
    start: '2026-06-09T07:00:00.000Z',
    organiser: 'Sanne de Vries',
    iOrganise: true,
    isPrivate: false,
    willBePrivate: false,
    alsoInvited: [],
    noteTakers: [],
    ...more,
  },
})
const last = (audience: Pick<Audience, 'next' | 'waitsFor'>) => readersWords(audience, 'nl').readers.at(-1)

describe('readers of a shared section in words', () => {
  test('the text names the invite, the two participants, each room and the colleagues', () => {
    const { into, readers } = readersWords(next({ alsoInvited: ['Zaal 1', 'Zaal 2'] }), 'en', 'UTC')
    expect(into).toMatch(/Tue.* 9 June.*\(1-op-1\)/)
    expect(readers).toHaveLength(3)
    expect(readers[1]).toContain('Zaal 1 and Zaal 2')
    expect(readersWords(next(), 'nl').readers).toHaveLength(2)
  })

  test('the text names an app that takes notes as a reader of the invite', () => {
    const { readers } = readersWords(next({ noteTakers: ['Fred'], alsoInvited: ['Zaal 1'] }), 'en')
    expect(readers[1]).toBe('Fred: an app that takes notes, and reads the invite.')
    expect(readers).toHaveLength(4)
  })

  test('the line on colleagues depends on the privacy of the event and on its organiser', () => {
    expect(last(next())).not.toContain('Sanne de Vries')
    expect(last(next({ iOrganise: false }))).toContain('Sanne de Vries kan het gesprek privé maken')
    expect(last(next({ willBePrivate: true }))).toContain('wordt privé')
    expect(last(next({ iOrganise: false, isPrivate: true }))).toContain('is privé')
  })

  test('the text says that there is no next meeting and who will read the section then', () => {
    const { into, readers } = readersWords({ next: null, waitsFor: null }, 'nl')
    expect(into).toContain('nog geen volgend gesprek')
    expect(readers).toHaveLength(2)
  })

  test('the text names the person who has to open Groei before anybody can read the section', () => {
    expect(readersWords(next(), 'en').waits).toBeNull()
    for (const audience of [next(), { next: null }])
      expect(readersWords({ ...audience, waitsFor: 'Milan Bakker' }, 'en').waits).toMatch(
        /^Nobody yet: .* until Milan Bakker has opened Groei once\. .*group/,
      )
  })
})
