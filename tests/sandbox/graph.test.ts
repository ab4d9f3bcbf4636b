import { existsSync, readFileSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { startSandbox, type TestSandbox } from '../support/sandbox.ts'

let tenant: TestSandbox
beforeAll(async () => {
  tenant = await startSandbox()
})
afterAll(() => tenant.close())
afterEach(() => tenant.post('reset', {}))

const weekly = '1-op-1 Sanne en Milan'
const badTokens: [string, object, number, string][] = [
  ['for another audience', { audience: 'api://other' }, 401, 'InvalidAuthenticationToken'],
  ['of another issuer', { issuer: 'https://x.example' }, 401, 'InvalidAuthenticationToken'],
  ['of another tenant', { tenant: crypto.randomUUID() }, 401, 'InvalidAuthenticationToken'],
  ['that is over', { expired: true }, 401, 'InvalidAuthenticationToken'],
  ['that is not valid yet', { notYetValid: true }, 401, 'InvalidAuthenticationToken'],
  ['without the scope', { scope: 'User.Read' }, 403, 'ErrorAccessDenied'],
]
describe('Microsoft Graph sandbox', () => {
  test.each(badTokens)('a token %s is refused', async (_name, overrides, status, code) => {
    const bearer = await tenant.token('sanne', 'graph', overrides)
    const answer = await tenant.graph(
      'sanne',
      '/me/calendarView?startDateTime=2026-06-01T00:00:00Z&endDateTime=2026-06-02T00:00:00Z',
      { bearer },
    )
    expect(answer.status).toBe(status)
    expect(answer.body.error?.code).toBe(code)
  })

  test('a request without a token or with a token for our API is refused', async () => {
    expect((await tenant.call('/sandbox/graph/v1.0/me')).status).toBe(401)
    expect((await tenant.graph('sanne', '/me', { bearer: await tenant.token('sanne', 'api') })).status).toBe(
      401,
    )
  })

  test('one occurrence has its own id in each mailbox and the same iCalUId in all of them', async () => {
    const [mine, theirs] = [await tenant.event('sanne', weekly), await tenant.event('milan', weekly)]
    expect(mine['iCalUId']).toBe(theirs['iCalUId'])
    expect(mine.id).not.toBe(theirs.id)
    expect([mine['isOrganizer'], theirs['isOrganizer']]).toEqual([true, false])
    const { body } = await tenant.calendar('sanne')
    const occurrences = body.value?.filter((one) => one['subject'] === weekly) ?? []
    expect(new Set(occurrences.map((one) => one['iCalUId'])).size).toBe(2)
    expect((await tenant.graph('milan', `/me/events/${mine.id}`)).body.error?.code).toBe(
      'ErrorInvalidMailboxItemId',
    )
  })

  test('ids are immutable only on request and are case-sensitive', async () => {
    const plain = (await tenant.calendar('sanne')).body.value?.[0]
    const immutable = (await tenant.calendar('sanne', {}, { prefer: 'IdType="ImmutableId"' })).body.value?.[0]
    expect(plain?.['id']).not.toBe(immutable?.['id'])
    expect((await tenant.graph('sanne', `/me/events/${String(plain?.['id'])}`)).status).toBe(200)
    expect((await tenant.graph('sanne', `/me/events/${String(plain?.['id']).toLowerCase()}`)).status).toBe(
      404,
    )
  })

  test('times are written in the preferred time zone, with summer time', async () => {
    const at = async (prefer?: string) =>
      (
        await tenant.calendar('sanne', {}, prefer ? { prefer: `outlook.timezone="${prefer}"` } : {})
      ).body.value?.find((one) => one['subject'] === weekly)?.['start']
    expect(await at()).toEqual({ dateTime: '2026-06-02T08:30:00.0000000', timeZone: 'UTC' })
    expect(await at('W. Europe Standard Time')).toMatchObject({ dateTime: '2026-06-02T10:30:00.0000000' })
    expect(await at('Europe/Amsterdam')).toMatchObject({ dateTime: '2026-06-02T10:30:00.0000000' })
    expect((await tenant.calendar('sanne', {}, { prefer: 'outlook.timezone="Nowhere"' })).status).toBe(400)
  })

  test('a calendar read in pages lists every event exactly once', async () => {
    const whole = (await tenant.calendar('sanne')).body.value?.map((one) => one['id'])
    const paged: unknown[] = []
    let next: string | undefined =
      '/me/calendarView?startDateTime=2026-06-01T00:00:00Z&endDateTime=2026-06-15T00:00:00Z&$top=3'
    while (next) {
      const { body } = await tenant.graph('sanne', next)
      paged.push(...(body.value ?? []).map((one) => one['id']))
      next = (body['@odata.nextLink'] as string | undefined)?.split('/v1.0')[1]
    }
    expect(paged).toEqual(whole)
  })

  test('a calendar query returns only the selected properties and is refused when Graph does not support it', async () => {
    const chosen = (await tenant.calendar('sanne', { $select: 'subject' })).body.value?.[0]
    expect(Object.keys(chosen ?? {}).sort()).toEqual(['@odata.etag', 'id', 'subject'])
    expect((await tenant.calendar('sanne', { $select: 'colour' })).status).toBe(400)
    expect((await tenant.calendar('sanne', { $filter: 'isOnlineMeeting eq true' })).status).toBe(400)
    const lonely = (await tenant.calendar('milan', { $select: 'onlineMeeting' })).body.value?.[0]
    expect(lonely?.['onlineMeeting']).toBeNull()
    expect((await tenant.graph('sanne', '/me/calendarView')).status).toBe(400)
  })

  test('a change by the organiser reaches the attendee, and a change by the attendee reaches nobody', async () => {
    const mine = await tenant.event('sanne', weekly)
    const before = await tenant.event('milan', weekly)
    await tenant.patch('sanne', mine.id, {
      body: { contentType: 'html', content: mine.body.content.replace('Ons wekelijkse', 'Een ander') },
    })
    const after = await tenant.event('milan', weekly)
    expect(after.body.content).toContain('Een ander')
    expect(after.changeKey).not.toBe(before.changeKey)
    await tenant.patch('milan', after.id, { body: { contentType: 'html', content: '<p>van Milan</p>' } })
    expect((await tenant.event('milan', weekly)).body.content).toContain('van Milan')
    expect((await tenant.event('sanne', weekly)).body.content).not.toContain('van Milan')
  })

  test('a stale changeKey is refused and changes nothing', async () => {
    const { id, changeKey } = await tenant.event('sanne', weekly)
    const match = { 'if-match': `W/"${changeKey}"` }
    expect((await tenant.patch('sanne', id, { subject: 'Nieuw' }, match)).status).toBe(200)
    const stale = await tenant.patch('sanne', id, { subject: 'Ouder' }, match)
    expect([stale.status, stale.body.error?.code]).toEqual([412, 'ErrorIrresolvableConflict'])
    expect((await tenant.event('sanne', 'Nieuw')).id).toBe(id)
  })

  test('a body is altered at every write, as in Exchange', async () => {
    const { id, body } = await tenant.event('sanne', weekly)
    const ours =
      '<!-- mark --><div id="groei" class="a b" data-ref="1" style="color:red">tekst</div><script>x()</script>'
    await tenant.patch('sanne', id, {
      body: { contentType: 'html', content: body.content.replace('</body>', `${ours}</body>`) },
    })
    const once = (await tenant.event('sanne', weekly)).body.content
    expect(once).toContain('<div id="x_groei" class="x_a x_b" style="color:red">tekst</div>')
    for (const gone of ['mark', 'data-ref', 'script']) expect(once).not.toContain(gone)
    await tenant.patch('sanne', id, { body: { contentType: 'html', content: once } })
    expect((await tenant.event('sanne', weekly)).body.content).toContain('id="x_x_groei"')
  })

  test('a body without its meeting blob removes the online meeting for both participants', async () => {
    const mine = await tenant.event('sanne', weekly)
    expect(mine['isOnlineMeeting']).toBe(true)
    await tenant.patch('sanne', mine.id, { body: { contentType: 'html', content: '<p>zonder link</p>' } })
    for (const person of ['sanne', 'milan']) {
      const event = await tenant.event(person, weekly)
      expect([event['isOnlineMeeting'], event['onlineMeeting']]).toEqual([false, null])
    }
  })

  test('a read-only property, an unknown event and an unsupported resource are refused', async () => {
    const { id } = await tenant.event('sanne', weekly)
    expect((await tenant.patch('sanne', id, { iCalUId: 'x' })).status).toBe(400)
    expect((await tenant.patch('sanne', 'AAMkNothing', { subject: 'x' })).body.error?.code).toBe(
      'ErrorItemNotFound',
    )
    expect((await tenant.graph('sanne', '/me/messages')).status).toBe(400)
  })

  test('a chat is readable only by its members', async () => {
    const { body } = await tenant.call('/sandbox/api/meetings?user=milan@sandbox.example')
    const [meeting] = body['meetings'] as { chatId: string; joinUrl: string }[]
    const path = `/chats/${encodeURIComponent(meeting!.chatId)}?$select=onlineMeetingInfo`
    const asked = await tenant.graph('milan', path)
    expect(asked.body['onlineMeetingInfo']).toMatchObject({
      joinWebUrl: meeting!.joinUrl,
      calendarEventId: null,
    })
    expect((await tenant.graph('noor', path)).status).toBe(403)
    expect((await tenant.graph('milan', '/chats/19:none@thread.v2')).status).toBe(404)
    const bearer = await tenant.token('milan', 'graph', { scope: 'Calendars.ReadWrite' })
    expect((await tenant.graph('milan', path, { bearer })).status).toBe(403)
  })

  test('a series lists its instances, and a configured fault is returned on demand', async () => {
    const { id, ...occurrence } = await tenant.event('sanne', weekly)
    const series = String(occurrence['seriesMasterId'])
    const window = 'startDateTime=2026-06-01T00:00:00Z&endDateTime=2026-06-30T00:00:00Z'
    expect((await tenant.graph('sanne', `/me/events/${series}/instances?${window}`)).body.value).toHaveLength(
      4,
    )
    // Only a series has instances.
    expect((await tenant.graph('sanne', `/me/events/${id}/instances?${window}`)).status).toBe(400)
    await tenant.post('faults', { faults: [{ service: 'graph', status: 429, retryAfter: 7, times: 1 }] })
    const throttled = await tenant.graph('sanne', '/me')
    expect([throttled.status, throttled.headers.get('retry-after')]).toEqual([429, '7'])
    expect((await tenant.graph('sanne', '/me')).status).toBe(200)
  })

  test('two people have a mailbox in another time zone', async () => {
    const settings = async (user: string) =>
      (await tenant.graph(user, '/me/mailboxSettings')).body['timeZone']
    expect([await settings('ines'), await settings('grace')]).toEqual([
      'GMT Standard Time',
      'Eastern Standard Time',
    ])
    const call = await tenant.event('noor', 'Catching up, by phone')
    expect(call['start']).toMatchObject({ dateTime: '2026-06-11T13:30:00.0000000' })
    expect([call['isOnlineMeeting'], call['onlineMeeting'], call['isOrganizer']]).toEqual([
      false,
      null,
      false,
    ])
    const day = await tenant.event('ines', 'Travelling')
    expect([day['isAllDay'], day['start'], day['end']]).toMatchObject([
      false,
      { dateTime: '2026-06-08T23:00:00.0000000' },
      { dateTime: '2026-06-09T23:00:00.0000000' },
    ])
  })

  const contract = new URL('../../../shared/graph-contract/entities.json', import.meta.url)
  test.skipIf(!existsSync(contract))('resources carry only properties that Graph v1.0 has', async () => {
    type Type = { base?: string; properties?: Record<string, string>; navigation?: Record<string, string> }
    const { types } = JSON.parse(readFileSync(contract, 'utf8')) as { types: Record<string, Type> }
    const names = (type: string): string[] => {
      const { base, properties = {}, navigation = {} } = types[type] ?? {}
      return [...Object.keys(properties), ...Object.keys(navigation), ...(base ? names(base) : [])]
    }
    const check = (resource: object | undefined, type: string) => {
      const plain = Object.keys(resource ?? {}).filter((name) => !name.startsWith('@'))
      expect(plain.length).toBeGreaterThan(0)
      expect(plain.filter((name) => !names(type).includes(name))).toEqual([])
    }
    for (const event of (await tenant.calendar('sanne')).body.value ?? []) check(event, 'event')
    check((await tenant.graph('sanne', '/me')).body, 'user')
    const { body } = await tenant.call('/sandbox/api/meetings?user=milan@sandbox.example')
    const chatId = (body['meetings'] as { chatId: string }[])[0]!.chatId
    const chat = (await tenant.graph('milan', `/chats/${encodeURIComponent(chatId)}`)).body
    check(chat, 'chat')
    check(chat['onlineMeetingInfo'] as object, 'teamworkOnlineMeetingInfo')
  })
})
