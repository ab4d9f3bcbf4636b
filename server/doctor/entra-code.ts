import { GraphFailure } from '../graph/failure.ts'
import { unknown, wrong, type Result } from './finding.ts'

/** The number of an answer of Entra's, such as 7000215; null when it gave none. Never its text, which quotes ids. */
export function entraCode(error: unknown): number | null {
  const said = error instanceof Error ? /AADSTS(\d+)/.exec(error.message)?.[1] : undefined
  return said === undefined ? null : Number(said)
}

type Todo = (about: { tenantId: string; resource: string }) => Result

/** "Microsoft Entra authentication & authorization error codes", as far as a registration meets them. */
const known: Record<number, Todo> = {
  7000215: () =>
    wrong(
      'The client secret is not one of the registration',
      'Put the value of the secret (not its id) into CLIENT_SECRET, and restart.',
    ),
  7000222: () =>
    wrong('The client secret has ended', 'Make a new one in Entra, put it into CLIENT_SECRET, and restart.'),
  700016: ({ tenantId }) =>
    wrong(
      `CLIENT_ID is not known in the tenant ${tenantId}`,
      'Have an admin of that tenant consent to Groei, or correct CLIENT_ID.',
    ),
  7000112: ({ tenantId }) =>
    wrong(`Groei is disabled in the tenant ${tenantId}`, 'Enable it: Enterprise applications → Properties.'),
  90002: ({ tenantId }) => wrong(`There is no tenant ${tenantId}`, 'Correct TENANT_IDS.'),
  500011: ({ resource }) =>
    wrong(
      `The registration does not have the Application ID URI ${resource}`,
      'Make APP_ID_URI and Expose an API → Application ID URI the same.',
    ),
  501051: () =>
    unknown(
      'The registration gives tokens to assigned applications only',
      'Look by hand: Expose an API, and Manifest.',
    ),
}

/** A refused or missing token, in words. @param resource whose token was asked for */
export function tokenResult(error: unknown, tenantId: string, resource: string): Result {
  const isNoTenant = error instanceof GraphFailure && /^openid-4/.test(error.code)
  const code = isNoTenant ? 90002 : entraCode(error)
  if (code === null)
    return unknown('Entra did not answer', 'See that this machine reaches CLOUD_LOGIN over the internet.')
  return (
    known[code]?.({ tenantId, resource }) ??
    wrong(
      `Entra refuses a token: AADSTS${code}`,
      `Read https://login.microsoftonline.com/error?code=${code}.`,
    )
  )
}
