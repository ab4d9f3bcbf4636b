/** Everybody who can ask for what a pair has: its two, three who are none of them, and who brings no token. */
export const roles = ['coach', 'employee', 'other', 'admin', 'elsewhere', 'nobody'] as const
export type Role = (typeof roles)[number]

/** `other` is coached by the same coach; `elsewhere` is of another tenant that uses the same server. */
export const people: Record<Role, string | null> = {
  coach: 'sanne',
  employee: 'milan',
  other: 'aylin',
  admin: 'noor',
  elsewhere: 'eva@elsewhere.example',
  nobody: null,
}

/** `ok`: it is done; a number: the status with which it is refused. */
export type Expected = 'ok' | number
export type May = Record<Role, Expected>

const signedIn = (expected: Expected): May => ({
  coach: expected,
  employee: expected,
  other: expected,
  admin: expected,
  elsewhere: expected,
  nobody: 401,
})
export const anybody: May = { ...signedIn('ok'), nobody: 'ok' }
/** What is one's own, or everybody's in the tenant. */
export const everyone = signedIn('ok')
/** Others learn not even that it is there. */
export const thePair: May = { ...signedIn(404), coach: 'ok', employee: 'ok' }
export const theCoach: May = { ...signedIn(403), coach: 'ok' }
export const theAdmin: May = { ...signedIn(403), admin: 'ok' }
/** Microsoft's services, which show who they are in another way. */
export const noPerson: May = { ...signedIn(401) }
