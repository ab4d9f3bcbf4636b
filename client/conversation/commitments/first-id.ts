/**
 * The id of the commitment that both find before them as long as there is none: whoever types first, they type in one.
 * Another than the conversation's own, and of the same kind.
 */
export const firstId = (conversationId: string): string =>
  `${conversationId.slice(1, 8)}${conversationId.slice(0, 1)}${conversationId.slice(8)}`
