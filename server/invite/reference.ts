/** No 0/O, 1/I/L, U: read aloud and typed over without mistakes. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
const length = 8

/** The short code by which a section is found again in an invite; always the same for a conversation. */
export function referenceOf(conversationId: string): string {
  let rest = BigInt(`0x${conversationId.replaceAll('-', '')}`)
  let code = ''
  for (let i = 0; i < length; i += 1) {
    code += alphabet[Number(rest % BigInt(alphabet.length))]
    rest /= BigInt(alphabet.length)
  }
  return `GR-${code}`
}
