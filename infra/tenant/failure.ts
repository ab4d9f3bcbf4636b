/** An end of the command that is told in its own words, without a stack. */
export class TenantError extends Error {
  override name = 'TenantError'
}

/** An answer of Graph that is no success; `code` is Graph's own. */
export class GraphRefused extends Error {
  override name = 'GraphRefused'
  readonly status: number
  readonly code: string
  constructor(status: number, code: string, message: string) {
    super(message)
    this.status = status
    this.code = code
  }
}

export const isRefused = (error: unknown, ...statuses: number[]): error is GraphRefused =>
  error instanceof GraphRefused && statuses.includes(error.status)
