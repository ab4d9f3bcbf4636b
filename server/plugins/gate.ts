import type { Person } from '../http/access-token.ts'
import { personOf } from './auth.ts'
import { Refused } from './problems.ts'

/** A gate: lets in admins of the organisation. It opens nobody's conversations. */
export const asAdmin = () => ({
  preHandler: async (request: { signedIn: Person | null }): Promise<void> => {
    if (!personOf(request).isAdmin) throw new Refused('forbidden')
  },
})

/**
 * A gate: lets in everybody who is signed in, for what is their own or of their whole organisation.
 * @param config `alsoDeparted`: people who deleted all of theirs may write here too; `asksDeparted`: the route refuses them
 */
export const asPerson = (config: { alsoDeparted?: true; asksDeparted?: true } = {}) => ({
  config,
  preHandler: async (request: { signedIn: Person | null }): Promise<void> => void personOf(request),
})
