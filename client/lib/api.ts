import { urlOf, type AnswerOf, type Endpoint, type RequestOf } from '../../server/contract/endpoint.ts'
import { problemSlugs, problemType, type Problem, type ProblemSlug } from '../../server/contract/problem.ts'
import type { Language } from '../../server/contract/shape.ts'
import { commonTexts } from './texts.ts'

/** Why a call failed: what the server said, that it could not be reached, or that Microsoft gave no token. */
export type Failure = {
  slug: ProblemSlug | 'offline' | 'other-account'
  title: string
  detail: string
  claims: string | undefined
  /** The mistakes, each with its place in what was sent (JSON pointer). */
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
type GetToken = (options?: { fresh?: boolean }) => Promise<string>

/** An endpoint that takes nothing. */
type Bare = Endpoint & { params?: never; query?: never; body?: never }

/** The one way to the API: what an endpoint takes and answers is known from the contract. */
export type Api = {
  <E extends Endpoint>(endpoint: E, request: RequestOf<E>): Promise<AnswerOf<E>>
  <E extends Bare>(endpoint: E): Promise<AnswerOf<E>>
}

/** A call that takes longer than this has failed, for the person who waits; milliseconds. */
const patience = 20_000

/** A body of at most so many signs is sent also when the page goes; browsers allow 64 KB for all of these together. */
const small = 2000

export const slugOf = (type: string): ProblemSlug =>
  problemSlugs.find((slug) => problemType(slug) === type) ?? 'internal'

/** The words of a refusal; null when it is not ours, as from a proxy in between that answers in its own words. */
async function problemIn(response: Response): Promise<Failure | null> {
  if (!response.headers.get('content-type')?.includes('problem+json')) return null
  const { type, title, detail, claims, errors = [] } = (await response.json()) as Problem
  return { slug: slugOf(type), title, detail, claims, errors }
}

/**
 * Calls our API as the person; a token that the server refuses is renewed once.
 * @param languages `asked`: of the program around the page; `spoken`: in which the server, which may answer in that of
 * the organisation, did so last
 * @param onSpoken called with the language of each answer
 * @throws CallFailed
 */
export function makeApi(
  { asked, spoken: before }: { asked: Language; spoken: Language },
  getToken: GetToken,
  onSpoken: (language: Language) => void,
): Api {
  let words = commonTexts[before]
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
    const content = body === undefined ? null : JSON.stringify(body)
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
        ...(content === null ? {} : { body: content, keepalive: content.length <= small }),
      })
    } catch {
      throw failed('offline', words.offline)
    }
  }
  return async (endpoint: Endpoint, request: { params?: object; query?: object; body?: unknown } = {}) => {
    const { method } = endpoint
    const path = urlOf(endpoint, request)
    const { body } = request
    let response = await send(method, path, body, false)
    if (response.status === 401) response = await send(method, path, body, true)
    const spoken = response.headers.get('content-language')
    if (spoken === 'nl' || spoken === 'en') {
      words = commonTexts[spoken]
      onSpoken(spoken)
    }
    if (response.status === 204) return null as never
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

/** The failure of a call; anything else that was thrown was not expected, and says no more. */
export const failureOf = (error: unknown, language: Language): Failure =>
  error instanceof CallFailed
    ? error.failure
    : { slug: 'internal', ...commonTexts[language].unexpected, claims: undefined, errors: [] }

/** A failure in one sentence or two: what is the matter, and what to do. */
export const inWords = ({ title, detail }: Words): string => `${title}. ${detail}`

/** The same of whatever was thrown. */
export const sentenceOf = (error: unknown, language: Language): string => inWords(failureOf(error, language))
