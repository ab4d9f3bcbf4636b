import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { Environment, readConfig } from '../../server/config.ts'

const read = (name: string) => readFileSync(join(import.meta.dirname, name), 'utf8')
const example = read('.env.example')
const compose = read('compose.yaml')
const known = Object.keys(Environment.properties)

/** The variables that a file sets, and those that it offers in a comment. */
const set = [...example.matchAll(/^([A-Z_]+)=/gm)].map(([, name = '']) => name)
const offered = [...example.matchAll(/^# ([A-Z_]+)=/gm)].map(([, name = '']) => name)

describe('.env.example', () => {
  test('has a word about each variable of the product', () => {
    const words = new Set(example.match(/[A-Z_]{4,}/g))
    expect(known.filter((name) => !words.has(name))).toEqual([])
  })

  test('names no variable that neither the product nor compose.yaml reads', () => {
    const used = new Set([...compose.matchAll(/\$\{([A-Z_]+)/g)].map(([, name]) => name))
    const isKnown = (name: string) => known.includes(name.replace(/_FILE$/, '')) || used.has(name)
    expect([...set, ...offered].filter((name) => !isKnown(name))).toEqual([])
  })

  test('has every variable that compose.yaml asks for', () => {
    const asked = [...compose.matchAll(/\$\{([A-Z_]+)/g)].map(([, name = '']) => name)
    // ./up takes them from the checkout.
    const told = ['GROEI_VERSION', 'GROEI_REVISION']
    expect([...new Set(asked)].filter((name) => !set.includes(name) && !told.includes(name))).toEqual([])
  })

  test('holds no secret', () => {
    expect([...set, ...offered].filter((name) => /SECRET$|_URI$|_KEY$|REDIS/.test(name))).toEqual([
      'KEY_VAULT_KEY',
    ])
  })

  test('filled in, with what compose.yaml adds, it is a configuration that the product takes', () => {
    const guid = '5b0f3a1e-7c2d-4e8f-9a6b-1d2c3e4f5a6b'
    const values = Object.fromEntries(
      [...example.matchAll(/^(?:# )?([A-Z_]+)=(.*)$/gm)].map(([, name = '', value = '']) => [name, value]),
    )
    const config = readConfig({
      ...values,
      KEY_VAULT_KEY: '',
      CLIENT_ID: guid,
      TENANT_IDS: guid,
      CLIENT_SECRET: 'in a file',
      PUBLIC_URL: 'https://groei.example',
      TRUSTED_PROXIES: /TRUSTED_PROXIES: (\S+)/.exec(compose)?.[1],
      REDIS_URL: 'rediss://:secret@redis:6379',
    })
    expect(config).toMatchObject({ shutdownDelay: 5000, trustedProxies: ['uniquelocal'] })
  })
})

describe('the image and the services', () => {
  test('the image has the Node that the tests run on', () => {
    const { devDependencies } = JSON.parse(read('../../package.json')) as {
      devDependencies: Record<string, string>
    }
    expect(/node:([\d.]+)-/.exec(read('Dockerfile'))?.[1]).toBe(devDependencies['node'])
  })

  test('a server is stopped only after a proxy has had its time to notice', () => {
    const grace = Number(/stop_grace_period: (\d+)s/.exec(compose)?.[1])
    expect(grace).toBeGreaterThan(3 * Number(/^SHUTDOWN_DELAY=(\d+)$/m.exec(example)?.[1]))
  })

  test('every secret that a service takes is a file that ./up makes, or asks for', () => {
    const files = [...compose.matchAll(/file: \.\/secrets\/(\w+)/g)].map(([, name = '']) => name)
    const up = read('up')
    const taken = [...compose.matchAll(/^ +secrets: \[(.*)\]$/gm)].flatMap(([, names = '']) =>
      names.split(', '),
    )
    expect([...new Set(taken)].sort()).toEqual([...files].sort())
    // One of each for the users of MongoDB.
    const isMade = (name: string) =>
      up.includes(`secrets/${name}`) ||
      up.includes(`secrets/${name.replace(/_(root|groei|backup)_/, '_${user}_')}`)
    expect(files.filter((name) => !isMade(name))).toEqual([])
  })

  test('only Caddy is reached from outside, and every service gives up what it does not need', () => {
    expect(compose.match(/^ +ports:/gm)).toHaveLength(1)
    expect(compose).toMatch(/data:\n +internal: true/)
    const services = compose.slice(compose.indexOf('\nservices:'), compose.indexOf('\nnetworks:'))
    const names = services.match(/^ {2}[\w-]+:$/gm) ?? []
    expect(names).toHaveLength(7)
    expect(services.match(/<<: \*(safe|groei)/g)).toHaveLength(names.length)
    expect(compose).toMatch(/x-groei: &groei\n {2}<<: \*safe/)
  })
})
