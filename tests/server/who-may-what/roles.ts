/**
 * Everybody who can ask for what a pair has: its two; two whose pair ended, of whom one deleted their part of it; three
 * who are none of them; and who brings no token.
 */
export const roles = ['coach', 'employee', 'former', 'left', 'other', 'admin', 'elsewhere', 'nobody'] as const
export type Role = (typeof roles)[number]

/**
 * `former` was coached by the same coach until their pair ended. `left` deleted what was theirs, so that the other of
 * their pair alone still reads what they shared. Both ask for what was their own pair's. `other` is coached by the same
 * coach; `elsewhere` is of another tenant that uses the same server.
 */
export const people: Record<Role, string | null> = {
  coach: 'sanne',
  employee: 'milan',
  former: 'tom',
  left: 'ines',
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
  former: expected,
  left: expected,
  other: expected,
  admin: expected,
  elsewhere: expected,
  nobody: 401,
})
export const anybody: May = { ...signedIn('ok'), nobody: 'ok' }
/** What is one's own, or everybody's in the tenant. */
export const everyone = signedIn('ok')
/**
 * Only as long as the pair goes on: of one that ended nothing can be changed, and nothing looks ahead. Others learn not
 * even that it is there, and who left is one of them.
 */
export const thePair: May = { ...signedIn(404), coach: 'ok', employee: 'ok', former: 409 }
/** What stays theirs once the pair has ended: to read, to take out, to delete. */
export const thePairEver: May = { ...thePair, former: 'ok' }
export const theCoach: May = { ...signedIn(403), coach: 'ok' }
export const theAdmin: May = { ...signedIn(403), admin: 'ok' }
/** Microsoft's services, which show who they are in another way. */
export const noPerson: May = { ...signedIn(401) }
