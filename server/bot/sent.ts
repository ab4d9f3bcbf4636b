/** A verb and the inputs that came back from a card. Anybody can send anything here. */
export type Sent = {
  verb: string
  data: Record<string, unknown>
  /** The message in which the card stands, where the client says so. */
  messageId: string | null
}

/** Text as it was typed, or none. */
export const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')
