import type { NoMailbox, Person } from '../model.ts'
import { GraphRefusal } from './refusal.ts'

/** Graph's words for a mailbox that is not in Exchange Online: unlicensed, deleted, or on a server of the organisation's. */
const messages: Record<NoMailbox, string> = {
  MailboxNotEnabledForRESTAPI: 'The mailbox is either inactive, soft-deleted, or is hosted on-premise.',
  MailboxNotSupportedForRESTAPI: 'REST API is not yet supported for this mailbox.',
  ResourceNotFound: 'Resource could not be discovered.',
}

/** @throws GraphRefusal 404 when there is no mailbox to open */
export function checkMailbox({ noMailbox }: Person): void {
  if (noMailbox) throw new GraphRefusal(404, noMailbox, messages[noMailbox])
}

/**
 * The same as subscriptions have it: they ask the mailbox themselves, and pass on only in words what it said
 * (microsoft-graph-docs 6869).
 */
export function checkMailboxOfSubscription({ noMailbox }: Person, operation: 'Create' | 'Update'): void {
  if (!noMailbox) return
  const why = `[Status Code: NotFound; Reason: ${messages[noMailbox]}]`
  throw new GraphRefusal(404, 'ExtensionError', `Operation: ${operation}; Exception: ${why}`)
}
