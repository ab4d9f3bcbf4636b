import { problemSlugs, problemType, type Problem, type ProblemSlug } from '../../server/contract/problem.ts'
import type { Language } from '../../server/contract/shape.ts'

/** Why a call failed: what the server said, or that it could not be reached. */
export type Failure = {
  slug: ProblemSlug | 'offline'
  title: string
  detail: string
  claims: string | undefined
}

export class CallFailed extends Error {
  override name = 'CallFailed'
  readonly failure: Failure
  constructor(failure: Failure) {
    super(failure.slug)
    this.failure = failure
  }
}

const slugOf = (type: string): ProblemSlug =>
  problemSlugs.find((slug) => problemType(slug) === type) ?? 'internal'

export type Api = {
  <T>(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown): Promise<T>
}

/** Calls our API as the person; a token that the server refuses is renewed once. @throws CallFailed */
export function makeApi(
  language: Language,
  getToken: (options?: { fresh?: boolean }) => Promise<string>,
  words: Record<'offline' | 'signedOut', { title: string; detail: string }>,
): Api {
  const { offline, signedOut } = words
  const send = async (method: string, path: string, body: unknown, fresh: boolean): Promise<Response> => {
    const token = await getToken({ fresh }).catch(() => {
      throw new CallFailed({ slug: 'unauthenticated', ...signedOut, claims: undefined })
    })
    try {
      return await fetch(path, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          'accept-language': language,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
    } catch {
      throw new CallFailed({ slug: 'offline', ...offline, claims: undefined })
    }
  }
  return async (method, path, body) => {
    let response = await send(method, path, body, false)
    if (response.status === 401) response = await send(method, path, body, true)
    if (response.status === 204) return undefined as never
    const type = response.headers.get('content-type') ?? ''
    if (response.ok) return (await response.json()) as never
    // A proxy in between answers in its own words: for the person that is the same as not being reached.
    if (!type.includes('problem+json'))
      throw new CallFailed({ slug: 'offline', ...offline, claims: undefined })
    const problem = (await response.json()) as Problem
    throw new CallFailed({
      slug: slugOf(problem.type),
      title: problem.title,
      detail: problem.detail,
      claims: problem.claims,
    })
  }
}

export const failureOf = (error: unknown, otherwise: { title: string; detail: string }): Failure =>
  error instanceof CallFailed ? error.failure : { slug: 'internal', ...otherwise, claims: undefined }
