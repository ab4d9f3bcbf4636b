import { IncomingMessage, MessageType } from '@hocuspocus/server'
import { messageYjsSyncStep1, messageYjsSyncStep2, messageYjsUpdate } from 'y-protocols/sync'
import * as Y from 'yjs'
import { sizeLimits } from '../contract/limits.ts'

/** A document's name is its conversation's id: so many signs, and their count before them in one byte. */
const nameLength = 36
const id = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The only authentication message that a page sends (`AuthMessageType.Token`). */
const brings = 0

export type LiveMessage = {
  conversationId: string
  type: MessageType
  /** The state of a page that asks what it lacks. */
  vector: Uint8Array | null
  /** Is it whole, from its first byte to its last? Not looked at before somebody is let in. */
  isReadable: () => boolean
}

/**
 * Reads the type of a message and its conversation, so that only messages of a page reach Hocuspocus. Hocuspocus writes
 * one that it cannot read to the console, with its content and past our log. It keeps connections under the name as it
 * comes, `__proto__` too.
 * @returns null when this is no message of a page
 */
export function readMessage(bytes: Buffer): LiveMessage | null {
  if (bytes[0] !== nameLength) return null
  const conversationId = bytes.toString('latin1', 1, nameLength + 1)
  if (!id.test(conversationId)) return null
  try {
    const body = bytes.subarray(nameLength + 1)
    const message = new IncomingMessage(body)
    const type = message.readVarUint() as MessageType
    // A token is read by whoever has not been let in: it is the one thing that is looked at in full here.
    if (type === MessageType.Auth && !isToken(message)) return null
    const isReadable = () => readable(new IncomingMessage(body))
    return { conversationId, type, vector: type === MessageType.Sync ? vectorIn(message) : null, isReadable }
  } catch {
    return null
  }
}

function vectorIn(message: IncomingMessage): Uint8Array | null {
  return message.readVarUint() === messageYjsSyncStep1 ? new Uint8Array(message.readVarUint8Array()) : null
}

const isToken = (message: IncomingMessage): boolean =>
  message.readVarUint() === brings && isText(message) && (isAtEnd(message) || isText(message))

function readable(message: IncomingMessage): boolean {
  try {
    return isReadable(message)
  } catch {
    return false
  }
}

function isReadable(message: IncomingMessage): boolean {
  switch (message.readVarUint() as MessageType) {
    case MessageType.Sync:
      return isSync(message)
    case MessageType.Awareness:
      return isPresence(message.readVarUint8Array())
    case MessageType.Auth:
      return isToken(message)
    case MessageType.Stateless:
      return message.readVarString().length <= sizeLimits.question
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
      // One comes with each key: whether it can be read shows where it is applied (`applyUpdate`).
      return true
    default:
      return false
  }
}

function isPresence(bytes: Uint8Array): boolean {
  if (bytes.length > sizeLimits.presence) return false
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
