/**
 * The live notes of a conversation: a Yjs document over Hocuspocus at `livePath`, named by the conversation's
 * id, one conversation a socket, opened with an access token for our API. The text of a step is
 * `doc.getText(stepText(step.id))`; what else it holds is in `live-fields.ts`.
 */
export const livePath = '/api/live'
export const stepPrefix = 'step:'
export const stepText = (stepId: string): string => `${stepPrefix}${stepId}`

/** Sent to everybody in the conversation when something outside the notes has changed: fetch it again. */
export const changedMessage = 'changed'

/** Sent to who typed what the server does not take: the document has reached its bound. */
export const fullMessage = 'full'

/** Sent to who typed what would make a step longer than a step may be (`textLimits.step`). */
export const longMessage = 'long'

/**
 * Sent to who typed what the server does not take for another reason: they may only read, or something that it builds
 * on has not come. What the page has is not all stored until it has synced.
 */
export const refusedMessage = 'refused'

/**
 * Sent to everybody when something of a follow-up or a commitment was not taken, and was put back as it is stored:
 * why, and which commitment.
 */
export const putBackReasons = ['commitment-limit', 'carried-over', 'conversation-past', 'not-found'] as const
export type PutBackReason = (typeof putBackReasons)[number]
export const putBackMessage = (reason: PutBackReason, id: string): string => `put-back ${reason} ${id}`
export function putBackOf(message: string): { reason: PutBackReason; id: string } | null {
  const [word, reason, id] = message.split(' ')
  const known = putBackReasons.find((one) => one === reason)
  return word === 'put-back' && known && id ? { reason: known, id } : null
}

export type NotesRight = 'edit' | 'read'
/** Sent when the right to the notes changes; at first it is the scope of Hocuspocus's answer to the token. */
export const rightMessage = (right: NotesRight): string => `right ${right}`

/** Asks the server to say the same back once all that was sent before is on disk. */
export const storedMessage = (count: number): string => `stored ${count}`
export const isStoredMessage = (message: string): boolean => /^stored \d{1,15}$/.test(message)

/**
 * Why a socket is refused or closed, as the reason of Hocuspocus's "permission denied" and "close" messages:
 * `token`, bring a new one; `forbidden`, the notes are not this person's (any more); `busy`, open in too many
 * places at once; `later`, the server cannot tell now.
 */
export type LiveRefusal = 'token' | 'forbidden' | 'busy' | 'later'

/**
 * The person at a device, as it announces them to the others (Yjs awareness, field `user`). Name and role are the
 * server's: whatever a client says there is replaced.
 */
export type Presence = {
  name: string
  role: 'coach' | 'employee'
  step: string | null
  color: string
  colorLight: string
}
