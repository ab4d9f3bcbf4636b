import { execFileSync, type ExecFileSyncOptions } from 'node:child_process'
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { specs } from '../../server/collections.ts'

/** The scripts with stand-ins for MongoDB's own programs, which are not on this machine. */
let folder: string
const here = (...path: string[]) => join(folder, ...path)
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'groei-backup-'))
  for (const name of ['bin', 'backups', 'backup-keys']) mkdirSync(here(name))
  program(
    'mongodump',
    'for one in "$@"; do case $one in --archive=*) echo "$*" >"${one#--archive=}" ;; esac; done',
  )
})
afterEach(() => rmSync(folder, { recursive: true }))

function program(name: string, script: string): void {
  writeFileSync(here('bin', name), `#!/usr/bin/env bash\n${script}\n`)
  chmodSync(here('bin', name), 0o755)
}
function run(script: string, ...args: string[]): string {
  const options: ExecFileSyncOptions = {
    stdio: 'pipe',
    env: {
      PATH: `${here('bin')}:${process.env['PATH']}`,
      BACKUP_FOLDER: here('backups'),
      BACKUP_KEYS_FOLDER: here('backup-keys'),
      BACKUP_KEYS_KEEP: '2',
      BACKUP_CONFIG: '/run/backup',
      RESTORE_CONFIG: '/run/root',
      BACKUP_KEEP: '3',
    },
  }
  return String(execFileSync('bash', [join(import.meta.dirname, 'mongo', script), ...args], options))
}
const kept = () => readdirSync(here('backups')).sort()
const keptKeys = () => readdirSync(here('backup-keys')).sort()
const oldKeys = (day: number) => `groei-keys-2026010${day}T020000Z.tar`
const old = (day: number) => `groei-2026010${day}T020000Z.archive.gz`

describe('the backup of infra/compose', () => {
  test('a backup is kept under its time, with the account of the file, and the oldest goes', () => {
    for (const day of [1, 2, 3]) writeFileSync(here('backups', old(day)), 'old')
    run('backup.sh', 'once')
    const [first, second, newest = ''] = kept()
    expect([first, second]).toEqual([old(2), old(3)])
    expect(newest).toMatch(/^groei-\d{8}T\d{6}Z\.archive\.gz$/)
    expect(readFileSync(here('backups', newest), 'utf8')).toContain('--config=/run/backup --gzip --db=groei')
  })

  test('the keys are kept apart from what they seal, all of them, and for less long', () => {
    for (const day of [1, 2]) writeFileSync(here('backup-keys', oldKeys(day)), 'old')
    run('backup.sh', 'once')
    const [first, newest = ''] = keptKeys()
    expect([first, keptKeys().length]).toEqual([oldKeys(2), 2])
    expect(newest).toBe(kept()[0]!.replace('groei-', 'groei-keys-').replace('.archive.gz', '.tar'))
    const names = Object.values(specs)
      .map(({ name }) => name)
      .filter((name) => name.endsWith('Keys'))
    const excluded = readFileSync(here('backups', kept()[0]!), 'utf8').match(/(?<=excludeCollection=)\S+/g)
    expect(excluded?.toSorted()).toEqual(names.toSorted())
    const inside = execFileSync('tar', ['--list', `--file=${here('backup-keys', newest)}`]).toString()
    expect(inside.match(/\w+(?=\.archive\.gz)/g)?.toSorted()).toEqual(names.toSorted())
    const apart = Object.values(specs).filter((spec) => 'apart' in spec && spec.apart)
    expect(apart.map(({ name }) => name).every((name) => names.includes(name))).toBe(true)
  })

  test('keys that cannot be kept leave the backups of before, and no data without them', () => {
    program('tar', 'exit 1')
    writeFileSync(here('backup-keys', oldKeys(1)), 'old')
    expect(() => run('backup.sh', 'once')).toThrow()
    expect(kept().filter((name) => !name.startsWith('.'))).toEqual([])
    expect(keptKeys().filter((name) => !name.startsWith('.'))).toEqual([oldKeys(1)])
  })

  test('a backup that fails leaves the others, and no file that looks like one', () => {
    program(
      'mongodump',
      'for one in "$@"; do case $one in --archive=*) echo half >"${one#--archive=}" ;; esac; done; exit 1',
    )
    for (const day of [1, 2, 3]) writeFileSync(here('backups', old(day)), 'old')
    expect(() => run('backup.sh', 'once')).toThrow()
    expect(kept().filter((name) => !name.startsWith('.'))).toEqual([old(1), old(2), old(3)])
    expect(() => run('restore.sh', kept()[0]!.replace('.unfinished-', ''))).toThrow(/Name one of these/)
  })

  test('it says whether there is a backup of the last 25 hours', () => {
    expect(() => run('backup.sh', 'fresh')).toThrow()
    run('backup.sh', 'once')
    run('backup.sh', 'fresh')
    const before = new Date(Date.now() - 26 * 60 * 60_000)
    utimesSync(here('backups', kept()[0]!), before, before)
    expect(() => run('backup.sh', 'fresh')).toThrow()
  })

  test('a restore takes the place of what the database of Groei holds, and of no other', () => {
    program('mongorestore', 'echo "$*"')
    writeFileSync(here('backups', old(1)), 'old')
    expect(run('restore.sh', old(1)).trim()).toBe(
      `--config=/run/root --gzip --archive=${here('backups', old(1))} --nsInclude=groei.* --drop`,
    )
    expect(() => run('restore.sh', 'groei-none.archive.gz')).toThrow(new RegExp(old(1)))
    run('backup.sh', 'once')
    const [keys = ''] = keptKeys()
    expect(run('restore.sh', keys).match(/\w+(?=\.archive\.gz)/g)).toHaveLength(5)
    expect(() => run('restore.sh', 'groei-keys-none.tar')).toThrow(new RegExp(keys))
  })

  test('a restore that is only tried goes into a database of its own', () => {
    program('mongorestore', 'echo "$*"')
    writeFileSync(here('backups', old(1)), 'old')
    expect(run('restore.sh', old(1), 'drill')).toContain(
      '--nsInclude=groei.* --nsFrom=groei.* --nsTo=groei-drill.* --drop',
    )
  })
})
