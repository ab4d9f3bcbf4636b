import { parentPort, workerData } from 'node:worker_threads'
import { WebSocket } from 'ws'
import { auth, frame, varUint } from './live-frames.ts'

/** A thread that signs in to the live notes as one person, and then sends what it is told to. */
const { url, name, token } = workerData as { url: string; name: string; token: string }
const heard = { messages: 0, bytes: 0, ends: 0 }

/** Announces 33 million structs in a few bytes. */
const announcing = [1, ...varUint(33_554_432), 7, 0, 132, 1, 0, 1, 120, 0]
const messages = {
  question: frame(name, 0, 0, 1, 0),
  update: frame(name, 0, 2, announcing.length, ...announcing),
}

let socket = open()
function open(): WebSocket {
  const made = new WebSocket(url)
  made.on('error', () => undefined)
  made.on('open', () => made.send(auth(name, token)))
  made.on('message', (data: Buffer) => {
    heard.messages += 1
    heard.bytes += data.length
    parentPort?.postMessage(heard)
  })
  made.on('close', () => {
    heard.ends += 1
    parentPort?.postMessage(heard)
    socket = open()
  })
  return made
}

parentPort?.on('message', ({ what, count }: { what: keyof typeof messages; count: number }) => {
  const send = () => {
    for (let at = 0; at < count; at += 1) socket.send(messages[what])
  }
  if (socket.readyState === WebSocket.OPEN) send()
  else socket.once('open', () => setTimeout(send))
})
