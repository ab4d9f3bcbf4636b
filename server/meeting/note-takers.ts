/** Services that join a meeting to take notes, by the domains from which they are invited. Their staff has the same. */
const domains = new Set([
  'airgram.io',
  'amberscript.com',
  'avoma.com',
  'bluedothq.com',
  'chorus.ai',
  'circleback.ai',
  'claap.io',
  'fathom.ai',
  'fathom.video',
  'fellow.app',
  'fellow.co',
  'fireflies.ai',
  'gong.io',
  'grain.co',
  'grain.com',
  'granola.ai',
  'granola.so',
  'jamie.ai',
  'krisp.ai',
  'laxis.com',
  'leexi.ai',
  'meetgeek.ai',
  'meetjamie.ai',
  'meetingbaas.com',
  'meetrecord.com',
  'modjo.ai',
  'noota.io',
  'notta.ai',
  'noty.ai',
  'nyota.ai',
  'otter.ai',
  'read.ai',
  'recall.ai',
  'rewatch.com',
  'sembly.ai',
  'spinach.ai',
  'spinach.io',
  'supernormal.com',
  'sybill.ai',
  'tactiq.io',
  'tldv.io',
  'vowel.com',
])

/** Mailboxes that an organisation gives a service under its own domain. */
const mailboxes = new Set([
  'ainotes',
  'ainotetaker',
  'meetingbot',
  'meetingnotes',
  'meetingrecorder',
  'notebot',
  'notetaker',
  'notulist',
  'recordingbot',
])

/** Names by which such services are invited, from whatever address. */
const named =
  /\b(?:note[ -]?taker|notulist|notetaking|meeting (?:bot|notes|recorder|assistant)|(?:otter|fireflies|read|sembly|tldv|spinach|meetgeek)\.(?:ai|io))\b/i

/**
 * May this be the address of a service that takes notes, and nobody's? Only the people in the meeting know.
 * @param organiser who works at such a service meets colleagues
 */
export function mayTakeNotes(
  { address, name }: { address: string; name: string },
  organiser: string,
): boolean {
  const [domain, mailbox] = [domainOf(address), address.slice(0, 64).split('@')[0] ?? '']
  const labels = domain.slice(0, 255).split('.')
  const isOfService = labels.some((_, nth) => domains.has(labels.slice(nth).join('.')))
  const isColleague = domain === domainOf(organiser)
  if (isOfService || mailboxes.has(mailbox.replace(/[^a-z]/g, ''))) return !isOfService || !isColleague
  return !name.includes('@') && named.test(name)
}

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1)
