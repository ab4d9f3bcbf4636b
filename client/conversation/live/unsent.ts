import * as Y from 'yjs'
import { forget, keep, recall } from '../../lib/kept.ts'

/** Typing writes the copy at most this often, in milliseconds. */
const rest = 300

const encode = (bytes: Uint8Array) => {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text)
}
const decode = (text: string) => Uint8Array.from(atob(text), (one) => one.charCodeAt(0))

/**
 * A copy of the notes for as long as the server has not confirmed all of them, so that a reload while offline
 * loses nothing. Made after a rest, and at once when the page goes.
 */
export function unsentCopy(document: Y.Doc, key: string) {
  let timer: ReturnType<typeof setTimeout> | undefined
  const write = () => {
    clearTimeout(timer)
    timer = undefined
    keep(key, encode(Y.encodeStateAsUpdate(document)))
  }
  const leaving = () => {
    if (timer !== undefined) write()
  }
  window.addEventListener('pagehide', leaving)
  const clear = () => {
    clearTimeout(timer)
    timer = undefined
    forget(key)
  }
  return {
    /** Brings back what an earlier page did not get to the server. @returns whether there was any */
    restore(): boolean {
      const kept = recall(key)
      if (!kept) return false
      try {
        Y.applyUpdate(document, decode(kept))
        return true
      } catch {
        clear()
        return false
      }
    },
    changed(): void {
      timer ??= setTimeout(write, rest)
    },
    clear,
    close(): void {
      leaving()
      window.removeEventListener('pagehide', leaving)
    },
  }
}
