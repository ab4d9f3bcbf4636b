/** Entra's error body. The numbers are AADSTS codes (learn.microsoft.com, "reference-error-codes"). */
export type EntraRefusal = {
  status: number
  error: string
  number: number
  text: string
  suberror?: string
  claims?: string
}

const refusal = (
  status: number,
  error: string,
  number: number,
  text: string,
  suberror?: string,
): EntraRefusal => ({
  status,
  error,
  number,
  text,
  ...(suberror ? { suberror } : {}),
})

export const refusals = {
  tenant: refusal(400, 'invalid_request', 90002, 'Tenant not found.'),
  client: refusal(400, 'unauthorized_client', 700016, 'Application was not found in the directory.'),
  secret: refusal(401, 'invalid_client', 7000215, 'Invalid client secret provided.'),
  grant: refusal(400, 'unsupported_grant_type', 70003, 'The app requested an unsupported grant type.'),
  audience: refusal(
    400,
    'invalid_grant',
    500131,
    'Assertion audience does not match the Client app presenting the assertion.',
  ),
  signature: refusal(400, 'invalid_grant', 50013, 'Assertion failed signature validation.'),
  expired: refusal(400, 'invalid_grant', 500133, 'Assertion is not within its valid time range.'),
  early: refusal(400, 'invalid_grant', 500133, 'Assertion is not within its valid time range.'),
  assertionScope: refusal(
    400,
    'invalid_grant',
    65001,
    'The assertion holds no delegated scope of the application.',
  ),
  consent: refusal(
    400,
    'interaction_required',
    65001,
    'The user or administrator has not consented to use the application.',
    'consent_required',
  ),
  scope: refusal(
    400,
    'invalid_scope',
    70011,
    'The provided value for the input parameter scope is not valid.',
  ),
  refresh: refusal(400, 'invalid_grant', 9002313, 'The refresh token is not valid.', 'bad_token'),
}

export const body = (one: EntraRefusal, at: Date) => ({
  error: one.error,
  error_description: `AADSTS${one.number}: ${one.text}`,
  error_codes: [one.number],
  timestamp: at.toISOString(),
  trace_id: crypto.randomUUID(),
  correlation_id: crypto.randomUUID(),
  ...(one.suberror ? { suberror: one.suberror } : {}),
  ...(one.claims ? { claims: one.claims } : {}),
})
