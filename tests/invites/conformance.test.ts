import { describe, expect, test, vi } from 'vitest'
import { holdsBlob } from '../../infra/sandbox/calendar/meeting-blob.ts'
import { carrySection } from '../../server/invite/edited.ts'
import { keepsMeetingBlob } from '../../server/invite/guard.ts'
import { mergeSection, removeSection, type Body } from '../../server/invite/merge.ts'
import { invites, type Invite } from './bodies.ts'
import { handled, handlings } from './handling.ts'
import { reading } from './reading.ts'
import { countSections, findSections, fingerprintIn, reference, sectionWith } from './sections.ts'

// The longest invite is parsed some twenty times in one test.
vi.setConfig({ testTimeout: 60_000 })

const first = sectionWith('Eerst dit')
const second = sectionWith('Daarna dat', 'en')

const destinations = invites.filter(({ name }) =>
  ['outlook-classic-nl', 'blob-left-open', 'half-closed-markup', 'empty', 'text-nl'].includes(
    name.replace(/\.\w+$/, ''),
  ),
)

/** Whatever we did to a body, the meeting stays online and the person's words stand where they stood. */
function keeps({ joinUrl, own }: Invite, before: Body, after: Body): void {
  expect(keepsMeetingBlob(before.content, after.content, joinUrl)).toBe(true)
  if (joinUrl) expect(holdsBlob(after.content, joinUrl)).toBe(holdsBlob(before.content, joinUrl))
  if (own) expect(reading(after).lines.join('\n')).toContain(own)
  expect(findSections(after).filter((one) => one !== reference)).toEqual(
    findSections(before).filter((one) => one !== reference),
  )
}

describe('collected invite bodies', () => {
  test('every collected invite matches its description in the table', () => {
    expect(invites.length).toBeGreaterThan(50)
    const clickable = invites.filter(({ body, joinUrl }) => joinUrl && holdsBlob(body.content, joinUrl))
    expect(clickable.length).toBeGreaterThan(35)
    for (const { body, joinUrl, own } of invites) {
      if (joinUrl) expect(keepsMeetingBlob(body.content, '', joinUrl)).toBe(false)
      if (own) expect(reading(body).lines.join('\n')).toContain(own)
      expect(countSections(body, reference)).toBe(0)
    }
  })
})

describe.each(invites.map((one): [string, Invite] => [one.name, one]))(
  'merging the section into the invite body %s',
  (_name, invite) => {
    const { body } = invite
    const written = mergeSection(body, reference, first)

    test('a section can be inserted, rewritten, changed and removed, which restores the body exactly', () => {
      expect(countSections(written, reference)).toBe(1)
      keeps(invite, body, written)
      expect(mergeSection(written, reference, first)).toEqual(written)
      const changed = mergeSection(written, reference, second)
      expect(countSections(changed, reference)).toBe(1)
      expect(changed.content).not.toContain('Eerst dit')
      keeps(invite, body, changed)
      expect(removeSection(changed, reference)).toEqual(body)
    })

    test.each(handlings)(
      'a section in a body that was %s is found once, unchanged, and can be replaced and removed',
      (_handling, handle) => {
        const there = handled(written, handle)
        expect(countSections(there, reference)).toBe(1)
        expect(fingerprintIn(there)).toBe(fingerprintIn(written))
        const changed = mergeSection(there, reference, second)
        expect(countSections(changed, reference)).toBe(1)
        expect(fingerprintIn(changed)).not.toBe(fingerprintIn(written))
        expect(changed.content).not.toContain('Eerst dit')
        expect(mergeSection(changed, reference, second)).toEqual(changed)
        keeps(invite, there, changed)
        for (const one of [there, changed]) {
          const out = removeSection(one, reference)
          expect(countSections(out, reference)).toBe(0)
          expect(reading(out)).toEqual(reading(handled(body, handle)))
          keeps(invite, there, out)
        }
      },
    )

    test.each(handlings)(
      'a hand edit in a body that was %s is detected and carried to another body unchanged',
      (_handling, handle) => {
        const there = handled(written, handle)
        const edited = { ...there, content: there.content.replace('Eerst', 'Liever') }
        expect(fingerprintIn(edited)).not.toBe(fingerprintIn(written))
        for (const other of destinations) {
          const carried = carrySection(edited, other.body, reference)
          expect(carried, other.name).not.toBe(null)
          if (!carried) continue
          expect(fingerprintIn(carried)).toBe(fingerprintIn(edited))
          expect(removeSection(carried, reference), other.name).toEqual(other.body)
          keeps(other, other.body, carried)
        }
      },
    )
  },
)
