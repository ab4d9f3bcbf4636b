/** Longer is no address of anybody, and is only told apart from others. */
const longest = 1000

/** The kinds of addresses that directories and calendars write before one: mail, Exchange's own, and those of calls. */
const kinds = ['smtp:', 'mailto:', 'sip:', 'sips:', 'im:', 'rfc822:', 'x500:', 'ex:']

/**
 * An address in the one form in which it is compared: in small letters, without what programs write around it. One of
 * mail, or a name that Exchange gives somebody itself (`/o=…/cn=…`); `` where there is none.
 */
export function addressOf(raw: string | null | undefined): string {
  const text = raw ?? ''
  if (text.length > longest) return text.toLowerCase()
  let bare = withoutQuotes(
    text
      .normalize('NFC')
      .replace(/\p{Cf}/gu, '')
      .toLowerCase(),
  )
  const open = bare.endsWith('>') ? bare.lastIndexOf('<') : -1
  if (bare.endsWith('>')) bare = withoutQuotes(bare.slice(open + 1, -1))
  for (let kind; (kind = kinds.find((one) => bare.startsWith(one)));)
    bare = withoutQuotes(ofUri(kind, bare.slice(kind.length).trim()))
  const inside = encapsulated(bare) ?? bare
  if (inside.startsWith('o=') && inside.includes('/cn=')) return `/${inside}`
  return isExchangeName(inside) ? inside : mailAddress(inside)
}

export const isExchangeName = (address: string): boolean => address.startsWith('/o=')

/** Signs that stand around an address, in pairs, and those that divide it from the next. */
const around: Record<string, string> = { '"': '"', "'": "'", '‘': '’', '“': '”', '(': ')', '[': ']' }
const divides = /[;,]$/

function withoutQuotes(text: string): string {
  let bare = text.trim()
  while (divides.test(bare)) bare = bare.slice(0, -1).trim()
  while (bare.length > 1 && around[bare[0] ?? ''] === bare.at(-1)) bare = bare.slice(1, -1).trim()
  // The comment of an older way to write names: `milan@example.com (Milan)`.
  const comment = bare.endsWith(')') ? bare.lastIndexOf(' (') : -1
  return comment > 0 && bare.slice(0, comment).includes('@') ? bare.slice(0, comment).trim() : bare
}

/** An address of mail or of a call as a link has it: with what is asked for behind it, and encoded. */
function ofUri(kind: string, rest: string): string {
  if (kind === 'smtp:' || kind === 'x500:' || kind === 'ex:') return rest
  const [address = ''] = rest.split(kind.startsWith('sip') ? ';' : '?', 1)
  try {
    return decodeURIComponent(address)
  } catch {
    return address
  }
}

/** An address of another kind inside one of mail: `IMCEAEX-_o=…_cn=x+2Dy@example.com`. Null: it is none. */
function encapsulated(address: string): string | null {
  const kind = /^imcea(ex|x500|smtp)-/.exec(address)
  if (!kind) return null
  const at = address.lastIndexOf('@')
  const inside = address.slice(kind[0].length, at < 0 ? undefined : at)
  return (kind[1] === 'smtp' ? inside : inside.replaceAll('_', '/'))
    .replace(/\+([0-9a-f]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    .toLowerCase()
}

/** Quotes around what needs none are no part of an address: `"jan.de.vries"@example.com`. */
function mailAddress(address: string): string {
  const at = address.lastIndexOf('@')
  if (at < 0) return address
  const [local, domain] = [address.slice(0, at).trim(), address.slice(at + 1).trim()]
  const plain = withoutQuotes(local)
  const dot = domain.endsWith('.') ? domain.slice(0, -1) : domain
  return `${/^[\p{L}\p{N}!#$%&'*+/=?^_{|}~.-]+$/u.test(plain) ? plain : local}@${dot}`
}
