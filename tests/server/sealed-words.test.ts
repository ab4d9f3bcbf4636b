import { execFile } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { until } from '../support/until.ts'
import { typeEverywhere } from '../support/words.ts'
import { sealed, startWorld, type World } from './who-may-what/world.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 180_000 })

let world: World
let words: string[]
beforeAll(async () => {
  world = await startWorld(1)
  const { house } = world
  const conversation = await house.conversation(
    'sanne',
    'milan',
    (await house.meetings('sanne', 'Milan'))[3]!,
  )
  const typed = await typeEverywhere(house, conversation, 'sanne', 'milan')
  const follow = `Zqfollow${crypto.randomUUID().slice(0, 8)}`
  const [, , , , next] = await house.meetings('sanne', 'Milan')
  const after = await house.conversation('sanne', 'milan', next!)
  await house.call('sanne', 'PUT', `/api/conversations/${after.id}/follow-ups/${typed.commitmentId}`, {
    tried: follow,
    next: follow,
    obstacle: follow,
  })
  await house.call('sanne', 'PUT', `/api/pairs/${after.pair.id}/note-takers`, {
    address: 'zqnotulist@elders.example',
    isPerson: true,
  })
  type People = { people: { upn: string; name: string }[] }
  const { people } = await house.sandbox<People>('GET', 'people')
  const subjects = (await house.meetings('sanne', 'Milan')).map(({ subject }) => subject)
  words = [
    ...Object.values(typed.words),
    follow,
    'zqnotulist@elders.example',
    ...Object.values(sealed).map(({ text }) => text),
    ...people.flatMap(({ upn, name }) => [upn, name]),
    ...subjects,
  ]
  await until(async () => ((await house.stored()).includes(typed.commitmentId) ? true : null))
})
afterAll(() => world.close())

async function prove(
  some: string[],
  settings: Record<string, string | undefined> = world.house.launched.settings,
) {
  const file = join(world.house.launched.settings['DATA_DIR']!, '..', `words-${crypto.randomUUID()}.txt`)
  writeFileSync(file, some.join('\n'))
  const env = { PATH: process.env['PATH'], ...settings } as NodeJS.ProcessEnv
  return promisify(execFile)(process.execPath, ['server/prove-sealed.ts', '--words', file], { env }).then(
    ({ stdout }) => ({ code: 0, out: stdout }),
    ({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => ({
      code,
      out: stdout + stderr,
    }),
  )
}

describe('npm run prove-sealed', () => {
  test('nothing that people typed, no name, address or subject is found in the database', async () => {
    expect(words.length).toBeGreaterThan(40)
    const { code, out } = await prove(words)
    expect(out).toContain(`None of ${words.length} words was found.`)
    expect(code).toBe(0)
    // It looked at the right place: ids are kept as they are.
    const known = await prove([world.open.id, world.open.pair.id])
    expect([known.code, known.out]).toEqual([1, expect.stringContaining('line 2 of')])
  })

  test('a word in clear is found in whatever form, where it is, without being printed', async () => {
    const things = await world.house
      .rawDatabase()
      .collection<{ _id: string; text: string }>({ name: 'things', scope: { of: 'other' }, indexes: [] })
    const word = 'Zandhagedisje'
    const forms = {
      plain: word.toUpperCase(),
      base64: Buffer.from(`x${word}`).toString('base64'),
      hex: Buffer.from(word).toString('hex'),
    }
    for (const [_id, text] of Object.entries(forms)) await things.insertOne({ _id, text: `met ${text}.` })
    const { code, out } = await prove(['nergens', word])
    expect(code).toBe(1)
    for (const form of ['as it is', 'base64', 'hex'])
      expect(out).toMatch(new RegExp(`found: line 2 of .*, ${form}, in `))
    expect(out).not.toMatch(/zandhagedisje/i)
    const { house } = world
    if (house.launched.settings['MONGODB_URI']) return
    // Beside the database too.
    const folder = house.launched.settings['DATA_DIR']!
    for (const name of ['keys.db-left', 'groei-before-20260601.db', 'restoring.db']) {
      writeFileSync(join(folder, name), `met Kwartelkoninkje.`)
      const beside = await prove(['Kwartelkoninkje'])
      rmSync(join(folder, name))
      expect([beside.code, beside.out]).toEqual([1, expect.stringContaining(`in ${join(folder, name)}`)])
    }
  })

  test('without words it says how to use it, and looks at nothing', async () => {
    expect(await prove([])).toMatchObject({ code: 2, out: expect.stringContaining('has no words') as string })
  })
})
