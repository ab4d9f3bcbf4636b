import { badRequest } from './refusal.ts'

const patience = 10_000

/**
 * Asks an endpoint whether it wants notifications: it has to answer 200 with the token as plain text within ten
 * seconds (Graph, "Receive change notifications through webhooks", validation).
 * @throws GraphRefusal 400 when it does not
 */
export async function checkEndpoint(endpoint: string): Promise<void> {
  const url = new URL(endpoint)
  const token = `Validation: Testing client application reachability for subscription Request-Id: ${crypto.randomUUID()}`
  url.searchParams.set('validationToken', token)
  const failed = (why: string) => badRequest('ValidationError', `Subscription validation request ${why}.`)
  const answer = await ask(url)
  if (!answer) throw failed('timed out')
  if (answer.status !== 200) throw failed(`failed. HTTP status code is '${answer.status}'`)
  if (!/^text\/plain\b/i.test(answer.type)) throw failed(`failed. Response must be of type text/plain`)
  if (answer.text !== token)
    throw failed('failed. Response must exactly match validationToken query parameter')
}

async function ask(url: URL): Promise<{ status: number; type: string; text: string } | null> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'text/plain; charset=utf-8' },
      redirect: 'manual',
      signal: AbortSignal.timeout(patience),
    })
    const type = response.headers.get('content-type') ?? ''
    return { status: response.status, type, text: await response.text() }
  } catch {
    return null
  }
}
