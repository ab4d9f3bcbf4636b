import { describe, expect } from 'vitest'
import type { OpenedConversation } from '../../server/contract/conversation.ts'
import type { Tenant } from '../support/tenant.ts'
import { testIn } from '../support/test.ts'

const test = testIn()
let tenant: Tenant
test.beforeAll(async ({ tenant: started }) => {
  tenant = started
})

type Listed = { id: string; seriesMasterId: string | null; subject: string; iCalUId: string }

/** Events as Outlook knows them: with ids of the default kind, in the form that `convertToRestId` gives. */
async function events(user: string): Promise<Listed[]> {
  const window = new URLSearchParams({
    startDateTime: '2026-06-02T00:00:00Z',
    endDateTime: '2026-06-20T00:00:00Z',
    $top: '100',
    $select: 'subject,seriesMasterId,iCalUId',
  })
  const token = await tenant.token(user, 'graph')
  const { body } = await tenant.request<{ value: Listed[] }>(
    `/sandbox/graph/v1.0/me/calendarView?${window}`,
    {
      token,
    },
  )
  return body.value
}
const open = (user: string, eventId: string) =>
  tenant.as(user)<OpenedConversation>('POST', '/api/conversations', { eventId })

describe('Outlook add-in', () => {
  test('an event in either mailbox opens the same conversation as the meeting in Teams', async () => {
    const [meeting] = await tenant.meetings('sanne', 'Milan')
    const conversation = await tenant.conversation('sanne', 'milan', meeting!)
    for (const user of ['sanne', 'milan']) {
      const event = (await events(user)).find((one) => one.iCalUId === meeting!.iCalUId)
      const { body } = await open(user, event!.id)
      expect(body).toMatchObject({ kind: 'conversation', conversation: { id: conversation.id } })
    }
  })

  test('a series opens the meeting that is on or comes next', async () => {
    const [first, second] = await tenant.meetings('sanne', 'Tom')
    await tenant.conversation('sanne', 'tom', first!)
    const master = (await events('tom')).find((one) => one.iCalUId === first!.iCalUId)!.seriesMasterId
    const before = await tenant.now()
    expect((await open('tom', master!)).body).toMatchObject({
      conversation: { meeting: { start: new Date(first!.start).toISOString() } },
    })
    await tenant.moveTo(first!.end)
    expect((await open('tom', master!)).body).toMatchObject({
      conversation: { meeting: { start: new Date(second!.start).toISOString() } },
    })
    await tenant.moveTo(before)
  })

  test('an event that is no 1-on-1, of another mailbox or without a valid id is refused with its reason', async () => {
    const mine = await events('sanne')
    const team = mine.find((one) => one.subject === 'Teamoverleg')
    expect((await open('sanne', team!.id)).body.type).toBe('urn:groei:problem:not-a-one-on-one')
    const [first] = await tenant.meetings('sanne', 'Tom')
    const theirs = mine.find((one) => one.iCalUId === first!.iCalUId)
    for (const id of [theirs!.id, `${theirs!.id}x`, 'nonsense', '../users/x', '$batch']) {
      const { status, body } = await open('milan', id)
      expect([id, status, body.type]).toEqual([id, 404, 'urn:groei:problem:meeting-not-found'])
    }
    expect((await open('sanne', '')).status).toBe(400)
  })

  test.for([
    ['sanne.de.vries@sandbox.example', 'other-account', 404],
    ['Sanne@Sandbox.Example', 'other-account', 404],
    ['eva@elsewhere.example', 'other-account', 404],
    // Her own, by whichever of her addresses and in whatever letters: then it is an event that is not there.
    ['milan@sandbox.example', 'meeting-not-found', 404],
    ['Milan.Bakker@SANDBOX.example', 'meeting-not-found', 404],
    ['', 'meeting-not-found', 404],
  ] as const)(
    'an event of the mailbox %s that is not in the own calendar is refused as %s',
    async ([mailbox, slug, status]) => {
      const [first] = await tenant.meetings('sanne', 'Tom')
      const theirs = (await events('sanne')).find((one) => one.iCalUId === first!.iCalUId)!
      for (const eventId of [theirs.id, 'nonsense']) {
        const refused = await tenant.as('milan')('POST', '/api/conversations', { eventId, mailbox })
        expect([refused.status, refused.body.type]).toEqual([status, `urn:groei:problem:${slug}`])
      }
    },
  )

  test('the address of a mailbox opens nothing and closes nothing', async () => {
    const [meeting] = await tenant.meetings('sanne', 'Milan')
    const mine = (await events('sanne')).find((one) => one.iCalUId === meeting!.iCalUId)!
    for (const mailbox of ['milan@sandbox.example', 'sanne@sandbox.example', 'nobody'])
      expect(
        (await tenant.as('sanne')('POST', '/api/conversations', { eventId: mine.id, mailbox })).body,
      ).toMatchObject({ kind: 'conversation' })
    const refused = { service: 'graph', method: 'GET', path: '/me/events/', times: 1 }
    for (const [fault, mailbox, slug] of [
      [{ status: 404, code: 'MailboxNotEnabledForRESTAPI' }, 'milan@sandbox.example', 'other-account'],
      [{ status: 404, code: 'MailboxNotEnabledForRESTAPI' }, 'sanne@sandbox.example', 'no-mailbox'],
      [{ status: 403 }, 'milan@sandbox.example', 'other-account'],
      [{ status: 403 }, 'sanne@sandbox.example', 'microsoft-refused'],
      [{ status: 500 }, 'milan@sandbox.example', 'microsoft-unavailable'],
    ] as const) {
      await tenant.sandbox('POST', 'faults', { faults: [{ ...refused, ...fault }] })
      const answer = await tenant.as('sanne')('POST', '/api/conversations', { eventId: mine.id, mailbox })
      expect(answer.body.type).toBe(`urn:groei:problem:${slug}`)
    }
  })

  test('a page carries what signing in needs, and only the page for Outlook loads Office.js', async () => {
    const pane = await fetch(`${tenant.url}/pane`)
    const html = await pane.text()
    expect(html).toContain('/sandbox/host/office-stand-in.js')
    expect(html).toContain(`api://${tenant.launched.sandbox.app.clientId}/access_as_user`)
    expect(html).not.toContain(tenant.launched.sandbox.app.clientSecret)
    for (const path of ['/panel', '/tab', '/configure']) {
      const page = await fetch(tenant.url + path)
      expect(await page.text()).not.toContain('office')
      expect(page.headers.get('content-security-policy')).not.toContain('ajax.aspnetcdn.com')
    }
    expect(pane.headers.get('content-security-policy')).toContain(
      `script-src 'self' ${tenant.url} https://ajax.aspnetcdn.com/ajax/3.5/MicrosoftAjax.js;`,
    )
  })
})
