/** A document's name is its conversation's id: so many signs, and their count before them in one byte. */
const nameLength = 36
const id = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The highest type of a message that Hocuspocus knows (`MessageType.Pong`). */
const lastType = 10

/**
 * Does this begin as each message does, with the id of a conversation and a type? Hocuspocus keeps connections under
 * the name as it comes, `__proto__` too, and writes it to the console, past our log.
 */
export function isFrame(bytes: Buffer): boolean {
  if (bytes[0] !== nameLength) return false
  const type = bytes[nameLength + 1]
  return type !== undefined && type <= lastType && id.test(bytes.toString('latin1', 1, nameLength + 1))
}
