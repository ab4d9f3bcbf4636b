import { describe, expect, test } from 'vitest'
import { withFields } from '../database/migration.ts'
import { everyInvite } from './every-invite.ts'

const start = new Date('2026-11-24T09:00:00Z')
const target = { iCalUId: 'i', eventId: 'e' }
const of = (publication: object | null | undefined) => ({ _id: 'c', meeting: { start }, publication })
const migrated = (publication: object) =>
  withFields(of(publication), everyInvite.changes(of(publication)) ?? {}).publication

describe('publication of before every invite was named', () => {
  test.each([
    ['stands in an invite', { target }, { target, invites: [target], heldAt: start }],
    ['stands in none', { target: null }, { target: null, invites: [], heldAt: start }],
    [
      'says where it stands, and not when its conversation was held',
      { target, invites: [] },
      { target, invites: [], heldAt: start },
    ],
  ])('one that %s gets what it lacks', (_name, before, after) => {
    expect(migrated(before)).toEqual(after)
    expect(everyInvite.changes(of(after))).toBeNull()
  })

  test.each([
    ['a conversation that was not shared', of(null)],
    ['a document of which only the id was asked for', { _id: 'c' }],
    ['a publication as it is made today', of({ target, invites: [target], heldAt: new Date(0) })],
  ])('%s stays as it is', (_name, document) => expect(everyInvite.changes(document)).toBeNull())
})
