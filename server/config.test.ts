import { expect, test } from 'vitest'
import { ConfigError, readConfig } from './config.ts'

const enough = {
  CLIENT_ID: '5b0f3a1e-7c2d-4e8f-9a6b-1d2c3e4f5a6b',
  CLIENT_SECRET: 'long enough',
  TENANT_IDS: '0a7e1b5c-3d24-4f6a-8b90-6c1f2e3d4a5b',
}

test('what is not set has the value of Microsoft’s public cloud', () => {
  const config = readConfig(enough)
  expect(config.cloud.login).toBe('https://login.microsoftonline.com')
  expect(config.cloud.hosts).toContain('https://teams.microsoft.com')
  expect(config.database).toEqual({ uri: undefined, dir: '.data' })
})

test('every failing variable is listed, and no value is shown', () => {
  const read = () => readConfig({ PORT: 'a lot', CLIENT_SECRET: 'secret', MONGODB_URI: 'http://user:pw@x' })
  expect(read).toThrow(ConfigError)
  try {
    read()
  } catch (error) {
    const { message } = error as Error
    for (const name of ['PORT', 'CLIENT_ID', 'CLIENT_SECRET', 'TENANT_IDS', 'MONGODB_URI'])
      expect(message).toContain(name)
    expect(message).not.toMatch(/pw@|a lot/)
  }
})
