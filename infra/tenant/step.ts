import type { Files, Journal } from './files.ts'
import type { Found } from './found.ts'
import type { Graph } from './graph.ts'

/** The wishes of the installation, from its files and the command line. */
export type Wanted = {
  hostname: string
  /** The application's alternate key in Entra, which nobody can give by hand: what has it was made here. */
  uniqueName: string
  /** The id in the manifest. */
  externalId: string
  /** The version of the package. */
  version: string
  /** The package's bytes, for a registration with this client id. */
  packageOf(clientId: string): Uint8Array
  /** A managed identity that Entra takes in place of a secret: its object id, and who vouches for it. */
  identity: { subject: string; issuer: string } | null
}

export type Context = {
  graph: Graph
  /** Kept up to date by the steps. */
  found: Found
  wanted: Wanted
  files: Files
  now: () => Date
  newId: () => string
}

/** One thing that the tenant or a file has to have. */
export type Step = {
  title: string
  /** The role in Entra with which it can be done. */
  role: string
  /** The changes, a line each: `+` added, `~` changed. None: it is in order. */
  changes(context: Context): string[]
  /** @throws GraphRefused when Graph refuses; the next run goes on from there */
  apply(context: Context): Promise<void>
}

export const journalOf = ({ files, found }: Context): Journal =>
  files.journal() ?? { tenantId: found.tenant.id }

/** For steps that follow the making of the registration. */
export function made({ found }: Context) {
  const { application, principal } = found
  if (!application || !principal) throw new Error('The registration is made first.')
  return { application, principal }
}
