import type { AppOptions, IPlugin } from '@microsoft/teams.apps'
import type { FastifyBaseLogger } from 'fastify'

type SdkLogger = NonNullable<AppOptions<IPlugin>['logger']>

/**
 * The SDK's log lines in ours, without what comes with them: it logs whole activities, and what people wrote is
 * nobody's business.
 */
export function sdkLogger(log: FastifyBaseLogger): SdkLogger {
  const first = (parts: unknown[]) => (typeof parts[0] === 'string' ? parts[0].slice(0, 200) : 'a failure')
  const made: SdkLogger = {
    error: (...parts) => log.warn({ sdk: first(parts) }, 'bot'),
    warn: (...parts) => log.info({ sdk: first(parts) }, 'bot'),
    info: () => undefined,
    debug: () => undefined,
    trace: () => undefined,
    log: () => undefined,
    child: () => made,
  }
  return made
}
