import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { playHistory } from '../../infra/local/history.ts'
import { startTenant, type Tenant } from '../support/tenant.ts'

let tenant: Tenant
let settings: Record<string, string>
let id: string
beforeAll(async () => {
  tenant = await startTenant({ play: playHistory })
  const known = ['DATA_DIR', 'MONGODB_URI', 'MASTER_KEY_FILE']
  settings = Object.fromEntries(
    Object.entries(tenant.launched.settings).filter(
      (one): one is [string, string] => known.includes(one[0]) && !!one[1],
    ),
  )
  const [meeting] = await tenant.meetings('sanne', 'Milan')
  id = (await tenant.conversation('sanne', 'milan', meeting!)).id
  // So there is a data key.
  await tenant.call('sanne', 'PUT', `/api/conversations/${id}/private-note`, {
    text: 'Zandhagedis',
    revision: 0,
  })
})
afterAll(() => tenant.close())
const folder = mkdtempSync(join(tmpdir(), 'groei-inspect-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Runs the command as an operator does. */
const inspect = (more: Record<string, string> = {}) =>
  promisify(execFile)(process.execPath, ['--no-warnings', 'server/inspect.ts'], {
    cwd: join(import.meta.dirname, '../..'),
    env: { PATH: process.env['PATH'], ...settings, ...more },
  }).then(
    ({ stdout }) => ({ code: 0, said: stdout }),
    ({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => ({
      code,
      said: stdout + stderr,
    }),
  )

describe('npm run inspect', () => {
  test('it says what a database holds and that the master key opens it, while a server runs, and nothing of the content', async () => {
    const { code, said } = await inspect()
    expect({ code, said }).toMatchObject({ code: 0 })
    expect(said).toMatch(/^The .*: schema 1, this code knows 1\n/)
    expect(said).toMatch(/\n {2}conversations: 2 documents\n/)
    expect(said).toMatch(/\nThe master key opens all of 1 tenant key\.\n$/)
    expect(said).not.toMatch(/Zandhagedis|Sanne|sandbox\.example/)
    expect(
      (await tenant.call<{ text: string }>('sanne', 'GET', `/api/conversations/${id}/private-note`)).text,
    ).toBe('Zandhagedis')
  })

  test('another master key, and none, are said to open nothing', async () => {
    const file = join(folder, 'another.key')
    writeFileSync(file, Buffer.alloc(32, 7).toString('base64'))
    const said = [
      [file, '1 of 1 tenant key stay closed: this is not the master key of that time'],
      [`${file}.none`, 'There is no master key here'],
    ]
    for (const [other, words] of said)
      expect(await inspect({ MASTER_KEY_FILE: other! })).toMatchObject({
        code: 1,
        said: expect.stringContaining(words!) as string,
      })
    rmSync(file)
  })

  test('where there is nothing it says so', async () => {
    const { MONGODB_URI: _uri, ...rest } = settings
    settings = rest
    expect(await inspect({ DATA_DIR: '/nowhere' })).toMatchObject({
      code: 1,
      said: expect.stringContaining('There is no database in /nowhere') as string,
    })
  })
})
