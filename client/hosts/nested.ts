import { AuthError, createNestablePublicClientApplication } from '@azure/msal-browser'
import { SignInFailed, type SignIn, type Wanted } from './host.ts'
import { readSettings } from './settings.ts'
import { keepToken } from './token.ts'

/** MSAL's codes for a prompt that the person closed. */
const closed = new Set(['user_cancelled', 'user_canceled', 'access_denied'])

/**
 * Nested app authentication: the host signs the person in for us, over its bridge. Test that the host has one
 * before calling this (docs/platform-facts.md, Sign-in). Tokens stay in memory.
 */
export async function nestedSignIn(): Promise<SignIn> {
  const { clientId, authority, scope, graphScopes } = readSettings()
  const client = await createNestablePublicClientApplication({
    auth: { clientId, authority },
    cache: { cacheLocation: 'memoryStorage' },
  })
  const getToken = keepToken(
    async (fresh) => (await client.acquireTokenSilent({ scopes: [scope], forceRefresh: fresh })).accessToken,
  )
  return {
    getToken,
    async prompt({ consent, claims }: Wanted) {
      try {
        // Our client and our API are one registration: consent to Graph given here counts for the server too.
        const scopes = consent && !claims ? graphScopes : [scope]
        await client.acquireTokenPopup({ scopes, ...(claims ? { claims } : {}) })
        await getToken({ fresh: true })
      } catch (error) {
        const code = error instanceof AuthError ? error.errorCode : ''
        throw new SignInFailed(closed.has(code) ? 'declined' : 'blocked')
      }
    },
  }
}
