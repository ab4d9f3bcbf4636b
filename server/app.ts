import swagger from '@fastify/swagger'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import Fastify, { LogController, type FastifyBaseLogger, type FastifyInstance } from 'fastify'
import { calendarSync } from './calendar-sync/worker.ts'
import { progressRoutes } from './commitment/progress-routes.ts'
import { commitmentRoutes } from './commitment/routes.ts'
import type { Config } from './config.ts'
import type { Database } from './database/collection.ts'
import { openDatabase } from './database/open.ts'
import { myDataRoutes } from './my-data/routes.ts'
import { trailRoutes } from './my-data/trail-routes.ts'
import { deletionWorker } from './my-data/worker.ts'
import { pastTalkRoutes } from './one-on-ones/past-talks-routes.ts'
import { oneOnOneRoutes } from './one-on-ones/routes.ts'
import { balanceRoutes } from './balance/routes.ts'
import { bot } from './bot/plugin.ts'
import { guideRoutes } from './guide/routes.ts'
import { pairRoutes } from './pair/routes.ts'
import { panelRoutes } from './panel/routes.ts'
import { planningRoutes } from './planning/routes.ts'
import { personRoutes } from './person/routes.ts'
import { auth } from './plugins/auth.ts'
import { context, type Surroundings } from './plugins/context.ts'
import { ending } from './plugins/ending.ts'
import { errorForLog } from './plugins/error-for-log.ts'
import { health } from './plugins/health.ts'
import { preparationRoutes } from './preparation/routes.ts'
import { privateNoteRoutes } from './private-note/routes.ts'
import { problems, unroutable } from './plugins/problems.ts'
import { requestLimits, strangerLimits } from './plugins/request-limits.ts'
import { web } from './plugins/web.ts'
import { proposingRoutes } from './question/proposing-routes.ts'
import { questionRoutes } from './question/routes.ts'
import { publicationRoutes } from './publication/routes.ts'
import { reviewRoutes } from './review/routes.ts'
import { publicationWorker } from './publication/worker.ts'
import { scaleRoutes } from './scale/routes.ts'
import { live } from './realtime/live.ts'
import { openSecrets } from './secrets/open.ts'
import { keyRotation } from './secrets/rotation.ts'
import { secretsRoutes } from './secrets/routes.ts'
import { templateRoutes } from './template/routes.ts'
import { settingsOfRequest } from './tenant-settings/of-request.ts'
import { tenantSettingsRoutes } from './tenant-settings/routes.ts'

/**
 * A person's panel asks some tens; a tenant's, a thousand panels that open as the hour strikes, of which one or another
 * brings a token that has just ended.
 */
const requestsPerMinute = { inVain: 600, person: 300, tenant: 30_000 }

/** A plugin may make the indexes of several collections, each of which takes seconds on some engines; milliseconds. */
const pluginTimeout = 60_000

/** The largest body that any route takes, in bytes. */
const bodyLimit = 64 * 1024

/**
 * Groei's server, not yet listening. Plumbing first, then the features; everything that it opened it closes.
 * @throws DatabaseOpenError, before anything is written
 */
export async function buildApp(
  config: Config,
  surroundings: Surroundings,
  openWith: (config: Config['database']) => Promise<Database> = openDatabase,
): Promise<FastifyInstance> {
  const database = await openWith(config.database)
  const { vault, keys, hasEarlier, ...sealed } = await openSecrets(config, database, surroundings.clock.now)
  const app = Fastify<never, never, never, FastifyBaseLogger>({
    logger: {
      level: config.logLevel,
      serializers: {
        err: (error) => ({ ...errorForLog(error), message: '' }),
        req: ({ method }) => ({ method }),
      },
    },
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit,
    pluginTimeout,
    genReqId: surroundings.newId,
    frameworkErrors: unroutable,
    ...(config.trustedProxies ? { trustProxy: config.trustedProxies } : {}),
    // Wrong input is refused, not bent into shape or silently stripped.
    ajv: { customOptions: { coerceTypes: false, removeAdditional: false, useDefaults: false } },
  }).withTypeProvider<TypeBoxTypeProvider>() as unknown as FastifyInstance
  app.addHook('onClose', () => database.close())
  app.addHook('onResponse', async (request, reply) => {
    // The route's pattern and not its URL: no log line holds what a person asked for.
    const { url } = request.routeOptions
    request.log.info({
      method: request.method,
      route: url,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    })
  })

  await app.register(ending)
  await app.register(context, { settings: config, database, surroundings, ...sealed })
  await app.register(problems)
  await app.register(web)
  await app.register(health)
  await app.register(keyRotation, { keys, hasEarlier })
  await app.register(async (api) => {
    await api.register(swagger, { openapi: { openapi: '3.1.0', info: { title: 'Groei', version: '1' } } })
    await api.register(strangerLimits, requestsPerMinute)
    await api.register(auth, { vault })
    await api.register(requestLimits, requestsPerMinute)
    await api.register(settingsOfRequest)
    await api.register(live)
    await api.register(publicationWorker)
    await api.register(calendarSync)
    await api.register(bot)
    await api.register(personRoutes)
    await api.register(pairRoutes)
    await api.register(templateRoutes)
    await api.register(panelRoutes)
    await api.register(publicationRoutes)
    await api.register(oneOnOneRoutes)
    await api.register(pastTalkRoutes)
    await api.register(commitmentRoutes)
    await api.register(progressRoutes)
    await api.register(preparationRoutes)
    await api.register(privateNoteRoutes)
    await api.register(planningRoutes)
    await api.register(questionRoutes)
    await api.register(proposingRoutes)
    await api.register(scaleRoutes)
    await api.register(balanceRoutes)
    await api.register(guideRoutes)
    await api.register(reviewRoutes)
    await api.register(trailRoutes)
    await api.register(tenantSettingsRoutes)
    await api.register(secretsRoutes)
    await api.register(myDataRoutes)
    await api.register(deletionWorker)
    api.get('/api/openapi.json', { schema: { hide: true }, config: { public: true } }, async () =>
      api.swagger(),
    )
  })
  return app
}
