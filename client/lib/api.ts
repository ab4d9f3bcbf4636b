import { problemSlugs, problemType, type Problem, type ProblemSlug } from '../../server/contract/problem.ts'
import type { Language } from '../../server/contract/shape.ts'

/** Why a call failed: what the server said, that it could not be reached, or that Microsoft gave no token. */
export type Failure = {
  slug: ProblemSlug | 'offline'
  title: string
  detail: string
  claims: string | undefined
  /** What exactly is wrong, each with its place in what was sent (JSON pointer). */
  errors: { pointer: string; message: string }[]
}

export class CallFailed extends Error {
  override name = 'CallFailed'
  readonly failure: Failure
  constructor(failure: Failure) {
    super(failure.slug)
    this.failure = failure
  }
}

type Words = { title: string; detail: string }
export type ApiWords = { offline: Words; signedOut: Words; unexpected: Words }
type GetToken = (options?: { fresh?: boolean }) => Promise<string>

export type Api = {
  <T>(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown): Promise<T>
}

/** A call that takes longer than this has failed, for the person who waits; milliseconds. */
const patience = 20_000

export const slugOf = (type: string): ProblemSlug =>
  problemSlugs.find((slug) => problemType(slug) === type) ?? 'internal'

/** What a refusal says; null when it is not ours, as from a proxy in between that answers in its own words. */
async function problemIn(response: Response): Promise<Failure | null> {
  if (!response.headers.get('content-type')?.includes('problem+json')) return null
  const { type, title, detail, claims, errors = [] } = (await response.json()) as Problem
  return { slug: slugOf(type), title, detail, claims, errors }
}

/**
 * Calls our API as the person; a token that the server refuses is renewed once.
 * @param languages `asked`: of the program around the page; `spoken`: in which the server, which may answer in that of
 * the organisation, did so last
 * @param onSpoken told in which language each answer is
 * @throws CallFailed
 */
export function makeApi(
  { asked, spoken: before }: { asked: Language; spoken: Language },
  getToken: GetToken,
  wordsIn: Record<Language, ApiWords>,
  onSpoken: (language: Language) => void,
): Api {
  let words = wordsIn[before]
  const failed = (slug: Failure['slug'], said: Words) =>
    new CallFailed({ slug, title: said.title, detail: said.detail, claims: undefined, errors: [] })

  const token = async (fresh: boolean): Promise<string> => {
    try {
      return await getToken({ fresh })
    } catch {
      throw navigator.onLine ? failed('unauthenticated', words.signedOut) : failed('offline', words.offline)
    }
  }
  const send = async (method: string, path: string, body: unknown, fresh: boolean): Promise<Response> => {
    const authorization = `Bearer ${await token(fresh)}`
    try {
      return await fetch(path, {
        method,
        signal: AbortSignal.timeout(patience),
        headers: {
          authorization,
          'accept-language': asked,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
    } catch {
      throw failed('offline', words.offline)
    }
  }
  return async (method, path, body) => {
    let response = await send(method, path, body, false)
    if (response.status === 401) response = await send(method, path, body, true)
    const spoken = response.headers.get('content-language')
    if (spoken === 'nl' || spoken === 'en') {
      words = wordsIn[spoken]
      onSpoken(spoken)
    }
    if (response.status === 204) return undefined as never
    try {
      if (response.ok) return (await response.json()) as never
      const problem = await problemIn(response)
      if (problem) throw new CallFailed(problem)
    } catch (error) {
      // The answer broke off half-way, or was no JSON: nothing is known of what it would have said.
      throw error instanceof CallFailed ? error : failed('offline', words.offline)
    }
    throw response.status >= 500 ? failed('offline', words.offline) : failed('internal', words.unexpected)
  }
}

export const failureOf = (error: unknown, otherwise: Words): Failure =>
  error instanceof CallFailed
    ? error.failure
    : { slug: 'internal', title: otherwise.title, detail: otherwise.detail, claims: undefined, errors: [] }

/** What is the matter, and what to do. */
export const inWords = ({ title, detail }: Words): string => `${title}. ${detail}`

/** The same of whatever was thrown; `texts` are the reader's. */
export const sentenceOf = (error: unknown, texts: { unexpected: Words }): string =>
  inWords(failureOf(error, texts.unexpected))
