import type { AppOptions, IPlugin } from '@microsoft/teams.apps'
import type { FastifyBaseLogger } from 'fastify'

type SdkLogger = NonNullable<AppOptions<IPlugin>['logger']>

/**
 * The SDK's log lines in ours, without what comes with them: it logs whole activities, and messages of errors with
 * paths that hold people's ids. What is left is the words with which a line begins, and the kinds of its errors.
 */
export function sdkLogger(log: FastifyBaseLogger): SdkLogger {
  const kinds = (parts: unknown[]) => {
    const error = parts.find((one) => one instanceof Error)
    const [said] = parts
    return {
      sdk: typeof said === 'string' ? (/^[A-Za-z' -]{1,60}/.exec(said)?.[0].trim() ?? '') : 'a failure',
      ...(error ? { err: error } : {}),
    }
  }
  const made: SdkLogger = {
    error: (...parts) => log.warn(kinds(parts), 'bot'),
    warn: (...parts) => log.info(kinds(parts), 'bot'),
    info: () => undefined,
    debug: () => undefined,
    trace: () => undefined,
    log: () => undefined,
    child: () => made,
  }
  return made
}
