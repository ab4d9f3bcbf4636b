import type { AccountInfo } from '@azure/msal-browser'

/** The mailbox that is open in the host, which may hold several of several accounts. */
export type Mailbox = {
  address: string
  /** The account that the host knows of it; null where it does not tell. */
  account(): Promise<AccountInfo | null>
}

/** Are they one account? A guest's home differs from where they are. */
export const isSame = (a: AccountInfo, b: AccountInfo): boolean =>
  a.homeAccountId === b.homeAccountId || (a.localAccountId === b.localAccountId && a.tenantId === b.tenantId)

/** A token's account and claims, as far as they name a person. */
type Signed = { account: Pick<AccountInfo, 'username'>; idTokenClaims: object }

/** Claims that hold a name one signs in with, or an address. */
const naming = [
  'preferred_username',
  'upn',
  'unique_name',
  'email',
  'emails',
  'verified_primary_email',
  'verified_secondary_email',
]

/** Does the account go by that address? A mailbox has addresses that are no name of it, so `false` proves nothing. */
export function isNamed({ account, idTokenClaims }: Signed, address: string): boolean {
  const claims = idTokenClaims as Record<string, unknown>
  const names = [account.username, ...naming.flatMap((claim) => claims[claim])]
  return names.some((one) => typeof one === 'string' && one.toLowerCase() === address.toLowerCase())
}
