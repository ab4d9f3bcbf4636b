/**
 * The live notes of a conversation: a Yjs document over Hocuspocus at `livePath`, named by the conversation's
 * id, one conversation a socket, opened with an access token for our API. The text of a step is
 * `doc.getText(stepText(step.id))`.
 */
export const livePath = '/api/live'
export const stepText = (stepId: string): string => `step:${stepId}`

/** Longest text of one step, in UTF-16 units. */
export const stepTextLimit = 20_000

/**
 * Largest document in bytes as Yjs encodes it, with what it remembers of deleted text. The page stops at the first,
 * the server at the second: what two people wrote offline beside each other still fits.
 */
export const documentLimit = { page: 1_500_000, server: 2_000_000 }

/** Sent to everybody in the conversation when something outside the notes has changed: fetch it again. */
export const changedMessage = 'changed'

/** Sent to who typed what the server does not take: the document has reached its bound. */
export const fullMessage = 'full'

/**
 * Sent to who typed what the server does not take for another reason: they may only read, or something that it builds
 * on has not come. What the page has is not all stored until it has synced.
 */
export const refusedMessage = 'refused'

/** What a person may do with the notes. */
export type NotesRight = 'edit' | 'read'
/** Sent when that becomes another; at first it is the scope of Hocuspocus's answer to the token. */
export const rightMessage = (right: NotesRight): string => `right ${right}`

/** Asks the server to say the same back once all that was sent before is on disk. */
export const storedMessage = (count: number): string => `stored ${count}`
export const isStoredMessage = (message: string): boolean => /^stored \d{1,15}$/.test(message)

/**
 * Why a socket is refused or closed, as the reason of Hocuspocus's "permission denied" and "close" messages:
 * `token`, bring a new one; `forbidden`, the notes are not this person's (any more); `busy`, open in too many
 * places at once; `later`, the server cannot tell now.
 */
export const liveRefusals = ['token', 'forbidden', 'busy', 'later'] as const
export type LiveRefusal = (typeof liveRefusals)[number]

/**
 * What each device tells the others about who sits before it (Yjs awareness, field `user`). Name and role are the
 * server's: whatever a client says there is replaced.
 */
export type Presence = {
  name: string
  role: 'coach' | 'employee'
  step: string | null
  color: string
  colorLight: string
}
