import { describe, expect, it } from 'vitest'
import { waitingReasons, type Publication } from '../../../server/contract/publication.ts'
import { en } from '../../lib/texts/en.ts'
import { nl } from '../../lib/texts/nl.ts'
import { sharing } from '../../lib/texts/sharing.ts'
import { waitingWords } from '../../lib/waiting-words.ts'
import { publicationWords } from './publication-words.ts'

const other = 'Milan Bakker'
const zone = 'Europe/Amsterdam'
const waiting: Publication = {
  state: 'waiting',
  reason: 'queued',
  scope: 'commitments-only',
  target: null,
  publishedAt: null,
  handEdited: false,
}
const target = { subject: '1-op-1', start: '2026-06-09T08:30:00Z' }

describe('publication status in words', () => {
  it.each(waitingReasons)('the waiting reason %s is explained in both languages', (reason) => {
    for (const [texts, language] of [[nl, 'nl'] as const, [en, 'en'] as const]) {
      const { title, lines } = publicationWords({ ...waiting, reason }, texts, language, other, zone)
      expect(title).toBe(reason === 'queued' ? texts.finish.done : texts.finish.waiting)
      expect(lines).toEqual([waitingWords(texts, reason, other)])
    }
  })
  it('a waiting publication names the invite that it waits for', () => {
    const { lines } = publicationWords({ ...waiting, reason: 'throttled', target }, nl, 'nl', other, zone)
    expect(lines[1]).toContain('1-op-1')
    expect(lines[1]).toContain('10:30')
  })
  it('a published section names the invite that carries it', () => {
    const published: Publication = { ...waiting, state: 'published', reason: null, target }
    expect(publicationWords(published, nl, 'nl', other, zone).lines[0]).toMatch(
      /Staat in de uitnodiging van .*10:30.*1-op-1/,
    )
  })
  it('a publication that waits for the other person names that person and the reason', () => {
    const { lines } = publicationWords({ ...waiting, reason: 'other-not-here' }, en, 'en', other, zone)
    expect(lines[0]).toMatch(/Milan Bakker has to open Groei once.*group/)
  })
  it('a publication that is behind names its current invite and the reason', () => {
    const published: Publication = { ...waiting, state: 'published', reason: 'microsoft-unavailable', target }
    const { title, lines } = publicationWords(published, nl, 'nl', other, zone)
    expect(title).toBe(nl.finish.behind)
    expect(lines[0]).toContain('Staat in de uitnodiging')
    expect(lines[1]).toBe(nl.waiting['microsoft-unavailable'])
  })
  it('a published section that is not yet cleared from another invite is reported', () => {
    const published: Publication = { ...waiting, state: 'published', reason: 'not-cleared', target }
    const { title, lines } = publicationWords(published, nl, 'nl', other, zone)
    expect([title, lines[1]]).toEqual([nl.finish.done, nl.waiting['not-cleared']])
  })
  it('an edit by hand and a later publication are both mentioned', () => {
    const published: Publication = { ...waiting, state: 'published', reason: null, target, handEdited: true }
    expect(publicationWords(published, nl, 'nl', other, zone).lines[1]).toBe(sharing.nl.handEdited)
    const superseded: Publication = { ...published, state: 'superseded' }
    expect(publicationWords(superseded, en, 'en', other, zone).lines).toEqual([sharing.en.superseded])
  })
  it('a waiting publication without a reason is described as queued', () => {
    expect(publicationWords({ ...waiting, reason: null }, nl, 'nl', other, zone).lines).toEqual([
      nl.waiting.queued,
    ])
  })
})
