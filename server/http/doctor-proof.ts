import { createHmac, timingSafeEqual } from 'node:crypto'

/** The header in which the doctor shows that it has the configuration of the server that it asks. */
export const proofHeader = 'x-groei-doctor'

const minute = 60_000

/** A word that only who has the client secret can say, for this minute. It says nothing of the secret. */
export function proofAt(secret: string, at: Date): string {
  const time = Math.floor(at.getTime() / minute)
  return createHmac('sha256', secret).update(`groei doctor ${time}`).digest('base64url')
}

/** Is this the word of now, or of a minute before or after? */
export function isProof(secret: string, said: string, at: Date): boolean {
  const given = Buffer.from(said)
  return [-1, 0, 1].some((off) => {
    const right = Buffer.from(proofAt(secret, new Date(at.getTime() + off * minute)))
    return given.length === right.length && timingSafeEqual(given, right)
  })
}
