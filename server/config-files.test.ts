import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { withSecretFiles } from './config-files.ts'
import { ConfigError } from './config.ts'

const folder = mkdtempSync(join(tmpdir(), 'groei-secrets-'))
afterAll(() => rmSync(folder, { recursive: true }))
const file = (content: string) => {
  const path = join(folder, crypto.randomUUID())
  writeFileSync(path, content)
  return path
}

describe('secrets in files', () => {
  test('a secret is what its file holds, without the line end', () => {
    const env = withSecretFiles({
      PORT: '80',
      CLIENT_SECRET_FILE: file('very secret\n'),
      MONGODB_URI_FILE: file('mongodb://db'),
    })
    expect(env).toMatchObject({ PORT: '80', CLIENT_SECRET: 'very secret', MONGODB_URI: 'mongodb://db' })
  })

  test('every file that cannot be used is named, and no secret is shown', () => {
    const read = () =>
      withSecretFiles({
        CLIENT_SECRET_FILE: join(folder, 'none'),
        MONGODB_URI_FILE: file(' \n'),
        REDIS_URL_FILE: file('rediss://hidden'),
        REDIS_URL: 'rediss://hidden',
      })
    expect(read).toThrow(ConfigError)
    expect(read).toThrow(
      /CLIENT_SECRET_FILE .*\n.*MONGODB_URI_FILE .*\n.*REDIS_URL_FILE and REDIS_URL are both set/,
    )
    expect(read).not.toThrow(/hidden/)
  })
})
