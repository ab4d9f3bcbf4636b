/** A verb and the inputs that came back from a card. Anybody can send anything here. */
export type Sent = {
  verb: string
  data: Record<string, unknown>
  /** The message in which the card stands, where the client says so. */
  messageId: string | null
}

/** Text as it was typed, or none. */
export const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')

/** The verb and the data of a card's action; phones and old cards have sent neither, or null. */
export function actionIn(value: unknown): Pick<Sent, 'verb' | 'data'> {
  const { action } = asObject(value)
  const { verb, data } = asObject(action)
  return { verb: textOf(verb), data: asObject(data) }
}

const asObject = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {}
