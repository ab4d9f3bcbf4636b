import type { FastifyRequest } from 'fastify'
import type { Replicated } from '../directory/objects.ts'
import type { AdminRole, Person } from '../model.ts'
import { GraphRefusal } from './refusal.ts'
import type { Graph } from './service.ts'

export const denied = () =>
  new GraphRefusal(403, 'Authorization_RequestDenied', 'Insufficient privileges to complete the operation.')
export const notFound = (id: string) =>
  new GraphRefusal(
    404,
    'Request_ResourceNotFound',
    `Resource '${id}' does not exist or one of its queried reference-property objects are not present.`,
  )
export const badDirectoryRequest = (message: string) => new GraphRefusal(400, 'Request_BadRequest', message)

/** The roles that may register and change applications where people may not; each may what the sandbox asks of it. */
export const registering: AdminRole[] = ['Global Administrator', 'Cloud Application Administrator']

/**
 * The person who asks the directory.
 * @param roles the person needs one of these; none: everybody may
 * @throws GraphRefusal 401 for a bad token; 403 without a scope or a role
 */
export async function enterDirectory(
  graph: Graph,
  request: FastifyRequest,
  scopes: string[],
  roles?: AdminRole[],
): Promise<Person> {
  const person = await graph.enter(request, scopes).catch((error: unknown) => {
    throw error instanceof GraphRefusal && error.status === 403 ? denied() : error
  })
  if (roles && !roles.some((role) => person.adminRoles?.includes(role))) throw denied()
  return person
}

/**
 * The object, when the replica that is asked knows it: of a new one the first few do not.
 * @throws GraphRefusal 404
 */
export function replicated<T extends Replicated>(found: T | undefined, id: string): T {
  if (!found) throw notFound(id)
  if (found.unseen > 0) {
    found.unseen -= 1
    throw notFound(id)
  }
  return found
}

/** An object that was made just now. */
export const justMade: Replicated = { unseen: 2 }
