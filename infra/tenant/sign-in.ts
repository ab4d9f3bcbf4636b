import { TenantError } from './failure.ts'

/**
 * Microsoft Graph Command Line Tools, Microsoft's own public client for admins, so that nobody has to register an
 * application in order to register one.
 */
const client = '14d82eec-204b-4c2f-b7e8-296a70dab67e'

/** To look, no more. */
export const reading = ['User.Read', 'Directory.Read.All', 'AppCatalog.Read.All']
export const writing = [
  'User.Read',
  'Application.ReadWrite.All',
  'AppRoleAssignment.ReadWrite.All',
  'DelegatedPermissionGrant.ReadWrite.All',
  'AppCatalog.ReadWrite.All',
]

type Begun = { device_code: string; interval?: number; message: string }
type Failed = { error?: string; error_description?: string; error_codes?: number[] }

/**
 * Signs an admin in with a device code (RFC 8628). Not by MSAL Node, which gives up when Entra asks it to slow down.
 * @param show gets the words that say where the admin goes, and with which code
 * @returns an access token for Graph, of about an hour
 * @throws TenantError when the admin declines, does not come, or is refused
 */
export async function signIn(options: {
  login: string
  tenantId: string
  scopes: string[]
  show: (message: string) => void
  fetch: typeof globalThis.fetch
  wait: (milliseconds: number) => Promise<void>
}): Promise<string> {
  const { login, tenantId, scopes, show, wait } = options
  const post = async <T>(path: string, form: Record<string, string>): Promise<T & Failed> => {
    const response = await options.fetch(`${login}/${encodeURIComponent(tenantId)}/oauth2/v2.0/${path}`, {
      method: 'POST',
      body: new URLSearchParams({ client_id: client, ...form }),
    })
    return (await response.json()) as T & Failed
  }
  const scope = scopes.map((one) => `https://graph.microsoft.com/${one}`).join(' ')
  const begun = await post<Begun>('devicecode', { scope })
  if (begun.error) throw new TenantError(wordsOf(begun))
  show(begun.message)
  let interval = begun.interval ?? 5
  for (;;) {
    await wait(interval * 1000)
    const answer = await post<{ access_token: string }>('token', {
      grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
      device_code: begun.device_code,
    })
    if (answer.access_token) return answer.access_token
    if (answer.error === 'slow_down') interval += 5
    else if (answer.error !== 'authorization_pending') throw new TenantError(wordsOf(answer))
  }
}

function wordsOf({ error, error_description = '', error_codes: [code] = [] }: Failed): string {
  const theirs = error_description.replace(/ Trace ID[^]*/, '').split(/\r?\n/)[0] ?? ''
  switch (error) {
    case 'authorization_declined':
      return 'The sign-in was declined. Nothing was changed.'
    case 'expired_token':
      return 'Nobody signed in within the time that the code is valid. Run the command again.'
    default:
      return code !== undefined && [53003, 53000, 530036, 50097].includes(code)
        ? `Conditional Access refused the sign-in (${theirs}). Many organisations block sign-in with a code: exclude your account from that policy while you run this, and put it back.`
        : `Entra refused the sign-in: ${theirs || error || 'no reason given'}`
  }
}
