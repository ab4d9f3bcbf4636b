import { Redis as HocuspocusRedis } from '@hocuspocus/extension-redis'
import type {
  afterLoadDocumentPayload,
  afterUnloadDocumentPayload,
  beforeBroadcastStatelessPayload,
  Document,
  onAwarenessUpdatePayload,
  onChangePayload,
} from '@hocuspocus/server'
import type { FastifyInstance } from 'fastify'
import { Redis } from 'ioredis'
import { setImmediate as turn, setTimeout as pause } from 'node:timers/promises'
import { Type } from 'typebox'
import { Value } from 'typebox/value'
import { Strict } from '../contract/shape.ts'
import type { DeriveId } from '../database/derived-id.ts'
import { isOfServer } from './read-message.ts'

/** Events announced to the other servers, by name and id: nothing that anybody wrote. */
const shared = ['changed', 'pair-changed', 'left', 'tenant-changed', 'keys-changed'] as const

const Announcement = Strict({
  from: Type.String({ maxLength: 100 }),
  name: Type.Enum([...shared]),
  id: Type.String({ maxLength: 200 }),
})
const Signed = Strict({ ...Announcement.properties, by: Type.String({ maxLength: 100 }) })
type Announcement = Type.Static<typeof Announcement>

/** Announcements as they pass through Redis: whoever else can write there makes none that our servers believe. */
export function announcements(derive: DeriveId) {
  const markOf = ({ from, name, id }: Announcement) => derive('announcement', from, name, id)
  return {
    write: (one: Announcement): string => JSON.stringify({ ...one, by: markOf(one) }),
    /** @returns null for what no server of ours made, whatever it is */
    read(text: string): Announcement | null {
      try {
        const said: unknown = JSON.parse(text)
        return Value.Check(Signed, said) && said.by === markOf(said) ? said : null
      } catch {
        return null
      }
    },
  }
}

/** How long a server that stops still answers the others, in milliseconds. */
const lastAnswers = 100

/**
 * Hocuspocus's own extension, without its lock for storing: our store merges (`notes-store.ts`). While Redis is away
 * each server goes on by itself, and what they miss of each other they fetch when it is back.
 */
class SharedNotes extends HocuspocusRedis {
  private isLeaving = false
  /** May something be said to the others? */
  speaks(): boolean {
    return !this.isLeaving && this.pub.status === 'ready'
  }
  override async onStoreDocument(): Promise<void> {}
  override async afterStoreDocument(): Promise<void> {}
  override async afterLoadDocument(payload: afterLoadDocumentPayload): Promise<void> {
    if (this.sub.status === 'ready') await super.afterLoadDocument(payload)
  }
  override async onChange(payload: onChangePayload): Promise<void> {
    if (this.speaks()) await super.onChange(payload)
  }
  override async onAwarenessUpdate(payload: onAwarenessUpdatePayload): Promise<void> {
    if (this.speaks()) await super.onAwarenessUpdate(payload)
  }
  override async afterUnloadDocument(payload: afterUnloadDocumentPayload): Promise<void> {
    if (this.sub.status === 'ready') await super.afterUnloadDocument(payload)
  }
  override async beforeBroadcastStateless(_payload: beforeBroadcastStatelessPayload): Promise<number> {
    // Messages to everybody go as an announcement, which also reaches servers that do not have the document open.
    return 0
  }
  /** Stops listening before it stops speaking: an answer to what still comes in would fail on a closed connection. */
  override async onDestroy(): Promise<void> {
    this.isLeaving = true
    this.sub.removeAllListeners('messageBuffer')
    this.sub.disconnect(false)
    // All that came in before is answered within this turn.
    await turn()
    await super.onDestroy()
  }
}

/**
 * State that several servers share through Redis: the documents that are open, and announcements.
 * @param url redis:// or rediss://
 */
export function severalServers(app: FastifyInstance, url: string) {
  const connect = () => {
    // Waits for Redis however long it is away, and never gives up what was asked of it.
    const client = new Redis(url, { maxRetriesPerRequest: null })
    client.on('error', (error: Error) => app.log.warn({ why: error.message }, 'redis'))
    return client
  }
  const prefix = `groei:${app.settings.app.clientId}`
  const extension = new SharedNotes({ prefix, createClient: connect })
  const [take] = extension.sub.listeners('messageBuffer')
  extension.sub.removeAllListeners('messageBuffer')
  extension.sub.on('messageBuffer', (from: Buffer, message: Buffer) => {
    if (!isOfServer(message)) return app.log.warn('a message about notes that no server of ours made')
    const taken = take?.call(extension.sub, from, message) as Promise<void> | undefined
    taken?.catch((error: unknown) => app.log.error({ err: error }, 'notes not taken over'))
  })
  extension.sub.on('ready', () => {
    // Redis can be quicker than the notes: then there are none to share yet, whatever the type says.
    const { documents } = extension.instance ?? { documents: new Map<string, never>() }
    for (const [documentName, document] of documents)
      void extension
        .afterLoadDocument({ documentName, document } as afterLoadDocumentPayload)
        .catch((error: unknown) => app.log.error({ err: error }, 'notes not shared'))
  })

  const channel = `${prefix}#announcements`
  const listener = connect()
  const announcement = announcements(app.deriveId)
  const self = crypto.randomUUID()
  let relaying = false
  for (const name of shared) {
    app.announce.on(name, (id) => {
      if (relaying || !extension.speaks()) return
      extension.pub
        .publish(channel, announcement.write({ from: self, name, id }))
        .catch((error: unknown) => app.log.warn({ err: error }, 'not announced to the other servers'))
    })
  }
  listener.subscribe(channel).catch((error: unknown) => app.log.warn({ err: error }, 'redis'))
  listener.on('message', (_channel, text) => {
    const told = announcement.read(text)
    if (!told) return app.log.warn('an announcement that no server of ours made')
    const { from, name, id } = told
    if (from === self) return
    relaying = true
    try {
      app.announce.emit(name, id)
    } finally {
      relaying = false
    }
  })

  return {
    extension,
    /** Tells the servers that have this document open too. */
    changed(document: Document, transactionOrigin: unknown): void {
      const told = { document, documentName: document.name, transactionOrigin } as onChangePayload
      extension.onChange(told).catch((error: unknown) => app.log.warn({ err: error }, 'redis'))
    },
    /** Calls back whenever Redis is connected, again or for the first time. */
    onBack(act: () => void): void {
      listener.on('ready', act)
    },
    /** Does another server have this document open? */
    async isElsewhere(conversationId: string): Promise<boolean> {
      if (!extension.speaks()) return false
      const [, count] = await extension.pub.pubsub('NUMSUB', `${prefix}:${conversationId}`)
      return Number(count) > 0
    },
    async close(): Promise<void> {
      // The others ask for what was typed last: they get a moment to do so.
      await pause(lastAnswers)
      listener.disconnect()
      await extension.onDestroy()
    },
  }
}
