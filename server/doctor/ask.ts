/** An answer over HTTP, as far as checks look at it; or the code of why there is none. */
export type Answer =
  | { ok: true; status: number; headers: Headers; text: string; ms: number; midway: number }
  | { ok: false; code: string }

/** Graph waits as long for an answer to its handshake; milliseconds. */
const patience = 10_000

/** Asks once, and follows no redirect: Microsoft does not either. */
export async function ask(url: string, init: RequestInit = {}): Promise<Answer> {
  const began = Date.now()
  try {
    const response = await fetch(url, {
      ...init,
      redirect: 'manual',
      signal: AbortSignal.timeout(patience),
    })
    const text = await response.text()
    const ms = Date.now() - began
    const { status, headers } = response
    return { ok: true, status, headers, text, ms, midway: began + ms / 2 }
  } catch (error) {
    return { ok: false, code: codeOf(error) }
  }
}

/** The network's code of an error, such as ECONNREFUSED; else its name. Never its text. */
export function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  const { code, cause } = error as Error & { code?: unknown }
  if (cause instanceof Error) return codeOf(cause)
  return typeof code === 'string' ? code : error.name
}

/** An answer that is JSON; null for another. */
export function jsonOf<T>(text: string): T | null {
  try {
    return JSON.parse(text) as T
  } catch {
    return null
  }
}
