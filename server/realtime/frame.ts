import { IncomingMessage, MessageType } from '@hocuspocus/server'
import { messageYjsSyncStep1, messageYjsSyncStep2, messageYjsUpdate } from 'y-protocols/sync'
import * as Y from 'yjs'

/** A document's name is its conversation's id: so many signs, and their count before them in one byte. */
const nameLength = 36
const id = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Of what a device tells about itself, in bytes; a page sends some hundreds. */
const presenceLimit = 4096

/** The only authentication message that a page sends (`AuthMessageType.Token`). */
const brings = 0

/**
 * Which conversation a message is for. Hocuspocus writes what it cannot read to the console, past our log, with what
 * was in it, and keeps connections under the name as it comes, `__proto__` too: only what a page sends reaches it.
 * @returns null when this is no message of a page, from its first byte to its last
 */
export function conversationOf(bytes: Buffer): string | null {
  if (bytes[0] !== nameLength) return null
  const name = bytes.toString('latin1', 1, nameLength + 1)
  if (!id.test(name)) return null
  try {
    return isReadable(new IncomingMessage(bytes.subarray(nameLength + 1))) ? name : null
  } catch {
    return null
  }
}

function isReadable(message: IncomingMessage): boolean {
  switch (message.readVarUint() as MessageType) {
    case MessageType.Sync:
      return isSync(message)
    case MessageType.Awareness:
      return isPresence(message.readVarUint8Array())
    case MessageType.Auth:
      return message.readVarUint() === brings && isText(message) && (isAtEnd(message) || isText(message))
    case MessageType.Stateless:
      return isText(message)
    case MessageType.QueryAwareness:
    case MessageType.CLOSE:
      return true
    default:
      return false
  }
}

function isSync(message: IncomingMessage): boolean {
  const step = message.readVarUint()
  const payload = message.readVarUint8Array()
  switch (step) {
    case messageYjsSyncStep1:
      Y.decodeStateVector(payload)
      return true
    case messageYjsSyncStep2:
      Y.decodeUpdate(payload)
      return true
    case messageYjsUpdate:
      // One comes with each key: whether it can be read shows where it is taken (`take.ts`).
      return true
    default:
      return false
  }
}

function isPresence(bytes: Uint8Array): boolean {
  if (bytes.length > presenceLimit) return false
  const message = new IncomingMessage(bytes)
  for (let left = message.readVarUint(); left > 0; left -= 1) {
    message.readVarUint()
    message.readVarUint()
    JSON.parse(message.readVarString())
  }
  return true
}

/** Reads a text; @throws when it is cut short or is none */
const isText = (message: IncomingMessage): boolean => typeof message.readVarString() === 'string'

const isAtEnd = ({ decoder }: IncomingMessage): boolean => decoder.pos === decoder.arr.length
