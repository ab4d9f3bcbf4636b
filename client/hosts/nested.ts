import {
  AuthError,
  createNestablePublicClientApplication,
  InteractionRequiredAuthError,
  type AccountInfo,
  type AuthenticationResult,
  type IPublicClientApplication,
} from '@azure/msal-browser'
import { hasBridge } from './bridge.ts'
import { SignInFailed, type SignIn, type Wanted } from './host.ts'
import { isNamed, isSame, type Mailbox } from './mailbox.ts'
import { readSettings } from './settings.ts'
import { signInFailed } from './sign-in-failure.ts'
import { keepToken } from './token.ts'

/** A host that says it signs pages in may never answer one; milliseconds. */
const patience = 15_000

/** @throws SignInFailed when nothing comes of it in time */
function inTime<T>(coming: Promise<T>): Promise<T> {
  const timeout = new Promise<never>((_resolve, reject) =>
    setTimeout(() => reject(new SignInFailed('no-bridge')), patience),
  )
  return Promise.race([coming, timeout])
}

/** @throws SignInFailed where there is no bridge: MSAL's own client would ask with a redirect URI that we do not have */
async function connect(): Promise<IPublicClientApplication> {
  if (!hasBridge()) throw new SignInFailed('no-bridge')
  const { clientId, authority } = readSettings()
  const cache = { cacheLocation: 'memoryStorage' } as const
  return inTime(createNestablePublicClientApplication({ auth: { clientId, authority }, cache }))
}

function failureOf(error: unknown): SignInFailed {
  if (error instanceof SignInFailed) return error
  if (error instanceof AuthError) return signInFailed(error.errorCode, error.errorMessage)
  return signInFailed('', error instanceof Error ? error.message : String(error))
}

/**
 * Nested app authentication: the host signs the person in for us, over its bridge. Test that the host has one
 * before calling this (docs/platform-facts.md, Sign-in). Tokens stay in memory.
 * @param mailbox the one that is open, whose account the host may not be the one that signs in
 */
export function nestedSignIn(mailbox: Mailbox | null): SignIn {
  const { scope, graphScopes } = readSettings()
  let client: Promise<IPublicClientApplication> | null = null
  /** The account that is asked for; null: whichever the host gives. */
  let chosen: AccountInfo | null = null
  let last: AuthenticationResult | null = null
  /** The account by which the host knows the mailbox, where another one signed in. */
  let own: AccountInfo | null = null
  let isAsked = false

  const connected = () => (client ??= connect())
  const isOther = () => mailbox !== null && last !== null && !isNamed(last, mailbox.address)

  async function silent(account: AccountInfo | null, fresh: boolean): Promise<AuthenticationResult> {
    const bridged = await connected()
    // MSAL's cache gives a token of the host's first account, whichever is asked for.
    const of = account ? { account, forceRefresh: true } : { forceRefresh: fresh }
    return inTime(bridged.acquireTokenSilent({ scopes: [scope], ...of }))
  }
  /** The account of the mailbox, where that is surely not the one that signed in. */
  async function ownAccount({ account }: AuthenticationResult): Promise<AccountInfo | null> {
    if (!mailbox) return null
    const known = await inTime(mailbox.account()).catch(() => null)
    return known && !isSame(known, account) ? known : null
  }
  async function ask(fresh: boolean): Promise<string> {
    last = await silent(chosen, fresh)
    own = isOther() ? await ownAccount(last) : null
    if (own && mailbox && !chosen && isNamed({ account: own, idTokenClaims: {} }, mailbox.address)) {
      last = await silent(own, true).catch(() => {
        throw new SignInFailed('other-account')
      })
      chosen = own
    }
    return last.accessToken
  }

  const getToken = keepToken((fresh) =>
    ask(fresh).catch((error: unknown) => {
      const failure =
        // Whether the person may consent, or an admin has to, only the prompt tells.
        error instanceof InteractionRequiredAuthError
          ? new SignInFailed('signed-out', error.errorCode)
          : failureOf(error)
      // Another try begins anew: the bridge may be there by then.
      if (failure.reason === 'no-bridge') client = null
      throw failure
    }),
  )
  return {
    getToken,
    otherAccount: () =>
      mailbox && last && isOther()
        ? { mailbox: mailbox.address, signedIn: last.account.username, isDoubtful: own !== null && !isAsked }
        : null,
    async prompt({ consent, claims }: Wanted) {
      try {
        // Our client and our API are one registration: consent to Graph given here counts for the server too.
        const scopes = consent && !claims ? graphScopes : [scope]
        const hint =
          mailbox && isOther() ? { loginHint: own?.loginHint ?? own?.username ?? mailbox.address } : {}
        const account = (isOther() ? own : null) ?? chosen
        const bridged = await connected()
        const { account: given } = await bridged.acquireTokenPopup({
          scopes,
          ...hint,
          ...(account ? { account } : {}),
          ...(claims ? { claims } : {}),
        })
        if (isOther()) {
          chosen = given
          isAsked = true
        }
        await getToken({ fresh: true })
      } catch (error) {
        throw failureOf(error)
      }
    },
  }
}
