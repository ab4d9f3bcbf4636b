/** Codes for a mailbox that is not in Exchange Online: on a server of the organisation's own, without a licence, or deleted. */
const gone = new Set([
  'mailboxnotenabledforrestapi',
  'mailboxnotsupportedforrestapi',
  'mailboxnothostedinexchangeonline',
  'errormailboxnotenabledforrestapi',
  'errornonexistentmailbox',
  'errorinvaliduser',
  'organizationfromtenantguidnotfound',
])

/** Graph's words, which say it under codes that come and go, have other meanings, or pass on an answer. */
const goneInWords =
  /resource could not be discovered|rest api is not yet supported|mailbox is either inactive|requested user .* is invalid/i

/** A mailbox that is being moved, or whose store is away for now. */
const moving = new Set(['errormailboxmoveinprogress', 'errormailboxstoreunavailable', 'mailboxinfostale'])
const movingInWords = /mailbox info is stale/i

/**
 * The meaning of an error of Graph for the mailbox as a whole, whatever its status: most come as 404, as an event does that
 * was deleted (docs/platform-facts.md, Events and their ids).
 * @returns null: it says nothing of that
 */
export function mailboxFailure(code: string, message: string): 'no-mailbox' | 'unavailable' | null {
  const name = code.toLowerCase()
  const isVague = name === 'resourcenotfound' || name === 'extensionerror'
  if (gone.has(name) || goneInWords.test(message)) return 'no-mailbox'
  if (moving.has(name) || (isVague && movingInWords.test(message))) return 'unavailable'
  return null
}
