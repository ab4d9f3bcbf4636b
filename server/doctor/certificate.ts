import { ok, wrong, type Result } from './finding.ts'

export type Certificate = {
  /** Why it is not trusted (OpenSSL's name for it, or Node's); null: it is. */
  error: string | null
  host: string
  until: Date
  protocol: string
}

const day = 24 * 60 * 60_000
/** Authorities that renew by themselves do so a month before; milliseconds. */
const renewedBefore = 14 * day

const selfMade = ['DEPTH_ZERO_SELF_SIGNED_CERT', 'SELF_SIGNED_CERT_IN_CHAIN']
const incomplete = [
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
]

/** Would Microsoft and people's browsers take this certificate for this host? */
export function certificateResult({ error, host, until, protocol }: Certificate, now: Date): Result {
  const end = until.toISOString().slice(0, 10)
  if (error === 'CERT_HAS_EXPIRED')
    return wrong(
      `The certificate ended on ${end}`,
      'Renew it. Caddy does so by itself while port 80 is open.',
    )
  if (error === 'CERT_NOT_YET_VALID')
    return wrong('The certificate is not valid yet', 'Set the clock of this machine.')
  if (error === 'ERR_TLS_CERT_ALTNAME_INVALID')
    return wrong('The certificate is for other names', `Get one for ${host}.`)
  if (error && incomplete.includes(error))
    return wrong(
      'The certificates between this one and its authority are missing',
      'Have the proxy send the whole chain (often called fullchain).',
    )
  if (error && selfMade.includes(error))
    return wrong(
      'The certificate is of an authority that Microsoft does not know',
      'Get one from a public authority.',
    )
  if (error) return wrong(`The certificate is not trusted: ${error}`, `Get another one for ${host}.`)
  const left = until.getTime() - now.getTime()
  if (left < renewedBefore)
    return wrong(
      `The certificate ends in ${Math.floor(left / day)} days`,
      'Renew it, and see why it was not renewed by itself.',
    )
  return ok(`${protocol}, the certificate lasts until ${end}`)
}
