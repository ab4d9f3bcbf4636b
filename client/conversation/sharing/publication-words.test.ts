import { describe, expect, it } from 'vitest'
import { waitingReasons, type Publication } from '../../../server/contract/publication.ts'
import { waitingTexts } from '../../../server/contract/shared-texts.ts'
import { sharingTexts } from './texts.ts'
import { publicationWords } from './publication-words.ts'

const other = 'Milan Bakker'
const zone = 'Europe/Amsterdam'
const waiting: Publication = {
  state: 'waiting',
  reason: 'queued',
  triedSince: null,
  scope: 'commitments-only',
  target: null,
  publishedAt: null,
  handEdited: false,
}
const target = { subject: '1-op-1', start: '2026-06-09T08:30:00Z' }

describe('publication status in words', () => {
  it.each(waitingReasons)('the waiting reason %s is explained in both languages', (reason) => {
    for (const language of ['nl', 'en'] as const) {
      const done = sharingTexts[language].done
      const waits = waitingTexts[language]
      const { title, lines } = publicationWords({ ...waiting, reason }, language, other, zone)
      expect(title).toBe(reason === 'queued' ? done : waits.title)
      expect(lines).toEqual([waits.reasons[reason](other, '')])
    }
  })
  it('a waiting publication names the invite that it waits for', () => {
    const { lines } = publicationWords({ ...waiting, reason: 'throttled', target }, 'nl', other, zone)
    expect(lines[1]).toContain('1-op-1')
    expect(lines[1]).toContain('10:30')
  })
  it('a published section names the invite that carries it', () => {
    const published: Publication = { ...waiting, state: 'published', reason: null, target }
    const { title, lines } = publicationWords(published, 'nl', other, zone)
    expect(title).toBe(sharingTexts.nl.inInvite)
    expect(lines[0]).toMatch(/di 9 juni.*10:30/)
  })
  it('a publication that waits for the other person names that person and the reason', () => {
    const { lines } = publicationWords({ ...waiting, reason: 'other-not-here' }, 'en', other, zone)
    expect(lines[0]).toMatch(/Milan Bakker has to open Groei once.*group/)
  })
  it('a publication that is behind names its current invite and the reason', () => {
    const published: Publication = { ...waiting, state: 'published', reason: 'microsoft-unavailable', target }
    const { title, lines } = publicationWords(published, 'nl', other, zone)
    expect(title).toBe(sharingTexts.nl.behind)
    expect(lines[0]).toContain('Staat in de uitnodiging')
    expect(lines[1]).toBe(waitingTexts.nl.reasons['microsoft-unavailable']())
  })
  it('a publication that keeps failing says since when it is tried', () => {
    const triedSince = '2026-06-02T10:30:00Z'
    const failing: Publication = { ...waiting, reason: 'keeps-failing', triedSince }
    expect(publicationWords(failing, 'nl', other, zone).lines[0]).toMatch(/^Sinds di 2 juni .*12:30 probeert/)
    expect(publicationWords(failing, 'en', other, zone).lines[0]).toMatch(/^Since Tue,? 2 June .*12:30 Groei/)
  })
  it('a published section that is not cleared from another invite, yet or by Groei, is reported', () => {
    for (const reason of ['not-cleared', 'altered'] as const) {
      const published: Publication = { ...waiting, state: 'published', reason, target }
      const { title, lines } = publicationWords(published, 'nl', other, zone)
      expect([title, lines[1]]).toEqual([sharingTexts.nl.inInvite, waitingTexts.nl.reasons[reason]()])
    }
  })
  it('an edit by hand and a later publication are both mentioned', () => {
    const published: Publication = { ...waiting, state: 'published', reason: null, target, handEdited: true }
    expect(publicationWords(published, 'nl', other, zone).lines[1]).toBe(sharingTexts.nl.handEdited)
    const superseded: Publication = { ...published, state: 'superseded' }
    expect(publicationWords(superseded, 'en', other, zone).lines).toEqual([sharingTexts.en.superseded])
  })
  it('a waiting publication without a reason is described as queued', () => {
    expect(publicationWords({ ...waiting, reason: null }, 'nl', other, zone).lines).toEqual([
      waitingTexts.nl.reasons.queued(),
    ])
  })
})
