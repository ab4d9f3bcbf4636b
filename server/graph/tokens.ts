import { delegatedPermissions, optionalPermissions } from '../contract/registration.ts'
import { personId, type PersonKey } from '../contract/person-key.ts'
import { ConfidentialClientApplication, type ICachePlugin } from '@azure/msal-node'
import type { Config } from '../config.ts'
import type { Authority } from './authority.ts'
import { clientOptions } from './client-options.ts'
import { graphFailure, GraphFailure } from './failure.ts'

const ofGraph = (scope: string) => `https://graph.microsoft.com/${scope}`
export const graphScopes = delegatedPermissions.map(ofGraph)
export const mailboxScopes = optionalPermissions.map(ofGraph)

/** People whose clients are kept in memory; who comes after that costs a token request more. */
const clientLimit = 2000

/** Where a person's token cache lives between requests; sealed by whoever gives it. */
export type TokenVault = {
  load(person: PersonKey): Promise<string | null>
  /** @returns false when nothing of this person is kept: they left */
  save(person: PersonKey, cache: string): Promise<boolean>
  /** As `save`, but only over what is there: without the person at hand nothing of them begins. */
  renew(person: PersonKey, cache: string): Promise<boolean>
  forget(person: PersonKey): Promise<void>
}

/** Gives an access token for Graph; `fresh` after Graph refused the one before. */
export type TokenSource = (options: { fresh: boolean }) => Promise<string>

/**
 * Tokens on behalf of people. A request brings the person's own token (`present`); a worker has only what an
 * earlier request left in the vault (`absent`).
 */
export function graphTokens(
  app: Config['app'],
  authorityOf: (tenantId: string) => Promise<Authority>,
  vault: TokenVault,
) {
  /** Clients of people who are here, so that one token of theirs serves all requests until it expires. */
  const here = new Map<string, ConfidentialClientApplication>()
  const drop = (person: string) => void here.delete(person)
  async function clientOf(person: PersonKey): Promise<ConfidentialClientApplication> {
    const key = personId(person)
    const client = here.get(key) ?? (await makeClient(person, writeOnly(vault)))
    here.delete(key)
    here.set(key, client)
    for (const oldest of here.keys()) if (here.size > clientLimit) here.delete(oldest)
    return client
  }

  async function makeClient(person: PersonKey, vault: TokenVault): Promise<ConfidentialClientApplication> {
    const options = clientOptions(app, await authorityOf(person.tenantId), person.tenantId)
    return new ConfidentialClientApplication({
      ...options,
      cache: { cachePlugin: vaultPlugin(vault, person, () => drop(personId(person))) },
    })
  }

  return {
    present: (person: PersonKey, assertion: string, scopes = graphScopes): TokenSource =>
      source(async (fresh) => {
        const client = await clientOf(person)
        const asked = { oboAssertion: assertion, scopes, skipCache: fresh }
        const result = await client.acquireTokenOnBehalfOf(asked)
        if (!result) throw new GraphFailure('unavailable', 'no-token')
        return result.accessToken
      }),

    /** Nothing of a person is left, neither here nor in the vault. */
    async forget(person: PersonKey): Promise<void> {
      drop(personId(person))
      await vault.forget(person)
    },

    /** Another server forgot them. @param person `tenantId.oid` */
    drop,

    /** A worker comes for one piece of work, for which one token is enough. */
    absent: (person: PersonKey): TokenSource =>
      keeping(async (fresh) => {
        if (!app.tenantIds.includes(person.tenantId))
          throw new GraphFailure('interaction-required', 'tenant-not-listed')
        const client = await makeClient(person, readOnce(withoutThem(vault)))
        const account = await client.getTokenCache().getAccountByLocalId(person.oid)
        if (!account) throw new GraphFailure('interaction-required', 'no-account')
        const asked = { account, scopes: graphScopes, forceRefresh: fresh }
        return (await client.acquireTokenSilent(asked)).accessToken
      }),
  }
}

/** Gives the same token again until a fresh one is asked for. */
function keeping(ask: (fresh: boolean) => Promise<string>): TokenSource {
  let kept: Promise<string> | undefined
  return source((fresh) => {
    if (fresh || !kept) {
      kept = ask(fresh)
      kept.catch(() => (kept = undefined))
    }
    return kept
  })
}

/** The library reads the cache for each of its steps. */
function readOnce(vault: TokenVault): TokenVault {
  let read: Promise<string | null> | undefined
  return { ...vault, load: (person) => (read ??= vault.load(person)) }
}

/** @throws GraphFailure, from what it gives */
const source =
  (ask: (fresh: boolean) => Promise<string>): TokenSource =>
  ({ fresh }) =>
    ask(fresh).catch((error: unknown) => {
      throw graphFailure(error)
    })

/** Somebody who is here brings a token: reading what was left for the worker would be a query for nothing. */
const writeOnly = (vault: TokenVault): TokenVault => ({ ...vault, load: async () => null })

/** A worker that was at it while somebody was forgotten must not bring their tokens back. */
const withoutThem = (vault: TokenVault): TokenVault => ({ ...vault, save: vault.renew })

const vaultPlugin = (vault: TokenVault, person: PersonKey, onLeft: () => void): ICachePlugin => ({
  async beforeCacheAccess(context) {
    const cache = await vault.load(person)
    if (cache) context.tokenCache.deserialize(cache)
  },
  async afterCacheAccess(context) {
    if (context.cacheHasChanged && !(await vault.save(person, context.tokenCache.serialize()))) onLeft()
  },
})
