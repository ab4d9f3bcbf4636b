import type { FastifyInstance } from 'fastify'
import type { toBot } from '../bot/to-bot.ts'
import type { Store } from '../store.ts'
import { appCatalog } from './app-catalog.ts'
import { applications } from './applications.ts'
import { calendarView } from './calendar-view.ts'
import { subscriptions } from './subscriptions.ts'
import { chats } from './chats.ts'
import { events } from './events.ts'
import { installedApps } from './installed-apps.ts'
import { me } from './me.ts'
import { credentials } from './credentials.ts'
import { delta } from './delta.ts'
import { organization } from './organization.ts'
import { schedule } from './schedule.ts'
import { servicePrincipals } from './service-principals.ts'
import { graphService } from './service.ts'
import { uniqueNames } from './unique-names.ts'

/** Graph v1.0, as far as Groei uses it. */
export function graphRoutes(
  app: FastifyInstance,
  store: Store,
  base: () => string,
  issuers: () => string,
  send: ReturnType<typeof toBot>,
): void {
  const graph = graphService(app, store, base, issuers)
  me(app, graph)
  calendarView(app, graph)
  delta(app, graph)
  events(app, graph)
  subscriptions(app, graph)
  chats(app, graph)
  installedApps(app, graph, send)
  schedule(app, graph)
  organization(app, graph)
  applications(app, graph)
  credentials(app, graph)
  servicePrincipals(app, graph)
  uniqueNames(app, graph)
  appCatalog(app, graph)
}
