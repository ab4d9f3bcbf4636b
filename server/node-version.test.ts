import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'

const beside = (name: string) => join(import.meta.dirname, name)

/** Runs something in a process that takes itself for another Node. */
const runIn = (version: string, ...args: string[]) =>
  promisify(execFile)(process.execPath, [
    '--import',
    `data:text/javascript,Object.defineProperty(process,"versions",{value:{node:"${version}"}})`,
    ...args,
  ]).then(
    () => ({ code: 0, stderr: '' }),
    ({ code, stderr }: { code: number; stderr: string }) => ({ code, stderr }),
  )
const refusal = (version: string) => ({
  code: 1,
  stderr: `Groei needs Node.js 24.15 or newer; this is ${version}.\n`,
})

describe('the Node version that the server needs', () => {
  test.each(['18.20.4', '22.23.1', '24.14.9'])('Node %s is refused by name', async (version) => {
    expect(await runIn(version, '--import', beside('node-version.js'), '--eval', '0')).toEqual(
      refusal(version),
    )
  })

  test.each(['24.15.0', '25.0.0'])('Node %s is accepted', async (version) => {
    expect((await runIn(version, '--import', beside('node-version.js'), '--eval', '0')).code).toBe(0)
  })

  test('the server asks for it before it reads its configuration', async () => {
    expect(await runIn('22.23.1', beside('server.ts'))).toEqual(refusal('22.23.1'))
  })
})
