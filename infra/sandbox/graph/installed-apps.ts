import type { FastifyInstance } from 'fastify'
import { install } from '../bot/install.ts'
import type { toBot } from '../bot/to-bot.ts'
import { chatOf } from '../bot/chat.ts'
import { registrationsOf } from '../directory/registrations.ts'
import { checkAppToken } from './check-app-token.ts'
import { badRequest, GraphRefusal } from './refusal.ts'
import type { Graph } from './service.ts'

type ForUser = { Params: { id: string }; Body: { 'teamsApp@odata.bind'?: string } | null }

const mayInstall = 'TeamsAppInstallation.ReadWriteSelfForUser.All'

/** Installing the app that asks, and no other, for a person of the tenant. */
export function installedApps(
  app: FastifyInstance,
  { store, base, issuers }: Graph,
  send: ReturnType<typeof toBot>,
): void {
  app.post<ForUser>('/users/:id/teamwork/installedApps', async (request, reply) => {
    const tenantId = await checkAppToken(store, issuers(), request.headers.authorization, mayInstall)
    const person = store.state.people.find(
      (one) => one.oid === request.params.id && one.tenantId === tenantId,
    )
    if (!person) throw new GraphRefusal(404, 'NotFound', 'The user was not found.')
    const wanted = request.body?.['teamsApp@odata.bind'] ?? ''
    if (!wanted.startsWith(`${base()}/appCatalogs/teamsApps/`))
      throw badRequest('BadRequest', "Invalid bind property name 'teamsApp' in request.")
    // One catalogue with one app in it: the sandbox does not look whose id the manifest names.
    if (!registrationsOf(store).catalog.some(({ id }) => wanted.endsWith(`/${id}`)))
      throw new GraphRefusal(403, 'Forbidden', 'The app may install itself only.')
    if (chatOf(store, person).installed)
      throw new GraphRefusal(409, 'Conflict', 'App was found, and already installed in this scope.')
    await install(store, send, person, true, !store.oddities.has('installs-untold'))
    return reply.code(201).send()
  })
}
