import { setTimeout as pause } from 'node:timers/promises'
import { parentPort, workerData } from 'node:worker_threads'

/**
 * Beside an attack, on a thread of its own so that the attackers' work does not count: how long the server is silent
 * at most, and which share of good requests it serves.
 */
const { url, tokens } = workerData as { url: string; tokens: string[] }
let watching = true
parentPort?.once('message', () => (watching = false))

const patience = 10_000
const get = (path: string, token?: string) =>
  fetch(url + path, {
    signal: AbortSignal.timeout(patience),
    ...(token ? { headers: { authorization: `Bearer ${token}` } } : {}),
  }).then(
    async (response) => {
      await response.arrayBuffer()
      return response.status
    },
    () => 0,
  )

let longest = 0
async function listen(): Promise<void> {
  while (watching) {
    const asked = performance.now()
    await get('/healthz')
    longest = Math.max(longest, performance.now() - asked)
    await pause(20)
  }
}
let [asked, served] = [0, 0]
async function work(): Promise<void> {
  for (let at = 0; watching; at += 1) {
    asked += 1
    if ((await get('/api/settings', tokens[at % tokens.length])) === 200) served += 1
    // Below the 300 requests a minute that a person has.
    await pause(100)
  }
}
await Promise.all([listen(), work()])
parentPort?.postMessage({ longest, asked, served })
