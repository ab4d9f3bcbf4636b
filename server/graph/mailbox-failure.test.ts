import { describe, expect, test } from 'vitest'
import { mailboxFailure } from './mailbox-failure.ts'

describe('errors of Graph that speak of a mailbox as a whole', () => {
  test.each([
    ['MailboxNotEnabledForRESTAPI', 'The mailbox is either inactive, soft-deleted, or is hosted on-premise.'],
    ['MailboxNotSupportedForRESTAPI', 'REST API is not yet supported for this mailbox.'],
    ['mailboxNotEnabledForRESTAPI', ''],
    ['ResourceNotFound', 'Resource could not be discovered.'],
    ['NotFound', 'REST API is not yet supported for this mailbox.'],
    ['UnknownError', 'The mailbox is either inactive, soft-deleted, or is hosted on-premise.'],
    ['MailboxNotHostedInExchangeOnline', ''],
    ['ErrorNonExistentMailbox', 'The SMTP address has no mailbox associated with it.'],
    ['ErrorInvalidUser', "The requested user 'x@contoso.com' is invalid."],
    [
      'ExtensionError',
      'Operation: Create; Exception: [Status Code: NotFound; Reason: REST API is not yet supported for this mailbox.]',
    ],
    [
      'ExtensionError',
      "Operation: Delete; Exception: [Status Code: NotFound; Reason: The requested user 'x@1' is invalid.]",
    ],
  ])('a mailbox that is not in Exchange Online is none: %s', (code, message) => {
    expect(mailboxFailure(code, message)).toBe('no-mailbox')
  })

  test.each([
    ['ErrorMailboxMoveInProgress', ''],
    ['MailboxInfoStale', 'Mailbox info is stale.'],
    [
      'ExtensionError',
      'Operation: Create; Exception: [Status Code: ServiceUnavailable; Reason: Mailbox info is stale.]',
    ],
  ])('a mailbox that moves is away for now: %s', (code, message) => {
    expect(mailboxFailure(code, message)).toBe('unavailable')
  })

  test.each([
    ['ErrorItemNotFound', 'The specified object was not found in the store.'],
    ['ResourceNotFound', 'The object was not found.'],
    ['ExtensionError', 'Operation: Update; Exception: [Status Code: NotFound; Reason: Not Found]'],
    ['NotFound', ''],
  ])('what is said of one event or subscription says nothing of the mailbox: %s', (code, message) => {
    expect(mailboxFailure(code, message)).toBeNull()
  })
})
