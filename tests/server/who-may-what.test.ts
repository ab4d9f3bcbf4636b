import { HocuspocusProvider } from '@hocuspocus/provider'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { livePath } from '../../server/contract/live.ts'
import { roles, type Role } from './who-may-what/roles.ts'
import { asked } from './who-may-what/asked.ts'
import { rows, sockets, type Row } from './who-may-what/rows.ts'
import { hiddenFrom, sealed, rebuilt, startWorld, type World } from './who-may-what/world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
}, 60_000)
afterAll(() => world.close())

/** The two last, so that everybody else meets what is there. */
const strangersFirst = [...roles.slice(2), ...roles.slice(0, 2)]

describe('authorisation table', () => {
  test('every route has a row, and every row has a route', async () => {
    const { routes } = await rebuilt(world)
    const told = new Set([...rows.map((one) => one.route), ...Object.keys(sockets)])
    expect(routes.filter((one) => !told.has(one))).toEqual([])
    expect([...told].filter((one) => !routes.includes(one))).toEqual([])
  })

  test('every text that is searched for does reach somebody who may read it', async () => {
    const at = (one: { id: string }, rest = '') => `/api/conversations/${one.id}${rest}`
    const reads: Record<keyof typeof sealed, [Role, string]> = {
      notes: ['employee', at(world.toFinish, '/summary?scope=summary-and-commitments')],
      commitment: ['employee', at(world.toFinish)],
      shared: ['employee', at(world.finished)],
      scale: ['employee', at(world.finished, '/scales/goal-scale')],
      teamQuestion: ['employee', '/api/questions'],
      ownQuestion: ['coach', '/api/questions'],
      coachDraft: ['coach', at(world.open)],
      employeeDraft: ['employee', at(world.open)],
      coachNote: ['coach', at(world.open, '/private-note')],
      reflection: ['coach', at(world.open, '/feedback')],
      organisationDraft: ['admin', '/api/templates?scope=organisation'],
      teamDraft: ['coach', '/api/templates?scope=team'],
      formerNotes: ['former', at(world.ended.former.open, '/summary?scope=summary-and-commitments')],
      leftNotes: ['admin', at(world.ended.left.open, '/summary?scope=summary-and-commitments')],
      name: ['coach', '/api/one-on-ones'],
      address: ['coach', '/api/one-on-ones'],
    }
    const missing: string[] = []
    for (const [what, [role, url]] of Object.entries(reads)) {
      const { body } = await world.ask(role, { method: 'GET', url })
      if (!body.includes(sealed[what as keyof typeof sealed].text)) missing.push(what)
    }
    expect(missing).toEqual([])
  })
})

describe('authorisation by role', () => {
  test.each(Object.entries(sockets))('%s lets each role in as listed', async (_route, may) => {
    const answers: Partial<Record<Role, string>> = {}
    const texts: Record<string, string> = {
      'read-write': sealed.notes.text,
      readonly: sealed.formerNotes.text,
    }
    for (const role of strangersFirst) {
      const provider = new HocuspocusProvider({
        url: `${world.house.serverUrl().replace('http', 'ws')}${livePath}`,
        name: world.askedBy(role).toFinish.id,
        token: world.tokens[role] ?? 'none',
      })
      answers[role] = await new Promise<string>((resolve) => {
        provider.on('synced', () => resolve(provider.authorizedScope ?? 'none'))
        provider.on('authenticationFailed', ({ reason }: { reason: string }) => resolve(reason))
      })
      const read = provider.document.getText('step:goal').toString()
      expect(read, role).toBe(texts[may[role]] ?? '')
      provider.destroy()
    }
    expect(answers).toEqual(may)
  })

  test.each(rows.map((row) => [row.route, row] as const))(
    '%s answers each role as listed',
    async (_route, row) => {
      const answers: Partial<Row['may']> = {}
      for (const role of strangersFirst) {
        const answer = await asked(world, row, role)
        const { statusCode } = answer
        answers[role] = statusCode < 300 ? 'ok' : statusCode
        const told = JSON.stringify(answer.headers) + answer.body
        for (const text of hiddenFrom(role)) expect(told, `${role} reads ${text}`).not.toContain(text)
        if (statusCode >= 400) expect(answer.headers['content-type']).toContain('application/problem+json')
      }
      expect(answers).toEqual(row.may)
    },
  )
})
