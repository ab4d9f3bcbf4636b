import type { FastifyInstance } from 'fastify'
import type { PersonKey } from '../contract/person-key.ts'
import { graphApplicationScope } from '../graph/application.ts'
import { segment } from '../graph/segment.ts'
import type { PersonDocument } from '../person/collection.ts'
import { graphCalls, type GraphCall } from '../signals/channels.ts'

const day = 24 * 60 * 60 * 1000

/** Is it time to (again) offer the bot to somebody who does not have it? Once a day at most. */
export const shouldOffer = (person: PersonDocument, now: Date): boolean =>
  person.chatState === 'absent' &&
  (person.offeredAt === null || now.getTime() - person.offeredAt.getTime() > day)

/**
 * Installs Groei for a person, so that the bot may speak with them: `TeamsAppInstallation.ReadWriteSelfForUser.All`,
 * for this very app and no other. Where the permission is missing the person adds Groei themselves.
 * @returns Graph's status; 201 made it, 409 says that it was there
 */
export async function offerBot(
  { settings, applicationToken }: FastifyInstance,
  teamsAppId: string,
  person: PersonKey,
): Promise<number> {
  const { graph } = settings.cloud
  const began = performance.now()
  const response = await fetch(`${graph}/users/${segment(person.oid)}/teamwork/installedApps`, {
    method: 'POST',
    signal: AbortSignal.timeout(10_000),
    headers: {
      authorization: `Bearer ${await applicationToken(graphApplicationScope, person.tenantId)}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({ 'teamsApp@odata.bind': `${graph}/appCatalogs/teamsApps/${teamsAppId}` }),
  })
  await response.body?.cancel()
  graphCalls.publish({
    operation: 'POST users/{id}/teamwork/installedApps',
    status: response.status,
    ms: performance.now() - began,
  } satisfies GraphCall)
  return response.status
}
