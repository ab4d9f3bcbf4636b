import { HocuspocusProvider } from '@hocuspocus/provider'
import { afterEach, describe, expect } from 'vitest'
import * as Y from 'yjs'
import { changedMessage, refusedMessage, stepText } from '../../server/contract/live.ts'
import { notesSpec } from '../../server/conversation/collection.ts'
import type { Conversation, Summary } from '../../server/contract/conversation.ts'
import type { Tenant } from '../support/tenant.ts'
import { testIn } from '../support/test.ts'
import { until } from '../support/until.ts'

const test = testIn()
let tenant: Tenant
let conversation: Conversation
const providers: HocuspocusProvider[] = []
test.beforeAll(async ({ tenant: started }) => {
  tenant = started
  const [meeting] = await tenant.meetings('sanne', 'Milan')
  conversation = await tenant.conversation('sanne', 'milan', meeting!)
})
afterEach(() => {
  for (const provider of providers.splice(0)) provider.destroy()
})

const url = () => tenant.liveUrl

/** Joins with a token; says whether the server let it in. */
async function join(token: string, name = conversation.id) {
  let heard: (message: string) => void = () => undefined
  const provider = new HocuspocusProvider({
    url: url(),
    name,
    token,
    onStateless: ({ payload }) => heard(payload),
  })
  providers.push(provider)
  const entered = await new Promise<boolean>((resolve) => {
    provider.on('synced', () => resolve(true))
    provider.on('authenticationFailed', () => resolve(false))
  })
  const text = provider.document.getText(stepText('goal'))
  return { entered, provider, text, onMessage: (listener: (message: string) => void) => (heard = listener) }
}

describe('live notes', () => {
  test('two people write in one text, and the summary holds it', async () => {
    const [sanne, milan] = [
      await join(await tenant.token('sanne', 'api')),
      await join(await tenant.token('milan', 'api')),
    ]
    sanne.text.insert(0, 'van Sanne ')
    milan.text.insert(0, 'van Milan ')
    const both = await until(async () => {
      const [a, b] = [String(sanne.text), String(milan.text)]
      return a === b && a.includes('Sanne') && a.includes('Milan') ? a : null
    })
    const { body } = await tenant.as('sanne')<Summary>(
      'GET',
      `/api/conversations/${conversation.id}/summary?scope=summary-and-commitments`,
    )
    expect(body.steps.map((one) => one.text)).toEqual([both.trim()])
  })

  test('a page is sent what the other types, and not what it typed itself', async () => {
    const [sanne, milan] = [
      await join(await tenant.token('sanne', 'api')),
      await join(await tenant.token('milan', 'api')),
    ]
    const updates: number[] = []
    sanne.provider.on('message', ({ event }: { event: { data: ArrayBuffer } }) => {
      const [type, step] = new Uint8Array(event.data).subarray(1 + conversation.id.length)
      if (type === 0 && step === 2) updates.push(event.data.byteLength)
    })
    sanne.text.insert(0, 'heen ')
    await until(async () => String(milan.text).includes('heen') || null)
    milan.text.insert(0, 'terug ')
    await until(async () => String(sanne.text).includes('terug') || null)
    expect(updates).toHaveLength(1)
  })

  test('strangers, other tenants and invalid tokens do not get in', async () => {
    const tokens = await Promise.all([
      tenant.token('tom', 'api'),
      tenant.token('eva@elsewhere.example', 'api'),
      tenant.token('sanne', 'api', { expired: true }),
      tenant.token('sanne', 'graph'),
    ])
    for (const token of [...tokens, 'nonsense']) expect((await join(token)).entered).toBe(false)
    const sanne = await tenant.token('sanne', 'api')
    expect((await join(sanne, crypto.randomUUID())).entered).toBe(false)
  })

  test('a change beside the notes is announced to everybody in the conversation', async () => {
    const sanne = await join(await tenant.token('sanne', 'api'))
    const told = new Promise<string>((resolve) => sanne.onMessage(resolve))
    await tenant.commit('milan', conversation.id, 'Iets nieuws')
    expect(await told).toBe(changedMessage)
  })

  test('a message of a megabyte ends its own socket only', async () => {
    const sanne = await join(await tenant.token('sanne', 'api'))
    const socket = new WebSocket(url())
    await new Promise((resolve) => socket.addEventListener('open', resolve))
    const closed = new Promise<CloseEvent>((resolve) => socket.addEventListener('close', resolve))
    socket.send(new Uint8Array(1 << 20))
    expect((await closed).code).toBe(1009)
    sanne.text.insert(0, 'nog hier ')
    await until(async () => (sanne.provider.hasUnsyncedChanges ? null : true))
    expect((await tenant.request('/healthz')).status).toBe(200)
  })

  test('a text whose name is not that of a step is not stored', async () => {
    for (const name of ['step:a.b', 'step:$set', 'step:__proto__', 'other', 'step:of-no-template']) {
      const sanne = await join(await tenant.token('sanne', 'api'))
      // Refused, or the end of the socket: either way it is not taken.
      const refused = new Promise<void>((resolve) => {
        sanne.onMessage((message) => message === refusedMessage && resolve())
        sanne.provider.on('disconnect', () => resolve())
      })
      sanne.provider.document.getText(name).insert(0, 'x')
      await refused
      sanne.provider.destroy()
    }
    const database = tenant.database()
    const kept = await (await database.collection(notesSpec)).findOne({ _id: conversation.id })
    const document = new Y.Doc()
    Y.applyUpdate(document, kept!.document.buffer)
    expect([...document.share.keys()].filter((name) => !/^(follow-up|commitment):/.test(name))).toEqual([
      'step:goal',
    ])
    expect((await tenant.finish('sanne', conversation.id)).status).toBe(200)
    await tenant.launched.stop()
    await tenant.launched.startProduct()
    const again = await join(await tenant.token('milan', 'api'))
    expect(String(again.text)).toContain('van Sanne')
  })
})
