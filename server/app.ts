import swagger from '@fastify/swagger'
import Fastify, {
  LogController,
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyPluginAsync,
} from 'fastify'
import fp from 'fastify-plugin'
import { audit } from './audit/plugin.ts'
import { backlogWatch } from './backlog/watch-worker.ts'
import { calendarSync } from './calendar-sync/worker.ts'
import { answerRoutes } from './commitment/answer-routes.ts'
import { myCommitmentsRoutes } from './commitment/my-commitments-routes.ts'
import { progressRoutes } from './commitment/progress-routes.ts'
import { commitmentRoutes } from './commitment/routes.ts'
import type { Config } from './config.ts'
import { sizeLimits } from './contract/limits.ts'
import { adviceOn } from './config-safety.ts'
import type { Database } from './database/collection.ts'
import { livePath } from './contract/live.ts'
import { openCollections } from './collections.ts'
import { gates } from './conversation/gate.ts'
import { newestOf } from './database/migration.ts'
import { openDatabase } from './database/open.ts'
import { openSchema } from './database/schema.ts'
import { migrating } from './migrating.ts'
import { migrations as allMigrations } from './migrations.ts'
import { myDataRoutes } from './my-data/routes.ts'
import { auditRoutes } from './my-data/audit-routes.ts'
import { warnOfUnlisted } from './my-data/tenants-plugin.ts'
import { deletionWorker } from './my-data/worker.ts'
import { pastConversationRoutes } from './one-on-ones/past-conversations-routes.ts'
import { oneOnOneRoutes } from './one-on-ones/routes.ts'
import { feedbackRoutes } from './feedback/routes.ts'
import { bot } from './bot/plugin.ts'
import { guideRoutes } from './guide/routes.ts'
import { pairRoutes } from './pair/routes.ts'
import { conversationRoutes } from './conversation-api/routes.ts'
import { topicRoutes } from './conversation-api/topic-routes.ts'
import { pairPageRoutes } from './pair-page/routes.ts'
import { planningRoutes } from './planning/routes.ts'
import { refuseDeparted } from './person/departed-gate.ts'
import { personRoutes } from './person/routes.ts'
import { auth } from './plugins/auth.ts'
import { context, type Ports } from './plugins/context.ts'
import { connectionBounds, cutAfter } from './plugins/connection-bounds.ts'
import { gracefulShutdown } from './plugins/graceful-shutdown.ts'
import { compileSchemas } from './http/compile-schemas.ts'
import { errorForLog } from './http/error-for-log.ts'
import { health } from './plugins/health.ts'
import { preparationRoutes } from './preparation/routes.ts'
import { privateNoteRoutes } from './private-note/routes.ts'
import { jsonBody } from './plugins/json-body.ts'
import { problems, unroutable } from './plugins/problems.ts'
import { requestLimits, strangerLimits } from './plugins/request-limits.ts'
import { seen } from './plugins/seen.ts'
import { web } from './plugins/web.ts'
import { proposingRoutes } from './question/proposing-routes.ts'
import { questionRoutes } from './question/routes.ts'
import { publicationRoutes } from './publication/routes.ts'
import { reminders } from './reminder/plugin.ts'
import { reviewRoutes } from './review/routes.ts'
import { publicationWorker } from './publication/worker.ts'
import { scaleRoutes } from './scale/routes.ts'
import { live } from './realtime/live.ts'
import { openSecrets } from './secrets/open.ts'
import { firstSealing } from './secrets/first-sealing-worker.ts'
import { keyRotation } from './secrets/rotation-worker.ts'
import { secretsRoutes } from './secrets/routes.ts'
import { editingRoutes } from './template/editing-routes.ts'
import { templateRoutes } from './template/routes.ts'
import { settingsOfRequest } from './tenant-settings/switches-plugin.ts'
import { tenantSettingsRoutes } from './tenant-settings/routes.ts'

/** A person's panel asks some tens; a tenant's, a thousand panels that open as the hour strikes. */
const requestsPerMinute = { person: 300, tenant: 30_000 }

/** A plugin may make the indexes of several collections, each of which takes seconds on some engines; milliseconds. */
const pluginTimeout = 60_000

/** Longer than any head and body take, and longer than any answer keeps a connection still; milliseconds. */
const requestTimeout = 30_000
const connectionTimeout = 60_000

/** Documents whose content cannot be opened are named in the log once each, and no more than these. */
const mostTold = 1000

