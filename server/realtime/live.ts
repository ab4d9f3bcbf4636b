import websocket from '@fastify/websocket'
import { Hocuspocus, type Document } from '@hocuspocus/server'
import fp from 'fastify-plugin'
import { commitmentData } from '../commitment/data.ts'
import { commitmentProjection } from '../commitment/projection-job.ts'
import { changedMessage, livePath, putBackMessage } from '../contract/live.ts'
import { itemName } from '../contract/live-fields.ts'
import { conversationAccess } from '../conversation/data.ts'
import { notesRight } from '../conversation/policy.ts'
import { batched } from '../database/batched.ts'
import { activeOnly } from '../pair/active-collection.ts'
import { Refused } from '../plugins/problems.ts'
import { addressOf } from '../plugins/request-limits.ts'
import { templatesOf } from '../template/data.ts'
import { audit } from './audit.ts'
import { authorize, type Context } from './authorize.ts'
import { connectionLimits, limits } from './connection-limits.ts'
import { inbox } from './inbox.ts'
import { putItem } from './live-item.ts'
import { textsOf } from './notes-store.ts'
import { persistence } from './persistence.ts'
import { presence } from './presence.ts'
import { Receiver } from './receive.ts'

/** How often tokens are looked at that may have ended, in milliseconds. */
const lookAtTokens = 5000

/** The live notes: Hocuspocus on our own Fastify, one Yjs document a conversation. */
export const live = fp(
  async (app) => {
    const access = conversationAccess(app.collections)
    const { conversations, notes, pairs } = app.collections
    const { redisUrl } = app.settings
    // One server alone starts without Redis's client.
    const others = redisUrl ? (await import('./several-servers.ts')).severalServers(app, redisUrl) : null
    const sockets = connectionLimits(limits, (why) => app.log.info({ why }, 'socket closed'))
    const people = authorize({
      personOfToken: app.personOfToken,
      async authorizationOf(person, conversationId) {
        const entered = await access(person, conversationId)
        const right = notesRight(entered)
        return entered && right && { name: entered.member.name, role: entered.member.role, right }
      },
      now: app.now,
      onRefused: (why) => app.log.info({ why }, 'socket refused'),
    })
    const stored = persistence(
      {
        conversations: batched(conversations),
        notes: activeOnly(pairs, batched(notes)),
        templateOf: templatesOf(app.collections).find,
        items: {
          liveIn: commitmentData(app.collections.commitments).liveIn,
          project: commitmentProjection(app.collections, app.audit, app.now),
          onNews: (conversationId) => {
            app.announce.emit('changed', conversationId)
            app.announce.emit('to-remind')
          },
          onPutBack: (document, reason, id) =>
            (document as Document).relayStateless(putBackMessage(reason, id)),
        },
      },
      app.log,
      (document, origin) => others?.changed(document, origin),
    )
    const hocuspocus = new Hocuspocus<Context>({
      quiet: true,
      // Nothing waits there: before somebody is let in only their token is handed on (`receive.ts`).
      maxUnauthenticatedQueueSize: Infinity,
      maxUnauthenticatedQueueMessages: Infinity,
      extensions: [
        ...(others ? [others.extension] : []),
        sockets.extension,
        people.extension,
        stored.extension,
        presence,
        audit(app, stored.notesOf),
      ],
    })

    /** Works on the document as all servers have it; null when nobody has it open. */
    async function withOpen<T>(
      conversationId: string,
      use: (document: Document) => T | Promise<T>,
    ): Promise<T | null> {
      const here = hocuspocus.documents.get(conversationId)
      if (here && !here.isLoading) return use(here)
      if (!(await others?.isElsewhere(conversationId))) return null
      const direct = await hocuspocus.openDirectConnection(conversationId)
      try {
        return direct.document && (await use(direct.document as Document))
      } finally {
        letGo(direct)
      }
    }
    /** It stays for a second, in case it is asked for again: nobody waits for that. */
    function letGo(direct: { disconnect: () => Promise<void> }): void {
      direct.disconnect().catch((error: unknown) => app.log.error({ err: error }, 'notes not let go'))
    }
    app.decorate('liveNotes', {
      texts: (conversationId: string) => withOpen(conversationId, textsOf),
      flush: async (conversationId: string) => {
        await withOpen(conversationId, (document) => stored.notesOf(document)?.save())
      },
      async write(conversationId, role, { kind, id, texts, choices }) {
        const direct = await hocuspocus.openDirectConnection(conversationId)
        try {
          const document = direct.document as Document
          const notes = stored.notesOf(document)
          const origin = { source: 'local', context: { person: { role } } }
          document.transact(() => putItem(document, { kind, id, texts, choices }, role), origin)
          await notes?.save()
          if (notes?.isRefused()) throw new Refused('pair-ended')
          return notes?.refusalOf(itemName(kind, id)) ?? null
        } finally {
          letGo(direct)
        }
      },
    })

    // Announcements that were missed while Redis was away are made up for.
    others?.onBack(() => {
      for (const document of hocuspocus.documents.values()) people.recheckAll(document)
    })
    app.announce.on('pair-changed', (pairId) => {
      for (const document of hocuspocus.documents.values()) {
        const notes = stored.notesOf(document)
        if (notes?.pairId !== pairId) continue
        notes.follow().catch((error: unknown) => app.log.error({ err: error }, 'answers not followed'))
        document.relayStateless(changedMessage)
        people.recheckAll(document)
      }
    })
    app.announce.on('changed', (conversationId) =>
      hocuspocus.documents.get(conversationId)?.relayStateless(changedMessage),
    )
    const stopLooking = app.clock.every(lookAtTokens, () => {
      for (const document of hocuspocus.documents.values())
        for (const connection of document.getConnections()) people.expire(connection)
    })

    // Hocuspocus keeps the request of each socket for its extensions. Ours never look at it, and so one will do for all.
    const asked = new Request('http://groei')
    await app.register(websocket, {
      options: { maxPayload: limits.message },
      errorHandler: (error, socket, request) => {
        request.log.info({ why: error.message }, 'socket closed')
        socket.terminate()
      },
    })
    const sayWhy = (error: Error) => app.log.info({ why: error.message }, 'socket closed')
    // Public as a route: a browser cannot send headers with a socket, so the token is its first message. Its limits
    // are its own: after a restart everybody comes back at once, and perhaps through one proxy.
    app.route({
      method: 'GET',
      url: livePath,
      schema: { hide: true },
      config: { public: true, rateLimit: false },
      // The answer that is never given would stay in memory as long as the socket, and its end would count as a request's.
      preHandler: async (request, reply) => {
        if (request.ws) reply.raw.detachSocket(request.raw.socket)
      },
      handler: async () => {
        throw new Refused('not-found')
      },
      wsHandler: (webSocket, request) => {
        // The plugin's own listener would keep the request and its answer in memory as long as the socket.
        webSocket.removeAllListeners('error')
        webSocket.on('error', sayWhy)
        const socket = sockets.limited(webSocket, addressOf(request))
        const connection = hocuspocus.handleConnection(socket, asked, { socket })
        const receiver = new Receiver(connection, socket, stored.notesOf)
        const { empty } = inbox(webSocket, (data, isBinary) => receiver.take(data, isBinary))
        webSocket.on('close', (code, reason) => {
          void empty().then(() => {
            receiver.close()
            socket.left()
            connection.handleClose({ code, reason: reason.toString() })
          })
        })
      },
    })

    app.addHook('preClose', async () => {
      stopLooking()
      await stored.stop()
      await others?.close()
    })
  },
  { name: 'live', dependencies: ['context', 'auth'] },
)
