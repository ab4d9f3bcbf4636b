import { notificationPaths } from '../calendar-sync/routes.ts'
import { ask } from './ask.ts'
import type { Check } from './check.ts'
import { of, ok, wrong, type Result } from './finding.ts'
import { throughPublicUrl, unreachable } from './public-address.ts'

/** Signs that a proxy decodes, escapes or drops, as they stand in Graph's own tokens ("Validation: Testing …"). */
const token = () => `Validation: Groei asks itself & "+"=%2F ${crypto.randomUUID()}`

/**
 * Graph's handshake before it tells of changes: it posts to the address with a token, and the answer is that token as
 * plain text, within ten seconds (Graph, "Receive change notifications through webhooks").
 */
export const notificationAddress: Check = {
  name: 'notifications',
  run: throughPublicUrl((url) =>
    Promise.all(
      Object.entries(notificationPaths).map(async ([part, path]) => of(part, await handshake(url + path))),
    ),
  ),
}

async function handshake(address: string): Promise<Result> {
  const validationToken = token()
  const answer = await ask(`${address}?validationToken=${encodeURIComponent(validationToken)}`, {
    method: 'POST',
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  })
  if (!answer.ok) return unreachable(address, answer.code)
  const { status, text, headers } = answer
  if (status >= 300 && status < 400)
    return wrong('Microsoft is sent on to another address', 'Have the proxy lead that path to Groei itself.')
  if (status === 401 || status === 403)
    return wrong(
      `Something in front of Groei refuses Microsoft (${status})`,
      'Except that path from sign-in, and from rules about where requests come from.',
    )
  if (status === 429) return wrong('Asked too often (429)', 'Wait a minute and ask again.')
  // Without the question it is a message, and a wrong one.
  if (status === 202 || status === 400)
    return wrong('The question mark and what follows it do not arrive', 'Have the proxy keep the query.')
  if (status === 404)
    return wrong('The path does not arrive as it was asked (404)', 'Have the proxy keep path and query.')
  if (status !== 200) return wrong(`It answers ${status}`, 'See the log of Groei for that moment.')
  if (text !== validationToken)
    return wrong(
      'What was asked is not what arrived',
      'Have the proxy leave path, query and answer as they are.',
    )
  if (!headers.get('content-type')?.startsWith('text/plain'))
    return wrong(
      'The answer comes as another type than text/plain',
      'Have the proxy leave headers as they are.',
    )
  return ok(`Microsoft’s question is answered in ${answer.ms} ms, asked from this machine`)
}
