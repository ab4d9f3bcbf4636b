import { IncomingMessage, MessageType } from '@hocuspocus/server'
import { messageYjsSyncStep1, messageYjsSyncStep2, messageYjsUpdate } from 'y-protocols/sync'
import * as Y from 'yjs'
import { sizeLimits } from '../contract/limits.ts'

/** A document's name is its conversation's id: so many signs, and their count before them in one byte. */
const nameLength = 36
const id = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** A page's state, which asks what it lacks (step 1), or an update: of all that we lack (step 2), or of a key. */
export type SyncMessage = { step: number; payload: Uint8Array }

/** The only authentication message that a page sends (`AuthMessageType.Token`). */
const brings = 0

export type LiveMessage = {
  conversationId: string
  type: MessageType
  sync: SyncMessage | null
  presence: Uint8Array | null
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
    const sync = type === MessageType.Sync ? syncIn(message) : null
    // A key has been read: whether its update can be, shows where it is applied (`applyUpdate`).
    const isReadable = () => sync?.step === messageYjsUpdate || readable(new IncomingMessage(body))
    const presence = type === MessageType.Awareness ? message.readVarUint8Array() : null
    return { conversationId, type, sync, presence, isReadable }
  } catch {
    return null
  }
}

/**
 * Is this a whole message about a document, as one server writes it to the others in Redis: behind its own name? Anything
 * else would end the process: nobody waits for what Hocuspocus makes of it.
 */
export function isOfServer(bytes: Buffer): boolean {
  const [name = 0] = bytes
  const told = bytes.subarray(1 + name)
  if (told[0] !== nameLength || !id.test(told.toString('latin1', 1, nameLength + 1))) return false
  return readable(new IncomingMessage(told.subarray(nameLength + 1)), isBetweenServers)
}

function isBetweenServers(message: IncomingMessage): boolean {
  switch (message.readVarUint() as MessageType) {
    case MessageType.Sync:
    case MessageType.SyncReply:
      return isSync(message, [messageYjsSyncStep2, messageYjsUpdate])
    case MessageType.Awareness:
      return arePresences(message.readVarUint8Array())
    case MessageType.QueryAwareness:
      return true
    default:
      return false
  }
}

const syncIn = (message: IncomingMessage): SyncMessage => ({
  step: message.readVarUint(),
  payload: message.readVarUint8Array(),
})

const isToken = (message: IncomingMessage): boolean =>
  message.readVarUint() === brings && isText(message) && (isAtEnd(message) || isText(message))

function readable(message: IncomingMessage, isWhole = isReadable): boolean {
  try {
    return isWhole(message)
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

function isSync(message: IncomingMessage, updates: number[] = [messageYjsSyncStep2]): boolean {
  const { step, payload } = syncIn(message)
  if (step === messageYjsSyncStep1) Y.decodeStateVector(payload)
  else if (updates.includes(step)) Y.decodeUpdate(payload)
  else return false
  return true
}

const isPresence = (bytes: Uint8Array): boolean => bytes.length <= sizeLimits.presence && arePresences(bytes)

function arePresences(bytes: Uint8Array): boolean {
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
