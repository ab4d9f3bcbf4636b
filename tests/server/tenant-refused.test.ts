import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { emptyTenant } from '../../infra/sandbox/seed/empty-tenant.ts'
import { directoryOf, installation } from '../support/provisioning.ts'
import { startSandbox, type TestSandbox } from '../support/sandbox.ts'

let tenant: TestSandbox
let work: ReturnType<typeof installation>
let directory: ReturnType<typeof directoryOf>
beforeAll(async () => {
  tenant = await startSandbox({ seed: emptyTenant })
  directory = directoryOf(tenant)
})
beforeEach(() => {
  tenant.reset()
  work = installation(tenant.url)
})
afterAll(() => tenant.close())

describe('npm run tenant by somebody who may not', () => {
  test('three admins with a role each do it together, and each is told what is left', async () => {
    const first = await work.run('apply', 'lars')
    expect([first.code, first.text]).toEqual([
      1,
      expect.stringContaining('application permission: needs the role Privileged Role Administrator'),
    ])
    expect(first.text).toContain('App catalogue of Teams: needs the role Teams Administrator')
    const second = await work.run('apply', 'petra')
    expect([second.code, second.text]).toEqual([
      1,
      expect.not.stringContaining('Privileged Role Administrator'),
    ])
    const third = await work.run('apply', 'yusuf')
    expect([third.code, third.text]).toEqual([0, expect.stringContaining('everything is in order')])
    expect(await directory.all()).toMatchObject({
      applications: [{}],
      grants: [{}],
      given: [{}],
      assigned: [{}],
      catalog: [{}],
    })
  })

  test('a person without any role changes nothing, and reads which one it needs', async () => {
    await work.run('plan', 'femke')
    await work.run('apply', 'femke', { ask: async () => 'n' })
    const { code, text } = await work.run('apply', 'sanne')
    expect([code, text]).toEqual([
      1,
      expect.stringContaining('App registration: needs the role Cloud Application Administrator'),
    ])
    expect(text).toContain('Client secret: after the registration')
    expect(await directory.listed('/applications')).toEqual([])
  })

  test.each([
    ['who declines', { decline: true }, 'femke', 'was declined'],
    ['whom Conditional Access refuses', { refuse: 53003 }, 'femke', 'exclude your account from that policy'],
  ])('a sign-in by one %s ends it', async (_name, more, user, words) => {
    const { code, text } = await work.run('apply', work.signsIn(user, more))
    expect([code, text]).toEqual([1, expect.stringContaining(words)])
  })

  test.each([
    ['may not consent', 'sanne', 90094],
    ['is of another tenant', 'eva@elsewhere.example', 50020],
  ])('one who %s is refused at the page, and the code expires', async (_name, user, number) => {
    const page = async (userCode: string) => {
      const answer = (await work.signsIn(user)(userCode)) as { error_codes: number[] }
      expect(answer.error_codes).toEqual([number])
      await tenant.post('clock', { now: '2026-06-02T09:00:00Z' })
    }
    const { code, text } = await work.run('apply', page)
    expect([code, text]).toEqual([1, expect.stringContaining('Nobody signed in')])
  })

  test('a command that polls too fast is asked to slow down, and does', async () => {
    const pauses: number[] = []
    const done: { page?: Promise<unknown> } = {}
    const { code } = await work.run('plan', () => Promise.resolve(), {
      say: (line) => {
        const [, userCode] = /enter the code (\w+)/.exec(line) ?? []
        if (userCode) done.page = Promise.resolve(userCode)
      },
      wait: async (pause) => {
        pauses.push(pause)
        if (pauses.length === 3) await work.signsIn('femke')(String(await done.page))
        // As long as the sandbox wants between polls; the others come too soon.
        if (pauses.length > 2) await new Promise((resolve) => setTimeout(resolve, 1000))
      },
    })
    expect(code).toBe(0)
    expect(pauses).toEqual([1000, 1000, 6000])
  })
})

