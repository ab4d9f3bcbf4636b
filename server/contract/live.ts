/**
 * The live notes of a conversation: a Yjs document over Hocuspocus at `livePath`, named by the conversation's
 * id, opened with an access token for our API. The text of a step is `doc.getText(stepText(step.id))`.
 */
export const livePath = '/api/live'
export const stepText = (stepId: string): string => `step:${stepId}`

/** Longest text of one step, in UTF-16 units. */
export const stepTextLimit = 20_000

/** Sent to everybody in the conversation when something outside the notes has changed: fetch it again. */
export const changedMessage = 'changed'

/** What each person tells the other about themselves (Yjs awareness, field `user`). */
export type Presence = { name: string; step: string | null; color: string; colorLight: string }
