import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { bodyWork } from './body-work.ts'
import { inviteLimits, TooLarge } from './limits.ts'
import { beginLine, endLine } from './sentinels.ts'
import { bodyThread } from './thread.ts'

const reference = 'GR-ABCDEFGH'
const html = (content: string) => ({ body: { contentType: 'html' as const, content }, joinUrl: null })
const rendering = (text: string) => ({
  reference,
  language: 'nl' as const,
  meetingDate: new Date('2026-06-02T08:30:00Z'),
  timeZone: 'Europe/Amsterdam',
  summary: {
    scope: 'summary-and-commitments' as const,
    fingerprint: '',
    steps: [{ title: { nl: 'Doel', en: 'Goal' }, text }],
    commitments: [],
  },
})
const nothing = { older: [], last: null, carried: null }
const marks = `<p>${beginLine('nl', reference)}</p><p>x</p><p>${endLine('nl', reference)}</p>`

const bodies = bodyThread()
afterAll(() => bodies.close())

/** A parser that repairs the open elements makes n² nodes of this. */
const reopened = (n: number) =>
  `<div>${Array.from({ length: n }, (_, i) => `<font color=#${i}>`).join('')}</div>${'<p>x</p>'.repeat(n)}`
const hostile: [name: string, content: string][] = [
  ['45 kB that become n² nodes', reopened(1700)],
  ['fewer open elements that become n² nodes', reopened(480) + '<p>x</p>'.repeat(2000)],
  ['nested blocks', '<div>'.repeat(100_000)],
  ['nested tables', '<table><tr><td>'.repeat(30_000)],
  ['tables in tables', '<table>'.repeat(70_000)],
  ['lists in lists', '<ul><li>'.repeat(40_000)],
  ['drawings in drawings', '<svg><foreignObject>'.repeat(20_000)],
  ['links that hold each other', '<a><div>'.repeat(30_000)],
  ['templates', '<template>'.repeat(40_000)],
  ['many small elements', '<b>x</b>'.repeat(60_000)],
  ['many comments', '<!---->'.repeat(70_000)],
  ['many bytes', 'é'.repeat(300_000)],
]

describe('work on the body of an invite', { timeout: 60_000 }, () => {
  test('gives in its thread what it gives by itself', async () => {
    const invite = { ...html('<p>Agenda</p>'), joinUrl: 'https://teams.microsoft.com/meet/1' }
    const written = await bodies.write(invite, rendering('Meer vragen'), nothing)
    expect(written).toEqual(bodyWork.write(invite, rendering('Meer vragen'), nothing))
    expect(written.body.content).toContain('Meer vragen')
    const fingerprint = await bodies.fingerprint({ ...invite, body: written.body }, reference)
    expect(fingerprint).toMatch(/^[\w-]{22}$/)
    const removed = await bodies.remove({ ...invite, body: written.body }, reference)
    expect(removed).toEqual({ body: invite.body, keepsBlob: true })
    const last = { fingerprint: 'of another text' }
    expect(await bodies.isEdited({ ...invite, body: written.body }, reference, last)).toBe(true)
  })

  test.each(hostile)('ends as too large for %s, and the next body is read', async (_name, content) => {
    for (const around of [content, marks + content, `${content}${marks}`])
      await expect(bodies.fingerprint(html(around), reference)).rejects.toThrow(TooLarge)
    expect(await bodies.fingerprint(html(marks), reference)).not.toBeNull()
  })

  test('keeps room for the section: what would not be found again is not written', async () => {
    const filled = (bytes: number) => html(`<p>${'a'.repeat(bytes)}</p>`)
    const { bytes } = inviteLimits
    await expect(bodies.write(filled(0.9 * bytes), rendering('x'), nothing)).rejects.toThrow(TooLarge)
    await expect(bodies.write(html(''), rendering('<'.repeat(bytes / 4)), nothing)).rejects.toThrow(TooLarge)
    const { body } = await bodies.write(filled(0.7 * bytes), rendering('x'), nothing)
    expect(await bodies.fingerprint({ body, joinUrl: null }, reference)).not.toBeNull()
  })

  test('that takes too long ends its thread, and the next body gets a new one', async () => {
    const impatient = bodyThread({ ...inviteLimits, time: 100 })
    const slow = 'a '.repeat(inviteLimits.bytes / 2)
    await expect(impatient.fingerprint(html(slow), reference)).rejects.toThrow(new TooLarge('time'))
    await vi.waitFor(
      async () => expect(await impatient.fingerprint(html(marks), reference)).not.toBeNull(),
      20_000,
    )
    await impatient.close()
  })

  test('that takes too much memory ends its thread, and the next body gets a new one', async () => {
    // With 12 a thread may not even start; with 24 it does, and this body takes more.
    const small = bodyThread({ ...inviteLimits, memory: 24, time: 60_000 })
    const hungry = '<b a b c d e f>x</b>'.repeat(20_000)
    await expect(small.fingerprint(html(hungry), reference)).rejects.toThrow(new TooLarge('memory'))
    expect(await small.fingerprint(html(marks), reference)).not.toBeNull()
    await small.close()
  })

  test('that fails says why, and the next body is read', async () => {
    const nowhere = { ...rendering('x'), timeZone: 'Nowhere/At-All' }
    await expect(bodies.write(html(''), nowhere, nothing)).rejects.toThrow(RangeError)
    expect(await bodies.fingerprint(html(marks), reference)).not.toBeNull()
  })
})

describe('parsing of HTML', () => {
  /** The modules that a module of the server loads; imports of types load nothing. */
  const importsOf = (file: URL) =>
    [
      ...readFileSync(file, 'utf8').matchAll(
        /^(?:import|export) (?!type\b)[^;]*?from '([^']+)'|^import '([^']+)'/gm,
      ),
    ].map(([, named, bare]) => named ?? bare ?? '')

  test('is loaded by the thread and by no other module of the server', () => {
    const reachedFrom = (entry: string) => {
      const seen = new Set<string>()
      const packages = new Set<string>()
      const todo = [new URL(entry, import.meta.url)]
      for (let file = todo.pop(); file; file = todo.pop()) {
        if (seen.has(file.href)) continue
        seen.add(file.href)
        for (const name of importsOf(file))
          if (name.startsWith('.')) todo.push(new URL(name, file))
          else packages.add(name)
      }
      return { seen, packages }
    }
    const server = reachedFrom('../server.ts')
    expect(server.seen).toContain(new URL('thread.ts', import.meta.url).href)
    expect(server.packages).toContain('fastify')
    expect(server.packages).not.toContain('parse5')
    expect(reachedFrom('in-thread.ts').packages).toContain('parse5')
  })
})