describe('undo by somebody who may not', () => {
  test('says which role the rest needs, and the next one finishes', async () => {
    await work.run('apply', 'femke')
    const first = await work.run('undo', 'lars')
    expect([first.code, first.text]).toEqual([
      1,
      expect.stringContaining('needs the role Teams Administrator'),
    ])
    expect((await work.run('undo', 'femke')).code).toBe(0)
    expect(await directory.listed('/applications')).toEqual([])
  })
})

describe('npm run tenant with files that do not fit', () => {
  test('another host, another tenant, and a registration made by hand are refused before anything is made', async () => {
    const settings = join(work.into, '.env')
    writeFileSync(settings, 'PUBLIC_HOST=other.example\n')
    expect((await work.run('apply', 'femke')).text).toContain('PUBLIC_HOST is other.example')
    writeFileSync(settings, `CLIENT_ID=${crypto.randomUUID()}\n`)
    expect((await work.run('apply', 'femke')).text).toContain('a registration that this command did not make')
    writeFileSync(settings, '')
    writeFileSync(join(work.into, 'tenant.json'), JSON.stringify({ tenantId: crypto.randomUUID() }))
    expect((await work.run('apply', 'femke')).text).toContain('for another tenant')
    expect(await directory.listed('/applications')).toEqual([])
  })

  test('an installation that is not filled in says which variables are missing', async () => {
    writeFileSync(work.packageFile, 'HOSTNAME=no host\nDEVELOPER_NAME=\n')
    const { code, text } = await work.run('plan', 'femke')
    expect(code).toBe(1)
    for (const word of ['HOSTNAME must match', 'DEVELOPER_NAME is missing', 'TERMS_URL is missing'])
      expect(text).toContain(word)
    expect((await work.run('destroy', 'femke')).text).toContain('npm run tenant -- plan|apply|undo')
  })
})

describe('npm run tenant while the service fails', () => {
  const fault = (more: object) =>
    tenant.post('faults', { faults: [{ service: 'graph', path: '/applications', ...more }] })

  test('throttling is waited out for as long as Graph asks', async () => {
    await fault({ status: 429, retryAfter: 7, times: 2 })
    const pauses: number[] = []
    const { code } = await work.run('apply', work.signsIn('femke'), {
      wait: async (pause) => void pauses.push(pause),
      fetch: async (input, init) => {
        // The person is at the page while the command waits for the first time.
        return fetch(input, init)
      },
    })
    expect(code).toBe(0)
    expect(pauses.filter((one) => one === 7000)).toHaveLength(2)
  })

  test('a service that stays away ends it with how to go on, and the next run finishes', async () => {
    await fault({ method: 'POST', status: 503 })
    const { code, text } = await work.run('apply', 'femke')
    expect([code, text]).toEqual([1, expect.stringContaining('Run the command again')])
    await tenant.call('/sandbox/api/faults', { method: 'DELETE' })
    expect((await work.run('apply', 'femke')).code).toBe(0)
    expect((await directory.all()).applications[0]!['passwordCredentials'] as object[]).toHaveLength(1)
  })

  test('consents and a role whose answers are lost are not taken for failures when they are there', async () => {
    for (const path of ['/oauth2PermissionGrants', '/appRoleAssignedTo'])
      await fault({ method: 'POST', path, status: 0, after: 'apply', times: 1 })
    expect((await work.run('apply', 'femke')).code).toBe(0)
    expect(await directory.all()).toMatchObject({ grants: [{}], given: [{}], assigned: [{}] })
  })

  test('an answer of the new secret that is lost leaves one secret after the next run', async () => {
    await fault({ method: 'POST', path: '/addPassword', status: 0, after: 'apply', times: 1 })
    expect((await work.run('apply', 'femke')).code).toBe(1)
    expect((await work.run('apply', 'femke')).code).toBe(0)
    expect((await directory.all()).applications[0]!['passwordCredentials'] as object[]).toHaveLength(1)
    expect(await directory.secretWorks(work)).toBe(true)
  })
})
