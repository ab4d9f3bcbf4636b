import websocket from '@fastify/websocket'
import { Hocuspocus } from '@hocuspocus/server'
import fp from 'fastify-plugin'
import { changedMessage, livePath } from '../contract/live.ts'
import { auditSpec } from '../audit/collection.ts'
import { auditTrail } from '../audit/mutations.ts'
import { actOf } from '../conversation/act.ts'
import { conversationSpec } from '../conversation/collection.ts'
import { conversationAccess, type Entered } from '../conversation/data.ts'
import { isOver } from '../pair/policy.ts'
import { notesStore, textsOf } from './notes-store.ts'

/** A keystroke is some tens of bytes; the largest paste that a step may hold stays far below this. */
const maxPayload = 512 * 1024

/** How long typing may rest, and how long it may go on, before it is stored; milliseconds. */
const debounce = 250
const maxDebounce = 1000

type Context = Entered

/** The live notes: Hocuspocus on our own Fastify, one Yjs document a conversation. */
export const live = fp(
  async (app) => {
    const access = await conversationAccess(app.database)
    const trail = auditTrail(await app.database.collection(auditSpec))
    const store = notesStore(await app.database.collection(conversationSpec))

    /** The pair of each document that is open. */
    const pairOf = new Map<string, string>()
    const hocuspocus = new Hocuspocus<Context>({
      quiet: true,
      debounce,
      maxDebounce,
      async onAuthenticate({ token, documentName, connectionConfig }) {
        const entered = await app
          .personOfToken(token)
          .then((person) => access(person, documentName))
          .catch((error: unknown) => {
            app.log.info({ why: error instanceof Error ? error.message : 'unknown' }, 'socket refused')
            return null
          })
        // Without a message: Hocuspocus would write it to the console, past our log.
        if (!entered) throw new Error()
        connectionConfig.readOnly = isOver(entered.pair)
        return entered
      },
      async onChange({ context }) {
        // A keystroke is not kept waiting for it, nor lost by it.
        await trail('changed-notes', actOf(context, app.now())).catch((error: unknown) =>
          app.log.error({ err: error }, 'trail'),
        )
      },
      async onLoadDocument({ document, context }) {
        store.load(context.conversation, document)
        pairOf.set(context.conversation._id, context.conversation.pairId)
      },
      async afterUnloadDocument({ documentName }) {
        pairOf.delete(documentName)
      },
      async onStoreDocument({ document, documentName }) {
        await store.save(documentName, document)
      },
    })

    app.decorate('liveNotes', {
      texts: (conversationId: string) => {
        const document = hocuspocus.documents.get(conversationId)
        return document && !document.isLoading ? textsOf(document) : null
      },
      flush: async (conversationId: string) => {
        const document = hocuspocus.documents.get(conversationId)
        if (document && !document.isLoading) await store.save(conversationId, document)
      },
    })
    app.announce.on('pair-changed', (pairId) => {
      for (const [name, document] of hocuspocus.documents)
        if (pairOf.get(name) === pairId) document.broadcastStateless(changedMessage)
    })
    app.announce.on('pair-ended', (pairId) => {
      // Whoever is there comes in anew: to read only, or not at all.
      for (const name of hocuspocus.documents.keys())
        if (pairOf.get(name) === pairId) hocuspocus.closeConnections(name)
    })
    app.announce.on('changed', (conversationId) =>
      hocuspocus.documents.get(conversationId)?.broadcastStateless(changedMessage),
    )

    await app.register(websocket, {
      options: { maxPayload },
      errorHandler: (error, socket, request) => {
        request.log.info({ why: error.message }, 'socket closed')
        socket.terminate()
      },
    })
    // Public as a route: a browser cannot send headers with a socket, so the token is its first message.
    app.get(
      livePath,
      { websocket: true, schema: { hide: true }, config: { public: true } },
      (socket, request) => {
        const connection = hocuspocus.handleConnection(
          socket as unknown as WebSocket,
          new Request(new URL(request.url, 'http://groei')),
        )
        socket.on('message', (data: Buffer) => connection.handleMessage(new Uint8Array(data)))
        socket.on('close', (code, reason) => connection.handleClose({ code, reason: reason.toString() }))
        socket.on('error', () => socket.terminate())
      },
    )

    app.addHook('preClose', async () => {
      const open = [...hocuspocus.documents]
      hocuspocus.closeConnections()
      await Promise.all(open.map(([name, document]) => store.save(name, document)))
    })
  },
  { name: 'live', dependencies: ['context', 'auth'] },
)
