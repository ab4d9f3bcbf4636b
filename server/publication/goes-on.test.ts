import { describe, expect, test } from 'vitest'
import type { ListedConversation, PublicationDocument } from '../conversation/collection.ts'
import { mayGoOn } from './goes-on.ts'

const now = new Date('2026-06-02T08:30:00Z')
const before = (minutes: number) => new Date(now.getTime() - minutes * 60_000)
const goesOn = (publication: Partial<PublicationDocument> | null, isFollowed = true): boolean =>
  mayGoOn({ publication } as ListedConversation, now, isFollowed)

describe('a section when somebody of the pair opens Groei', () => {
  test('nothing goes on where nothing was finished, or what was set aside', () => {
    expect(goesOn(null)).toBe(false)
    expect(goesOn({ state: 'waiting', reason: 'failed' })).toBe(false)
  })

  test('one that waits goes on', () => {
    expect(goesOn({ state: 'waiting', reason: 'organiser-sign-in' })).toBe(true)
    expect(goesOn({ state: 'published', reason: 'no-next-meeting', checkedAt: now })).toBe(true)
  })

  test('one in a mailbox that is gone is looked for every few minutes at most', () => {
    expect(goesOn({ state: 'waiting', reason: 'no-mailbox', checkedAt: before(4) })).toBe(false)
    expect(goesOn({ state: 'waiting', reason: 'no-mailbox', checkedAt: before(5) })).toBe(true)
  })

  test('one that stands where it belongs is looked after only where no calendar is followed', () => {
    expect(goesOn({ state: 'published', reason: null, checkedAt: before(60) })).toBe(false)
    expect(goesOn({ state: 'published', reason: null, checkedAt: before(60) }, false)).toBe(true)
    expect(goesOn({ state: 'published', reason: null, checkedAt: before(1) }, false)).toBe(false)
  })

  test('one that a later one replaced goes on as long as something of it is to be removed', () => {
    expect(goesOn({ state: 'superseded', reason: null })).toBe(false)
    expect(goesOn({ state: 'superseded', reason: null, dueAt: now })).toBe(true)
  })
})
