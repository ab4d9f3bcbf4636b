import { beforeEach, describe, expect, test, vi } from 'vitest'
import { onSuspension } from '../lib/suspension.ts'

type Resume = (asked: { entityId: string; contentUrl: URL }) => void

/** A stand-in for Teams: the context as it is now, and the handlers that the page registered. */
const teams = vi.hoisted(() => ({
  context: {} as object,
  suspend: undefined as (() => Promise<void>) | undefined,
  resume: undefined as Resume | undefined,
  shown: 0,
}))
vi.mock('@microsoft/teams-js', () => ({
  app: {
    getContext: () => Promise.resolve(teams.context),
    notifySuccess: () => void (teams.shown += 1),
    registerOnThemeChangeHandler: () => undefined,
    lifecycle: {
      registerBeforeSuspendOrTerminateHandler: (given: () => Promise<void>) => void (teams.suspend = given),
      registerOnResumeHandler: (given: Resume) => void (teams.resume = given),
    },
  },
}))
const { allowSuspension } = await import('./suspension.ts')

const context = (changes: object = {}) => ({
  user: { id: 'milan', tenant: { id: 'contoso' } },
  page: { id: 'groei', frameContext: 'sidePanel' },
  chat: { id: 'chat' },
  app: { locale: 'nl-nl', theme: 'default' },
  ...changes,
})
const contentUrl = new URL('https://groei.example/panel')
const page = { visibility: '', reloads: 0 }
let meeting: unknown

beforeEach(async () => {
  page.reloads = 0
  meeting = 'first'
  teams.shown = 0
  teams.context = context()
  vi.stubGlobal('document', { documentElement: { style: page } })
  vi.stubGlobal('location', { ...pick(contentUrl), reload: () => (page.reloads += 1) })
  vi.stubGlobal('history', { replaceState: () => undefined })
  await allowSuspension({
    context: teams.context as never,
    meeting: () => Promise.resolve(meeting),
    tellTheme: () => undefined,
    followOn: false,
  })
  return () => vi.unstubAllGlobals()
})
const pick = ({ origin, pathname }: URL) => ({ origin, pathname })
const resume = (url = contentUrl) => teams.resume?.({ entityId: 'groei', contentUrl: url })

describe('page that is suspended', () => {
  test('it is hidden before the host goes on, and shown when it is resumed for the same', async () => {
    const told: string[] = []
    const stop = onSuspension({
      suspend: async () => void told.push('suspended'),
      resume: () => void told.push('resumed'),
    })
    await teams.suspend?.()
    expect([page.visibility, told]).toEqual(['hidden', ['suspended']])
    resume()
    await vi.waitFor(() => expect(teams.shown).toBe(1))
    expect([page.visibility, told, page.reloads]).toEqual(['', ['suspended', 'resumed'], 0])
    stop()
  })

  test.each([
    ['another person', () => (teams.context = context({ user: { id: 'tom', tenant: { id: 'contoso' } } }))],
    ['another place', () => (teams.context = context({ page: { frameContext: 'content' } }))],
    ['another language', () => (teams.context = context({ app: { locale: 'en-us', theme: 'default' } }))],
    ['another meeting', () => (meeting = 'second')],
  ])('it stays hidden and is loaded anew for %s', async (_what, change) => {
    await teams.suspend?.()
    change()
    resume()
    await vi.waitFor(() => expect(page.reloads).toBe(1))
    expect([page.visibility, teams.shown]).toEqual(['hidden', 0])
  })

  test('it stays hidden and is loaded anew at another address', async () => {
    await teams.suspend?.()
    resume(new URL('https://groei.example/tab#/people'))
    await vi.waitFor(() => expect(page.reloads).toBe(1))
    expect(page.visibility).toBe('hidden')
  })

  test('a page that is left while it is being resumed stays as it was left', async () => {
    await teams.suspend?.()
    resume()
    await teams.suspend?.()
    await new Promise((resolve) => setImmediate(resolve))
    expect([page.visibility, teams.shown, page.reloads]).toEqual(['hidden', 0, 0])
  })
})
