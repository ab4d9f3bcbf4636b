import { createRemoteJWKSet, jwtVerify } from 'jose'
import type { Config } from '../config.ts'
import { algorithms, checkClaims, readToken, refusedByKey } from '../http/token-refused.ts'

/** How far the service's clock and ours may differ, in seconds (Bot Connector authentication: five minutes). */
const clockTolerance = 300

/**
 * Checks tokens of the bot service, before the SDK sees what came with them. The SDK would also take Entra's tokens
 * for our client id, and every person who uses Groei has one: with it anybody could speak as anybody. And for each key
 * that it does not know it would fetch the keys again; here that is once in half a minute, whoever asks.
 */
export function serviceTokens({ app, cloud }: Config): (token: string) => Promise<void> {
  // Where the SDK finds them too.
  const url = new URL(cloud.bot.metadata.replace(/openidconfiguration$/, 'keys'))
  const keys = createRemoteJWKSet(url, { timeoutDuration: 10_000, cooldownDuration: 30_000 })
  const expected = { audience: app.clientId, issuer: cloud.bot.issuer }

  /** @throws TokenRefused; another Error when the keys cannot be had */
  return async (token) => {
    // In real time: the service knows no other.
    checkClaims(readToken(token), { ...expected, at: new Date(), tolerance: clockTolerance })
    await jwtVerify(token, keys, { ...expected, algorithms, clockTolerance }).catch(refusedByKey)
  }
}
