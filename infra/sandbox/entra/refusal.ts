/** Entra's refusals. The numbers are AADSTS codes (learn.microsoft.com, "reference-error-codes"). */
export type EntraRefusal = {
  status: number
  error: string
  number: number
  text: string
  suberror?: string
  claims?: string
}

export const isRefusal = (value: object): value is EntraRefusal => 'number' in value

const refusal = (
  status: number,
  error: string,
  number: number,
  text: string,
  suberror?: string,
): EntraRefusal => ({ status, error, number, text, ...(suberror ? { suberror } : {}) })

const invalidGrant = (number: number, text: string, suberror?: string) =>
  refusal(400, 'invalid_grant', number, text, suberror)

export const refusals = {
  parameter: (name: string) =>
    refusal(
      400,
      'invalid_request',
      900144,
      `The request body must contain the following parameter: '${name}'.`,
    ),
  tenant: (tenantId: string) =>
    refusal(
      400,
      'invalid_request',
      90002,
      `Tenant '${tenantId}' not found. Check to make sure you have the correct tenant ID.`,
    ),
  client: (clientId: string) =>
    refusal(
      400,
      'unauthorized_client',
      700016,
      `Application with identifier '${clientId}' was not found in the directory.`,
    ),
  redirect: (origin: string) =>
    refusal(
      400,
      'invalid_request',
      50011,
      `The redirect URI of the nested application at '${origin}' does not match the redirect URIs configured for the application.`,
    ),
  notAssigned: (upn: string) =>
    refusal(
      400,
      'invalid_grant',
      50105,
      `The signed in user '${upn}' is not assigned to a role for the application.`,
    ),
  secret: refusal(
    401,
    'invalid_client',
    7000215,
    'Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID.',
  ),
  clientSignature: refusal(401, 'invalid_client', 700027, 'Client assertion failed signature validation.'),
  clientLifetime: refusal(
    401,
    'invalid_client',
    700024,
    'Client assertion is not within its valid time range.',
  ),
  federated: (subject: string) =>
    refusal(
      401,
      'invalid_client',
      700213,
      `No matching federated identity record found for presented assertion subject '${subject}'.`,
    ),
  grant: refusal(
    400,
    'unsupported_grant_type',
    70003,
    "The app requested an unsupported grant type. Supported grant types are 'authorization_code', 'refresh_token', 'client_credentials' and on-behalf-of.",
  ),
  pending: refusal(
    400,
    'authorization_pending',
    70016,
    'The provided request has not yet been authorized by the user. The user must input their code.',
  ),
  slowDown: refusal(400, 'slow_down', 70016, 'The client polls too often.'),
  declined: refusal(400, 'authorization_declined', 65004, 'User declined to consent to access the app.'),
  deviceExpired: refusal(
    400,
    'expired_token',
    70019,
    'Verification code expired. Have the user retry the sign-in.',
  ),
  deviceCode: refusal(400, 'bad_verification_code', 70018, 'The device code was not recognized.'),
  malformed: refusal(400, 'invalid_request', 50027, 'JWT token is invalid or malformed.'),
  signature: invalidGrant(50013, 'Assertion failed signature validation.'),
  issuer: invalidGrant(50013, 'Assertion failed validation: the issuer is not this tenant.'),
  audience: invalidGrant(
    500131,
    'Assertion audience does not match the Client app presenting the assertion. The audience in the assertion has to be the client id of the app.',
  ),
  lifetime: invalidGrant(500133, 'Assertion is not within its valid time range.'),
  idToken: invalidGrant(
    240002,
    "Input id_token cannot be used as 'urn:ietf:params:oauth:grant-type:jwt-bearer' grant.",
  ),
  assertionScope: invalidGrant(65001, 'The assertion holds no delegated permission of the application.'),
  user: invalidGrant(50034, 'The user account does not exist in the directory.'),
  refreshToken: invalidGrant(9002313, 'The refresh token is malformed or not valid.', 'bad_token'),
  refreshExpired: invalidGrant(
    700082,
    'The refresh token has expired due to inactivity. The token was inactive for 90.00:00:00.',
    'bad_token',
  ),
  consent: refusal(
    400,
    'interaction_required',
    65001,
    'The user or administrator has not consented to use the application. Send an interactive authorization request for this user and resource.',
    'consent_required',
  ),
  scope: (scope: string) =>
    refusal(
      400,
      'invalid_scope',
      70011,
      `The provided value for the input parameter 'scope' is not valid. The scope '${scope}' is not valid.`,
    ),
  resource: (scope: string) =>
    refusal(
      400,
      'invalid_resource',
      500011,
      `The resource principal named ${scope.replace(/\/\.default$/, '')} was not found in the tenant. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant.`,
    ),
  applicationScope: (scope: string) =>
    refusal(
      400,
      'invalid_scope',
      1002012,
      `The provided value for scope ${scope} is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier.`,
    ),
}

/** Refusals by what the sandbox's tenant has not: rules, guests, registrations that are half done. */
const texts = {
  50011:
    'The redirect URI specified in the request does not match the redirect URIs configured for the application.',
  50020:
    'User account from identity provider does not exist in tenant and cannot access the application. The account needs to be added as an external user in the tenant first.',
  50057: 'The user account is disabled.',
  50105: 'The signed in user is not assigned to a role for the application.',
  53003:
    'Access has been blocked by Conditional Access policies. The access policy does not allow token issuance.',
  65001:
    'The user or administrator has not consented to use the application. Send an interactive authorization request for this user and resource.',
  90094: 'The grant requires admin permissions.',
  90033: 'A transient error has occurred. Please try again.',
  700016: 'Application was not found in the directory.',
} as const
export type Refusable = keyof typeof texts
export const refusable = Object.keys(texts).map(Number) as Refusable[]

export const refusedBy = (number: Refusable): EntraRefusal =>
  refusal(
    400,
    number === 65001 ? 'interaction_required' : number === 700016 ? 'unauthorized_client' : 'invalid_grant',
    number,
    texts[number],
  )

export function errorBody(one: EntraRefusal, at: Date) {
  const trace = crypto.randomUUID()
  const correlation = crypto.randomUUID()
  const timestamp = `${at.toISOString().slice(0, 19).replace('T', ' ')}Z`
  return {
    error: one.error,
    error_description: `AADSTS${one.number}: ${one.text} Trace ID: ${trace} Correlation ID: ${correlation} Timestamp: ${timestamp}`,
    error_codes: [one.number],
    timestamp,
    trace_id: trace,
    correlation_id: correlation,
    error_uri: `https://login.microsoftonline.com/error?code=${one.number}`,
    ...(one.suberror ? { suberror: one.suberror } : {}),
    ...(one.claims ? { claims: one.claims } : {}),
  }
}
