import { describe, expect, test } from 'vitest'
import { ConfigError, readConfig } from './config.ts'

const enough = {
  CLIENT_ID: '5b0f3a1e-7c2d-4e8f-9a6b-1d2c3e4f5a6b',
  CLIENT_SECRET: 'long enough',
  TENANT_IDS: '0a7e1b5c-3d24-4f6a-8b90-6c1f2e3d4a5b',
}

describe('configuration from environment variables', () => {
  test('variables that are not set have the defaults for Microsoft’s public cloud', () => {
    const config = readConfig(enough)
    expect(config.cloud.login).toBe('https://login.microsoftonline.com')
    expect(config.cloud.hosts).toContain('https://teams.microsoft.com')
    expect(config.database).toEqual({ uri: undefined, dir: '.data' })
  })

  test('an error lists every failing variable and shows no value', () => {
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

  test.each(['10.0.0.4', '10.0.0.0/8,127.0.0.1', '::1,fd00::/8', 'loopback,uniquelocal'])(
    'TRUSTED_PROXIES accepts addresses and ranges: %s',
    (text) => {
      expect(readConfig({ ...enough, TRUSTED_PROXIES: text }).trustedProxies).toEqual(text.split(','))
    },
  )

  test.each(['2', 'true', '*', '10.0.0', '10.0.0.0/33', '::1/', '10.0.0.1, 10.0.0.2', 'proxy.example'])(
    'TRUSTED_PROXIES refuses other values: %s',
    (text) => {
      expect(() => readConfig({ ...enough, TRUSTED_PROXIES: text })).toThrow(
        /TRUSTED_PROXIES must be addresses/,
      )
    },
  )

  test('no proxy is trusted by default', () => {
    expect(readConfig(enough).trustedProxies).toBeUndefined()
  })
})
