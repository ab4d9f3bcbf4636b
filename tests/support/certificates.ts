import { createPrivateKey, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto'

/** One element of ASN.1 in DER: its tag, its length, its content. */
function der(tag: number, ...parts: Uint8Array[]): Buffer {
  const content = Buffer.concat(parts)
  const size = content.length
  const length = size < 128 ? [size] : size < 256 ? [0x81, size] : [0x82, size >> 8, size & 0xff]
  return Buffer.concat([Buffer.from([tag, ...length]), content])
}
const sequence = (...parts: Uint8Array[]) => der(0x30, ...parts)
const ids = {
  commonName: der(0x06, Buffer.from('550403', 'hex')),
  ecdsaWithSha256: der(0x06, Buffer.from('2a8648ce3d040302', 'hex')),
  basicConstraints: der(0x06, Buffer.from('551d13', 'hex')),
  subjectAltName: der(0x06, Buffer.from('551d11', 'hex')),
}
const algorithm = sequence(ids.ecdsaWithSha256)
const yes = der(0x01, Buffer.from([0xff]))
const nameOf = (name: string) => sequence(der(0x31, sequence(ids.commonName, der(0x0c, Buffer.from(name)))))
const timeOf = (at: Date) =>
  der(0x17, Buffer.from(`${at.toISOString().replaceAll(/[-:T]/g, '').slice(2, 14)}Z`))
const pem = (label: string, bytes: Buffer) =>
  `-----BEGIN ${label}-----\n${bytes.toString('base64').replaceAll(/.{64}/g, '$&\n')}\n-----END ${label}-----\n`

const day = 24 * 60 * 60_000

type Issuer = { name: string; key: KeyObject }
export type Issued = { cert: string; key: string; issuer: Issuer }

/**
 * A certificate (X.509 v3, P-256) as authorities make them, for tests of who looks at one.
 * @param by who signs it; unset: itself, as a root of an authority
 * @param until days from now
 */
export function certificate({
  name,
  by,
  isAuthority = false,
  until = 90,
}: {
  name: string
  by?: Issuer
  isAuthority?: boolean
  until?: number
}): Issued {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const signer = by ?? { name, key: privateKey }
  const extensions = sequence(
    sequence(ids.basicConstraints, yes, der(0x04, sequence(...(isAuthority ? [yes] : [])))),
    sequence(ids.subjectAltName, der(0x04, sequence(der(0x82, Buffer.from(name))))),
  )
  const toSign = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    // Positive, whatever the first bit is.
    der(0x02, Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    algorithm,
    nameOf(signer.name),
    sequence(timeOf(new Date(Date.now() - 400 * day)), timeOf(new Date(Date.now() + until * day))),
    nameOf(name),
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, extensions),
  )
  const signature = sign('sha256', toSign, signer.key)
  return {
    cert: pem('CERTIFICATE', sequence(toSign, algorithm, der(0x03, Buffer.from([0]), signature))),
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    issuer: { name, key: createPrivateKey(privateKey.export({ type: 'pkcs8', format: 'pem' })) },
  }
}
