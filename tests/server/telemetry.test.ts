import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { metricList } from '../../server/telemetry/metric-list.ts'
import { chatOf } from '../support/chats.ts'
import { startCollector } from '../support/otlp.ts'
import { startTenant, type Tenant } from '../support/tenant.ts'
import { until } from '../support/until.ts'
import { typeEverywhere } from '../support/words.ts'

let collector: Awaited<ReturnType<typeof startCollector>>
let tenant: Tenant
beforeAll(async () => {
  collector = await startCollector()
  tenant = await startTenant({
    ownProcess: true,
    settings: () => ({
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
      OTEL_EXPORTER_OTLP_HEADERS: 'x-key=zegel%20sleutel',
      OTEL_METRIC_EXPORT_INTERVAL: '300',
      OTEL_BSP_SCHEDULE_DELAY: '200',
      OTEL_RESOURCE_ATTRIBUTES: 'deployment.environment=test',
    }),
  })
})
afterAll(async () => {
  await tenant?.close()
  await collector?.close()
})

const isMongo = () => tenant.launched.settings['MONGODB_URI'] !== undefined

describe('telemetry', () => {
  test('a whole loop is told as routes, operations and counts, and nothing of whom or what', async () => {
    const [meeting] = await tenant.meetings('sanne', 'Milan')
    const conversation = await tenant.conversation('sanne', 'milan', meeting!)
    const { words, commitmentId } = await typeEverywhere(tenant, conversation, 'sanne', 'milan')
    await tenant.publication('sanne', conversation.id, (one) => one?.state === 'published')
    const milan = chatOf(tenant, 'milan')
    await milan.ask(words.notes)
    const path = `/api/conversations/${conversation.id}`
    // Errors that quote what was sent, and paths and headers that nobody should believe.
    await tenant.sandbox('POST', 'faults', {
      faults: [{ service: 'graph', path: '/me', status: 403, times: 2 }],
    })
    await tenant.as('sanne')('POST', '/api/conversations', {
      joinUrl: meeting!.joinUrl,
      start: meeting!.start,
    })
    await tenant.sandbox('DELETE', 'faults')
    const token = await tenant.token('sanne')
    await tenant.request(`${path}/${words.notes}?q=${words.commitment}`, { token })
    await tenant.request(`/${words.notes}?q=${words.notes}`)
    await tenant.request(`/${words.notes}`, { method: 'DELETE' })
    await tenant.request(`/api/questions?search=${words.notes}`, { token })
    await tenant.request(`${path}/private-note`, { method: 'PUT', token, raw: `{"${words.privateNote}": ` })
    const traceId = 'abcdef0123456789abcdef0123456789'
    await fetch(`${tenant.url}/healthz`, {
      headers: {
        traceparent: `00-${traceId}-0123456789abcdef-01`,
        tracestate: 'groei=zegelwoord',
        baggage: 'a=zegelwoord',
      },
    })
    await fetch(`${tenant.url}/api/settings`, {
      headers: {
        traceparent: `00-${traceId}-0123456789abcdef-01`,
        tracestate: 'groei=zegelwoord',
        baggage: 'a=zegelwoord',
      },
    })

    const routes = [
      'POST /api/conversations',
      'POST /api/conversations/:conversationId/finish',
      'PUT /api/conversations/:conversationId/private-note',
      'GET /api/settings',
      'GET /*',
      'DELETE (no route)',
      'POST /api/messages',
    ]
    const calls = ['graph GET me/calendarView', 'graph PATCH me/events/{id}', 'graph POST subscriptions']
    const commands = isMongo() ? ['mongodb find pairs', 'mongodb update conversations'] : []
    const wanted = [...routes, ...calls, ...commands]
    const missing = () => {
      const names = new Set(collector.spans().map(({ name }) => name))
      return wanted.filter((name) => !names.has(name))
    }
    await until(async () => (missing().length === 0 ? true : null), 30_000).catch(() => undefined)
    expect(missing()).toEqual([])
    const lacking = () => {
      const told = new Set(collector.metrics().map(({ name }) => name))
      return Object.keys(metricList).filter((name) => !told.has(name))
    }
    await until(async () => (lacking().length === 0 ? true : null), 30_000).catch(() => undefined)
    expect(lacking()).toEqual([])

    const spans = collector.spans()
    const named = (name: string) => spans.find((one) => one.name === name)!
    expect(named('GET /api/settings').parent).toBe('')
    const parents = new Set(spans.filter(({ name }) => name.startsWith('POST /api/')).map(({ id }) => id))
    expect(spans.some(({ name, parent }) => name === calls[0] && parents.has(parent))).toBe(true)
    if (isMongo()) expect(spans.some(({ name, parent }) => name === commands[0] && parent !== '')).toBe(true)
    expect(spans.filter(({ name }) => /healthz|live|hook|handler/.test(name))).toEqual([])
    expect(spans.filter(({ events }) => events > 0)).toEqual([])
    expect([...new Set(spans.flatMap(({ attributes }) => attributes))].sort()).toEqual(
      [
        ...(isMongo() ? ['db.collection.name', 'db.operation.name', 'db.system.name'] : []),
        ...['groei.graph.operation', 'http.request.method', 'http.response.status_code', 'http.route'],
      ].sort(),
    )

    type People = { people: { oid: string; upn: string; name: string }[] }
    const { people } = await tenant.sandbox<People>('GET', 'people')
    const bytes = collector.bytes()
    expect(bytes).toContain('deployment.environment')
    const personal = [
      ...Object.values(words),
      ...people.flatMap(({ oid, upn, name }) => [
        oid,
        upn,
        ...name.split(' ').filter((one) => one.length > 3),
      ]),
      ...[commitmentId, conversation.id, conversation.pair.id, meeting!.iCalUId, traceId],
      ...['zegel', 'sandbox.example', '1-op-1', 'thread.v2', 'meetup-join', 'AAMk', 'validationToken'],
      ...[
        'Bearer',
        'eyJ',
        'sandbox-client-secret',
        tenant.launched.sandbox.tenantId,
        'sandbox/graph',
        '?q=',
        'search',
        'startDateTime',
      ],
      ...[tenant.launched.settings['CLIENT_ID']!, '127.0.0.1', 'localhost', '/work/', 'node:'],
    ]
    const found = personal.flatMap((word) => {
      const at = bytes.indexOf(word)
      return at < 0 ? [] : [`${word}: …${bytes.slice(Math.max(0, at - 80), at + 80)}…`]
    })
    expect(found).toEqual([])
    expect(collector.received.every(({ headers }) => headers['x-key'] === 'zegel sleutel')).toBe(true)
  })

  test('a collector that is away holds nobody up, and a stop neither', async () => {
    await tenant.launched.stop()
    const before = collector.received.length
    const away = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9', OTEL_METRIC_EXPORT_INTERVAL: '100' }
    await tenant.launched.startProduct(away)
    expect((await tenant.request('/readyz')).status).toBe(200)
    const began = performance.now()
    await tenant.launched.stop()
    expect(performance.now() - began).toBeLessThan(15_000)
    expect(collector.received.length).toBe(before)
  })
})

describe('without being asked for', () => {
  const isLoaded = async (settings: Record<string, string>) => {
    let output = ''
    const hook = `import{registerHooks}from'node:module';registerHooks({load(u,c,n){if(/@opentelemetry.(sdk|exporter|otlp)|fastify.otel/.test(u))process.stderr.write('LOADED');return(n(u,c))}})`
    const started = await startTenant({
      onOutput: (text) => (output += text),
      settings: () => ({
        NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(hook)}`,
        ...settings,
      }),
    })
    await started.close()
    return output.includes('LOADED')
  }

  test('nothing of it is loaded, also where it is switched off', async () => {
    const asked = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9' }
    expect(await isLoaded(asked)).toBe(true)
    expect(await isLoaded({})).toBe(false)
    expect(await isLoaded({ ...asked, OTEL_SDK_DISABLED: 'true' })).toBe(false)
  })
})
