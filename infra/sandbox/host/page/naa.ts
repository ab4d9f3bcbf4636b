import { getNestedToken, type EntraError, type Person } from './api.ts'

/** The wire form of nested app authentication, as MSAL speaks it (msal-browser, `naa/BridgeRequestEnvelope`). */
type Request = {
  messageType: string
  method: string
  requestId: string
  tokenParams?: { clientId: string; scope: string; claims?: string; platformBrokerId?: string }
}
export type Signer = {
  tenantId: string
  person: Person
  /** Asks at the prompt; false when the person closes it. */
  ask: (what: string) => Promise<boolean>
  /** Another account that this host has, and gives unless it is asked for the person's own (MSAL 7356). */
  account?: string | null
  /** The failure: `untrusted`, the bridge takes no page of this origin; a number, Entra refuses with that code. */
  refuses?: string | null
}

const homeOf = ({ person, tenantId }: Signer) => `${person.oid}.${tenantId}`

type Claims = { oid: string; tid: string; preferred_username: string; name: string }

/** The account that a token is of, as a broker describes it. */
function accountOf(idToken: string): object {
  const body = (idToken.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/')
  const bytes = Uint8Array.from(atob(body), (sign) => sign.charCodeAt(0))
  const { oid, tid, preferred_username, name } = JSON.parse(new TextDecoder().decode(bytes)) as Claims
  const of = {
    environment: location.host,
    homeAccountId: `${oid}.${tid}`,
    localAccountId: oid,
    tenantId: tid,
  }
  return { ...of, username: preferred_username, name }
}

/** Entra's refusals as a broker passes them on: some can be solved at a prompt, some by nobody here. */
const bridgeError = ({ error, error_description }: EntraError) => ({
  status: error === 'interaction_required' ? 'USER_INTERACTION_REQUIRED' : 'PERSISTENT_ERROR',
  code: error,
  description: error_description,
})

/** As Outlook for Windows says it (office-js 6610, 5113). */
const untrusted = {
  status: 'PERSISTENT_ERROR',
  code: 'untrusted_origin',
  description: 'The origin is not valid for Nested App Auth.',
}

/** MSAL always says what it can do (`xms_cc`); anything more is what Conditional Access asked for. */
function wantsProof(claims: string | undefined): boolean {
  const { access_token = {} } = JSON.parse(claims ?? '{}') as { access_token?: object }
  return Object.keys(access_token).some((name) => name !== 'xms_cc')
}

/** The host's side of the bridge: answers one request of a nested page, both as JSON text. */
export async function answerNested(text: string, signer: Signer): Promise<string> {
  const { messageType, method, requestId, tokenParams } = JSON.parse(text) as Request
  const reply = (fields: object) =>
    JSON.stringify({ messageType: 'NestedAppAuthResponse', requestId, ...fields })
  const refuse = (status: string) => reply({ success: false, error: { status } })
  if (messageType !== 'NestedAppAuthRequest') return refuse('PERSISTENT_ERROR')
  if (method === 'GetInitContext') {
    const initContext = { sdkName: 'sandbox', sdkVersion: '1.0.0', capabilities: { queryAccount: false } }
    const of = { homeAccountId: homeOf(signer), environment: location.host, tenantId: signer.tenantId }
    // Which of several accounts a host means is known once it gave a token of one.
    return reply({
      success: true,
      initContext: { ...initContext, ...(signer.account ? {} : { accountContext: of }) },
    })
  }
  const prompt = method === 'GetTokenPopup'
  if (!tokenParams || (!prompt && method !== 'GetToken')) return refuse('PERSISTENT_ERROR')
  const { clientId, scope, claims, platformBrokerId } = tokenParams
  if (signer.refuses === 'untrusted') return reply({ success: false, error: untrusted })
  if (prompt && !(await signer.ask(wantsProof(claims) ? 'proof' : scope))) return refuse('USER_CANCEL')
  const isOwn = !signer.account || platformBrokerId === homeOf(signer)
  const user = isOwn ? signer.person.upn : signer.account
  const number = Number(signer.refuses)
  const asked = {
    user,
    clientId,
    scope,
    origin: location.origin,
    prompt,
    ...(number ? { refuse: number } : {}),
  }
  const answer = await getNestedToken(asked).catch(() => null)
  if (!answer) return refuse('TRANSIENT_ERROR')
  if ('error' in answer) return reply({ success: false, error: bridgeError(answer) })
  return reply({ success: true, token: { ...answer, properties: null }, account: accountOf(answer.id_token) })
}
