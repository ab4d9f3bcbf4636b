import websocket from '@fastify/websocket'
import type { Document } from '@hocuspocus/server'
import fp from 'fastify-plugin'
import { auditSpec } from '../audit/collection.ts'
import { auditTrail } from '../audit/mutations.ts'
import type { AuditAction } from '../contract/audit.ts'
import { changedMessage, livePath } from '../contract/live.ts'
import { conversationSpec } from '../conversation/collection.ts'
import { conversationAccess } from '../conversation/data.ts'
import { notesRight } from '../conversation/policy.ts'
import { Refused } from '../plugins/problems.ts'
import { liveDocuments } from './documents.ts'
import { door, type Visitor } from './door.ts'
import { conversationOf } from './frame.ts'
import { limits } from './limits.ts'
import { textsOf, type OpenNotes } from './notes-store.ts'
import { severalServers } from './several-servers.ts'
import { socketGuards } from './sockets.ts'

/** How often tokens are looked at that may have ended, in milliseconds. */
const lookAtTokens = 5000

/** The live notes: Hocuspocus on our own Fastify, one Yjs document a conversation. */
export const live = fp(
  async (app) => {
    const access = await conversationAccess(app.database)
    const trail = auditTrail(await app.database.collection(auditSpec))
    const others = app.settings.redisUrl ? severalServers(app, app.settings.redisUrl) : null
    const { expire, ...entrance } = door({
      personOfToken: app.personOfToken,
      async admit(person, conversationId) {
        const entered = await access(person, conversationId)
        const right = notesRight(entered)
        return entered && right && { name: entered.member.name, role: entered.member.role, right }
      },
      now: app.now,
      onRefused: (why) => app.log.info({ why }, 'socket refused'),
    })
    /** A keystroke is not kept waiting for the trail, nor lost by it. */
    const told =
      (what: AuditAction) =>
      ({ tenantId, role }: Visitor, id: string, { pairId, start }: OpenNotes): void => {
        const act = { tenantId, pairId, who: role, talk: { id, start }, at: app.now() }
        trail(what, act).catch((error: unknown) => app.log.error({ err: error }, 'trail'))
      }
    const { hocuspocus, notesOf, stop } = liveDocuments({
      conversations: await app.database.collection(conversationSpec),
      door: entrance,
      extensions: others ? [others.extension] : [],
      onEntered: told('opened'),
      onChanged: told('changed-notes'),
      log: app.log,
    })

    /** Of the document as all servers have it; null when nobody has it open. */
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
        // It stays for a second, in case it is asked for again: nobody waits for that.
        direct.disconnect().catch((error: unknown) => app.log.error({ err: error }, 'notes not let go'))
      }
    }
    app.decorate('liveNotes', {
      texts: (conversationId: string) => withOpen(conversationId, textsOf),
      flush: async (conversationId: string) => {
        await withOpen(conversationId, (document) => notesOf(document)?.save())
      },
      recheck: (conversationId: string) => {
        app.announce.emit('rights-changed', conversationId)
      },
    })

    const recheckAll = (document: Document) => {
      for (const connection of document.getConnections()) void entrance.recheck(connection, document.name)
    }
    // What was announced while Redis was away is made up for.
    others?.onBack(() => {
      for (const document of hocuspocus.documents.values()) recheckAll(document)
    })
    app.announce.on('rights-changed', (conversationId) => {
      const document = hocuspocus.documents.get(conversationId)
      if (document) recheckAll(document)
    })
    app.announce.on('pair-changed', (pairId) => {
      for (const document of hocuspocus.documents.values()) {
        if (notesOf(document)?.pairId !== pairId) continue
        document.relayStateless(changedMessage)
        recheckAll(document)
      }
    })
    app.announce.on('changed', (conversationId) =>
      hocuspocus.documents.get(conversationId)?.relayStateless(changedMessage),
    )
    const stopLooking = app.clock.every(lookAtTokens, () => {
      for (const document of hocuspocus.documents.values())
        for (const connection of document.getConnections()) expire(connection)
    })

    await app.register(websocket, {
      options: { maxPayload: limits.message },
      errorHandler: (error, socket, request) => {
        request.log.info({ why: error.message }, 'socket closed')
        socket.terminate()
      },
    })
    const guardOf = socketGuards(limits, (why) => app.log.info({ why }, 'socket closed'))
    // Public as a route: a browser cannot send headers with a socket, so the token is its first message. Its limits
    // are its own: after a restart everybody comes back at once, and perhaps through one proxy.
    app.route({
      method: 'GET',
      url: livePath,
      schema: { hide: true },
      config: { public: true, rateLimit: false },
      handler: async () => {
        throw new Refused('not-found')
      },
      wsHandler: (socket, request) => {
        const guard = guardOf(socket)
        const asked = new Request(new URL(request.url, 'http://groei'))
        const connection = hocuspocus.handleConnection(guard.writer, asked, { guard })
        socket.on('message', (data: Buffer, isBinary: boolean) => {
          if (!guard.isOpen()) return
          const conversationId = isBinary ? conversationOf(data) : null
          if (conversationId === null) return guard.end('unreadable', 1003)
          if (!guard.isFor(conversationId)) return guard.end('another conversation', 1008)
          guard.count(data.length)
          connection.handleMessage(new Uint8Array(data))
        })
        socket.on('close', (code, reason) => connection.handleClose({ code, reason: reason.toString() }))
      },
    })

    app.addHook('preClose', async () => {
      stopLooking()
      await stop()
      await others?.close()
    })
  },
  { name: 'live', dependencies: ['context', 'auth'] },
)
