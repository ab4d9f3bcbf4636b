import { GraphRefused, isRefused, TenantError } from './failure.ts'

export type Graph = ReturnType<typeof graphOf>

/** Waits between tries, in milliseconds: about two minutes in all, longer than Entra's replicas usually take. */
const waits = [1, 2, 4, 8, 15, 30, 60].map((seconds) => seconds * 1000)

type Options = {
  body?: unknown
  headers?: Record<string, string>
  /** The request may not be sent again when its answer was lost: it would do its work twice. */
  once?: boolean
}

/**
 * Graph as this command uses it. Throttling and failures of the service are waited out, within a bound.
 * @param base Graph's address with its version
 */
export function graphOf({
  base,
  token,
  fetch,
  wait,
}: {
  base: string
  token: string
  fetch: typeof globalThis.fetch
  wait: (milliseconds: number) => Promise<void>
}) {
  async function send<T>(method: string, path: string, options: Options = {}): Promise<T> {
    const { body, headers = {}, once = false } = options
    const isBytes = body instanceof Uint8Array
    const request = {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body === undefined ? {} : { 'content-type': isBytes ? 'application/zip' : 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: isBytes ? (body as BodyInit) : JSON.stringify(body) }),
    }
    for (const pause of [...waits, null]) {
      const response = await fetch(path.startsWith('http') ? path : base + path, request).catch(
        (error: unknown) => {
          if (once || pause === null) throw unreachable(error)
          return null
        },
      )
      if (response?.ok) {
        const text = await response.text()
        return (text ? JSON.parse(text) : null) as T
      }
      // Nothing was done when Graph throttles; of a failure one cannot know.
      const isPassing =
        !response || response.status === 429 || ([503, 504].includes(response.status) && !once)
      if (response && (!isPassing || pause === null)) throw await refusedBy(response)
      const asked = Number(response?.headers.get('retry-after') ?? NaN) * 1000
      await wait(Number.isFinite(asked) ? asked : (pause ?? 0))
    }
    throw unreachable('no answer')
  }

  const get = <T>(path: string) => send<T>('GET', path)
  return {
    send,
    get,
    /** @returns null when Graph refuses with this status */
    async unless<T>(status: number, work: () => Promise<T>): Promise<T | null> {
      try {
        return await work()
      } catch (error) {
        if (isRefused(error, status)) return null
        throw error
      }
    },
    /** Every page of a collection. */
    async all<T>(path: string): Promise<T[]> {
      const found: T[] = []
      for (let next: string | undefined = path; next;) {
        const page: { value: T[]; '@odata.nextLink'?: string } = await get(next)
        found.push(...page.value)
        next = page['@odata.nextLink']
      }
      return found
    },
    /**
     * Tries again while the directory's replicas do not know yet of what was made just now: it is not found, or what
     * names it is refused.
     */
    async soon<T>(work: () => Promise<T>): Promise<T> {
      for (const pause of waits) {
        try {
          return await work()
        } catch (error) {
          if (!isRefused(error, 404) && !isNotYet(error)) throw error
          await wait(pause)
        }
      }
      return work()
    },
  }
}

/** The words for it have no code of their own. */
const isNotYet = (error: unknown): boolean =>
  isRefused(error, 400) &&
  /does not reference a valid application object|property uniqueName already exists|cannot be found in the AppPermissions/.test(
    error.message,
  )

const unreachable = (why: unknown) =>
  new TenantError(
    `Graph was not reached (${why instanceof Error ? why.message : String(why)}). Run the command again: it goes on where it was.`,
  )

async function refusedBy(response: Response): Promise<GraphRefused> {
  const text = await response.text()
  try {
    const { error } = JSON.parse(text) as {
      error: { code: string; message: string; innerError?: { code?: string } }
    }
    return new GraphRefused(response.status, error.innerError?.code ?? error.code, error.message)
  } catch {
    return new GraphRefused(response.status, `http-${response.status}`, 'Graph gave no reason.')
  }
}
