import { PUBLIC, withOverrides } from '@microsoft/teams.api'
import { App } from '@microsoft/teams.apps'
import type { FastifyInstance } from 'fastify'
import { fastifyAdapter } from './adapter.ts'
import { sdkLogger } from './sdk-logger.ts'

/** An answer of the service takes no longer; milliseconds. */
const patience = 15_000

/** Microsoft's Teams SDK, in our cloud and with our application's tokens. */
export function teamsApp(app: FastifyInstance): App {
  const { settings } = app
  const [tenantId = ''] = settings.app.tenantIds
  return new App({
    clientId: settings.app.clientId,
    // Named empty, or the SDK takes it from the environment and signs in by itself, past our cloud.
    clientSecret: '',
    tenantId,
    token: async (scope, tenant) =>
      app.applicationToken(Array.isArray(scope) ? scope.join(' ') : scope, homeOf(tenant, tenantId)),
    cloud: withOverrides(PUBLIC, {
      loginEndpoint: settings.cloud.login,
      loginTenant: tenantId,
      openIdMetadataUrl: settings.cloud.bot.metadata,
      tokenIssuer: settings.cloud.bot.issuer,
    }),
    client: { timeout: patience },
    logger: sdkLogger(app.log),
    httpServerAdapter: fastifyAdapter(app),
    dangerouslyAllowUnauthenticatedRequests: settings.dangerouslyAllowUnauthenticatedBotRequests,
  })
}

/** The bot is registered in one tenant; whatever general name the SDK gives, its token comes from there. */
const homeOf = (tenant: string | undefined, home: string) =>
  tenant && /^[0-9a-f-]{36}$/i.test(tenant) ? tenant : home
