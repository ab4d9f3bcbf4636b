import { describe, expect, it } from 'vitest'
import type { OneOnOnes } from '../../../server/contract/one-on-ones.ts'
import { foundAmong, peopleOf } from './people.ts'

const pair = (id: string, name: string, next: string | null, open = 0) => ({
  pair: { id, coach: { name: 'Sanne' }, employee: { name }, myRole: 'coach' },
  commitments: Array.from({ length: open }),
  next: next && { start: next },
  rhythm: { state: 'kept' },
})
const meeting = (name: string, start: string, pairId: string | null) => ({
  iCalUId: `uid ${start}`,
  start,
  pairId,
  other: { name, address: `${name}@Groei.example` },
})
const people = (pairs: object[], meetings: object[] = []) =>
  peopleOf({ pairs, meetings } as unknown as Pick<OneOnOnes, 'pairs' | 'meetings'>)
const names = (found: { name: string }[]) => found.map(({ name }) => name)

describe('list of people', () => {
  it('who comes first stands first, and who has no next conversation last, by name', () => {
    const found = people([
      pair('1', 'Tom', null),
      pair('2', 'Aylin', null),
      pair('3', 'Milan', '2026-06-09T08:00:00Z'),
      pair('4', 'Bas', '2026-06-02T08:00:00Z'),
    ])
    expect(names(found)).toEqual(['Bas', 'Milan', 'Aylin', 'Tom'])
  })
  it('a person without a pair stands there once, with a link to the first meeting', () => {
    const found = people(
      [pair('1', 'Milan', '2026-06-09T08:00:00Z')],
      [
        meeting('Noor', '2026-06-12T08:00:00Z', null),
        meeting('Noor', '2026-06-05T08:00:00Z', null),
        meeting('Milan', '2026-06-09T08:00:00Z', '1'),
      ],
    )
    expect(names(found)).toEqual(['Noor', 'Milan'])
    expect(found[0]?.route).toEqual({
      page: 'meeting',
      iCalUId: 'uid 2026-06-05T08:00:00Z',
      start: '2026-06-05T08:00:00Z',
    })
  })
  it('a name is found whatever its capitals and accents, and every filter counts', () => {
    const found = people([
      pair('1', 'Zoë Ardènne', null, 2),
      pair('2', 'Zoe Bakker', null),
      pair('3', 'Bas', '2026-06-02T08:00:00Z', 1),
    ])
    expect(names(foundAmong(found, ' ZOE', []))).toEqual(['Zoë Ardènne', 'Zoe Bakker'])
    expect(names(foundAmong(found, 'ardenne', []))).toEqual(['Zoë Ardènne'])
    expect(names(foundAmong(found, '', ['open']))).toEqual(['Bas', 'Zoë Ardènne'])
    expect(names(foundAmong(found, '', ['open', 'no-next']))).toEqual(['Zoë Ardènne'])
  })
})
