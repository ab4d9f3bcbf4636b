import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Config } from '../config.ts'

/** The header in which the doctor shows that it has the configuration of the server that it asks. */
export const proofHeader = 'x-groei-doctor'

const minute = 60_000

type Secrets = Pick<Config, 'app' | 'database' | 'redisUrl'>

/**
 * A word that only who has the secrets of the configuration can say, for this minute. It says nothing of them.
 * @returns null where the configuration holds none
 */
export function proofAt({ app, database, redisUrl }: Secrets, at: Date): string | null {
  const secrets = [app.clientSecret, database.uri, redisUrl].filter(Boolean)
  if (secrets.length === 0) return null
  const time = Math.floor(at.getTime() / minute)
  return createHmac('sha256', JSON.stringify(secrets)).update(`groei doctor ${time}`).digest('base64url')
}

/** Is this the word of now, or of a minute before or after? */
export function isProof(secrets: Secrets, said: string, at: Date): boolean {
  const given = Buffer.from(said)
  return [-1, 0, 1].some((off) => {
    const right = Buffer.from(proofAt(secrets, new Date(at.getTime() + off * minute)) ?? '')
    return right.length > 0 && given.length === right.length && timingSafeEqual(given, right)
  })
}
