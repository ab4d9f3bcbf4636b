import { getNestedToken, type EntraError, type Person } from './api.ts'

/** The wire form of nested app authentication, as MSAL speaks it (msal-browser, `naa/BridgeRequestEnvelope`). */
type Request = {
  messageType: string
  method: string
  requestId: string
  tokenParams?: { clientId: string; scope: string; claims?: string }
}
export type Signer = {
  tenantId: string
  person: Person
  /** Asks at the prompt; false when the person closes it. */
  ask: (what: string) => Promise<boolean>
}

const account = ({ person, tenantId }: Signer) => ({
  environment: location.host,
  homeAccountId: `${person.oid}.${tenantId}`,
  localAccountId: person.oid,
  tenantId,
  username: person.upn,
  name: person.name,
})

/** Entra's refusals as a broker passes them on: some can be solved at a prompt, some by nobody here. */
const bridgeError = ({ error, error_description, error_codes }: EntraError) => ({
  status: error === 'interaction_required' ? 'USER_INTERACTION_REQUIRED' : 'PERSISTENT_ERROR',
  code: String(error_codes[0]),
  description: error_description,
})

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
    const { homeAccountId, environment, tenantId } = account(signer)
    const initContext = { sdkName: 'sandbox', sdkVersion: '1.0.0', capabilities: { queryAccount: false } }
    const accountContext = { homeAccountId, environment, tenantId }
    return reply({ success: true, initContext: { ...initContext, accountContext } })
  }
  const prompt = method === 'GetTokenPopup'
  if (!tokenParams || (!prompt && method !== 'GetToken')) return refuse('PERSISTENT_ERROR')
  const { clientId, scope, claims } = tokenParams
  if (prompt && !(await signer.ask(wantsProof(claims) ? 'proof' : scope))) return refuse('USER_CANCEL')
  const user = signer.person.upn
  const answer = await getNestedToken({ user, clientId, scope, origin: location.origin, prompt }).catch(
    () => null,
  )
  if (!answer) return refuse('TRANSIENT_ERROR')
  if ('error' in answer) return reply({ success: false, error: bridgeError(answer) })
  return reply({ success: true, token: { ...answer, properties: null }, account: account(signer) })
}