/** All routes of the API, each in its feature. */
const allRoutes = [
  personRoutes,
  pairRoutes,
  templateRoutes,
  editingRoutes,
  conversationRoutes,
  publicationRoutes,
  oneOnOneRoutes,
  pastConversationRoutes,
  pairPageRoutes,
  commitmentRoutes,
  progressRoutes,
  answerRoutes,
  myCommitmentsRoutes,
  preparationRoutes,
  topicRoutes,
  privateNoteRoutes,
  planningRoutes,
  questionRoutes,
  proposingRoutes,
  scaleRoutes,
  feedbackRoutes,
  guideRoutes,
  reviewRoutes,
  auditRoutes,
  tenantSettingsRoutes,
  secretsRoutes,
  myDataRoutes,
]

/** Fastify would look for a plugin's name among all modules that are loaded, and twice for each. */
const named = (routes: FastifyPluginAsync) => fp(routes, { name: routes.name, encapsulate: true })

/**
 * Groei's server, not yet listening. Plumbing first, then the features; everything that it opened it closes.
 * @throws DatabaseOpenError, before anything is written; MasterKeyMissing
 */
export async function buildApp(
  config: Config,
  ports: Ports,
  openWith: (config: Config['database']) => Promise<Database> = openDatabase,
  migrations = allMigrations,
): Promise<FastifyInstance> {
  // Before the database: it tells of its commands where somebody listens.
  const telemetry =
    config.telemetry && (await import('./telemetry/start.ts')).startTelemetry(config.telemetry)
  const database = await openWith(config.database)
  const me = { id: ports.newId(), known: newestOf(migrations) }
  const schemas = await openSchema(database, me, ports.clock.now).catch(async (error: unknown) => {
    await database.close()
    throw error
  })
  const { sealWith, stored, ...opened } = await openCollections(database, migrations)
  const secrets = await openSecrets(config, opened.collections, ports.clock.now)
  const { vault, sealing } = secrets
  const unreadable = new Set<string>()
  const app = Fastify<never, never, never, FastifyBaseLogger>({
    logger: {
      level: config.logLevel,
      serializers: {
        err: (error) => ({ ...errorForLog(error), message: '' }),
        req: ({ method }) => ({ method }),
      },
    },
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: sizeLimits.body,
    pluginTimeout,
    // A body that never ends would hold a connection for ever, and so would one on which nothing comes.
    requestTimeout,
    connectionTimeout,
    // Elsewhere an Upgrade header means nothing: such a request is one like any other, in the log too.
    http: {
      ...cutAfter(requestTimeout),
      shouldUpgradeCallback: ({ url = '' }) => url.split('?', 1)[0] === livePath,
    },
    genReqId: ports.newId,
    frameworkErrors: unroutable,
    ...(config.trustedProxies ? { trustProxy: config.trustedProxies } : {}),
    // Wrong input is refused, not bent into shape or silently stripped.
    ajv: { customOptions: { coerceTypes: false, removeAdditional: false, useDefaults: false } },
    schemaController: { compilersFactory: compileSchemas },
  }) as unknown as FastifyInstance
  app.addHook('onClose', () => database.close())
  const places = await sealWith(sealing, (collection, id) => {
    if (unreadable.has(id) || unreadable.size > mostTold) return
    unreadable.add(id)
    app.log.error({ collection, id }, 'content unreadable')
  })
  await telemetry?.register(app)
  for (const advice of adviceOn(config)) app.log.warn(advice)
  app.addHook('onResponse', async (request, reply) => {
    // The route's pattern and not its URL: no log line holds what a person asked for.
    const { url } = request.routeOptions
    request.log.info({
      method: request.method,
      route: url,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
      ...request.refusal,
    })
  })

  await app.register(connectionBounds)
  await app.register(gracefulShutdown)
  await app.register(context, { settings: config, database, ...opened, ports, sealing })
  await app.register(audit)
  await app.register(strangerLimits)
  await app.register(problems)
  await app.register(jsonBody)
  await app.register(web)
  await app.register(health)
  await app.register(seen)
  await app.register(warnOfUnlisted)
  await app.register(migrating, { schemas, migrations, stored })
  await app.register(keyRotation, { ...secrets, places: places.anew })
  await app.register(firstSealing, places)
  await app.register(backlogWatch)
  await app.register(async (api) => {
    await api.register(swagger, { openapi: { openapi: '3.1.0', info: { title: 'Groei', version: '1' } } })
    await api.register(auth, { vault })
    await api.register(requestLimits, requestsPerMinute)
    await api.register(settingsOfRequest)
    await api.register(refuseDeparted)
    await api.register(gates)
    await api.register(live)
    await api.register(publicationWorker)
    await api.register(calendarSync)
    await api.register(reminders)
    await api.register(bot)
    for (const routes of allRoutes) await api.register(named(routes))
    await api.register(deletionWorker)
    api.get(
      '/api/openapi.json',
      { schema: { hide: true }, config: { public: true, rateLimit: { max: 60 } } },
      async () => api.swagger(),
    )
  })
  return app
}
