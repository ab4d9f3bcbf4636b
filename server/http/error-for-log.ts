type Told = {
  type: string
  code?: string | number
  status?: number
  /** Where it happened, without what was said. */
  stack: string
  cause?: Told
}

/** A code is a word or a number; a sentence under that name is none. */
const isCode = (value: unknown): value is string | number =>
  typeof value === 'number' || (typeof value === 'string' && /^[\w.-]{1,60}$/.test(value))

/** The lines behind the message: one within it can begin like a frame. */
function framesOf({ stack = '', message }: Error): string[] {
  const at = stack.indexOf(message)
  // It was given another message later: where the first one ends nobody knows.
  return at < 0 ? [] : stack.slice(at + message.length).split('\n')
}

/** Causes further down say nothing new. */
const depth = 3

/**
 * An error as it may stand in the log: what kind, which code, where in our code. Its message can quote what somebody
 * wrote (a duplicate key, a piece of JSON), and what hangs on it can be a request with its token and body.
 */
export function errorForLog(error: unknown, left = depth): Told {
  if (!(error instanceof Error)) return { type: typeof error, stack: '' }
  const { code, errcode, status, statusCode, cause } = error as Error & Record<string, unknown>
  const told = [code, errcode].find(isCode)
  const http = [status, statusCode].find((one) => typeof one === 'number')
  const frames = framesOf(error).filter((line) => /^\s+at /.test(line))
  return {
    type: error.constructor.name,
    ...(told === undefined ? {} : { code: told }),
    ...(http === undefined ? {} : { status: http }),
    stack: frames.join('\n'),
    ...(cause instanceof Error && left > 0 ? { cause: errorForLog(cause, left - 1) } : {}),
  }
}
