import { proofAt, proofHeader } from '../http/doctor-proof.ts'
import { seenPath, type Seen } from '../plugins/seen.ts'
import { ask, jsonOf } from './ask.ts'
import type { Check } from './check.ts'
import { ok, unknown, wrong, type Result } from './finding.ts'
import { throughPublicUrl, unreachable } from './public-address.ts'

/** An address of documentation (RFC 5737): nobody's. A stranger may write any in X-Forwarded-For. */
const invented = '192.0.2.1'

/** Requests through the public address: whom do they count as? */
export const proxies: Check = {
  name: 'proxies',
  run: throughPublicUrl(async (url, { config, now }) => {
    const proof = proofAt(config, now()) ?? ''
    const answer = await ask(url + seenPath, {
      headers: { [proofHeader]: proof, 'x-forwarded-for': invented },
    })
    if (!answer.ok) return unreachable(url, answer.code)
    const seen = answer.status === 200 ? jsonOf<Seen>(answer.text) : null
    if (answer.status === 401)
      return wrong(
        'Whoever answers there has other secrets, or another clock',
        'See that PUBLIC_URL leads to these servers, and that all of them have the same settings.',
      )
    if (!seen)
      return unknown(
        `It was answered with ${answer.status}`,
        `See that the proxy leads ${url}${seenPath} to Groei.`,
      )
    return proxyResult(seen)
  }),
}

/** Does the server know who asks, whatever that person claims? */
export function proxyResult({ address, peer, forwarded }: Seen): Result {
  const hops = forwarded?.split(',').map((one) => one.trim()) ?? []
  if (hops.length === 0)
    return wrong(
      'The proxy does not say who asks: all people count as one address',
      'Have it set X-Forwarded-For.',
    )
  if (hops.at(-1) === invented)
    return wrong(
      'The proxy passes on what strangers write in X-Forwarded-For',
      'Have it set that header itself, or add to it.',
    )
  if (address === peer)
    return wrong(
      `The proxy at ${peer} is not trusted: all people count as one address`,
      `Add ${peer}, or the network that it is in, to TRUSTED_PROXIES.`,
    )
  // Without what we wrote ourselves: the first is then who asked, and the others are proxies.
  const said = hops[0] === invented ? hops.slice(1) : hops
  if (said.length > 1 && address !== said[0])
    return wrong(
      `Of several proxies ${address} is not trusted: all people count as that address`,
      `Add ${address}, or the network that it is in, to TRUSTED_PROXIES.`,
    )
  return ok(`A request counts as the address that the proxy saw (${hops.at(-1)})`)
}
