/** Longer is no address of anybody, and is only told apart from others. */
const longest = 1000

/** The kinds of addresses that directories and calendars write before one: mail, Exchange's own, and that of calls. */
const kinds = ['smtp:', 'mailto:', 'sip:', 'x500:', 'ex:']

/**
 * An address in the one form in which it is compared: in small letters, without what programs write around it. One of
 * mail, or a name that Exchange gives somebody itself (`/o=…/cn=…`); `` where there is none.
 */
export function addressOf(raw: string | null | undefined): string {
  const text = raw ?? ''
  if (text.length > longest) return text.toLowerCase()
  let bare = unquoted(text.normalize('NFC').toLowerCase().trim())
  if (bare.endsWith('>')) bare = unquoted(bare.slice(bare.lastIndexOf('<') + 1, -1).trim())
  for (let kind; (kind = kinds.find((one) => bare.startsWith(one)));)
    bare = unquoted(bare.slice(kind.length).trim())
  if (bare.startsWith('imceaex-')) bare = encapsulated(bare)
  return isExchangeName(bare) ? bare : mailAddress(bare)
}

export const isExchangeName = (address: string): boolean => address.startsWith('/o=')

const unquoted = (text: string): string =>
  text.length > 1 && /^["']$/.test(text[0] ?? '') && text.at(-1) === text[0] ? text.slice(1, -1).trim() : text

/** A name of Exchange's inside a mail address: `IMCEAEX-_o=…_cn=x+2Dy@example.com`. */
const encapsulated = (address: string): string =>
  address
    .slice('imceaex-'.length, address.lastIndexOf('@') < 0 ? undefined : address.lastIndexOf('@'))
    .replaceAll('_', '/')
    .replace(/\+([0-9a-f]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    .toLowerCase()

/** Quotes around what needs none are no part of an address: `"jan.de.vries"@example.com`. */
function mailAddress(address: string): string {
  const at = address.lastIndexOf('@')
  if (at < 0) return address
  const [local, domain] = [address.slice(0, at).trim(), address.slice(at + 1).trim()]
  const plain = unquoted(local)
  const dot = domain.endsWith('.') ? domain.slice(0, -1) : domain
  return `${/^[\p{L}\p{N}!#$%&'*+/=?^_{|}~.-]+$/u.test(plain) ? plain : local}@${dot}`
}
