import { HocuspocusProvider } from '@hocuspocus/provider'
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import * as Y from 'yjs'
import { stepText } from '../../server/contract/live.ts'
import type { Memory, Ready } from './typing-server.ts'

const sizes = [1, 100, 500]
/** Each person presses a key twice a second, for so long; milliseconds. */
const everyMs = 500
const typeForMs = 8000
const kinds = ['bare', 'product'] as const

type Figures = { p50: number; p95: number; keys: number; memory: number }
type Person = { text: Y.Text; sent: number[]; provider: HocuspocusProvider }

/**
 * Keystroke to the other screen with pairs of whom both type, and memory of an open conversation: Groei beside
 * Hocuspocus as it comes, on the same machine by the same load.
 */
export async function measureTyping(): Promise<string[]> {
  const lines: string[] = []
  for (const pairs of sizes) {
    const figures = { bare: await measure('bare', pairs), product: await measure('product', pairs) }
    const { bare, product } = figures
    for (const kind of kinds) {
      const { p50, p95, keys, memory } = figures[kind]
      const size = pairs > 1 ? `; ${(memory / 1024).toFixed(0)} KB of memory per open conversation` : ''
      lines.push(
        `typing, ${kind === 'bare' ? 'bare Hocuspocus' : 'Groei'}, ${pairs} pair(s), ${keys} keys: to the other screen p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms${size}`,
      )
    }
    const ratio = (of: keyof Figures) => (product[of] / bare[of]).toFixed(2)
    lines.push(
      `typing, ${pairs} pair(s), ratio of Groei to bare: p50 ${ratio('p50')}, p95 ${ratio('p95')}${pairs > 1 ? `, memory ${ratio('memory')}` : ''}`,
    )
  }
  lines.push(documentSize())
  return lines
}

async function measure(kind: (typeof kinds)[number], pairs: number): Promise<Figures> {
  const child = fork(join(import.meta.dirname, 'typing-server.ts'), [kind, String(pairs)], {
    execArgv: ['--disable-warning=ExperimentalWarning', '--expose-gc'],
  })
  const [ready] = (await once(child, 'message')) as [Ready]
  const memory = async (): Promise<Memory> => {
    child.send('memory')
    return ((await once(child, 'message')) as [Memory])[0]
  }
  const before = await memory()
  const took: number[] = []
  const people: Person[] = []
  for (let from = 0; from < ready.pairs.length; from += 25) {
    const joined = await Promise.all(
      ready.pairs.slice(from, from + 25).map(({ id, tokens }) => pair(ready.url, id, tokens, took)),
    )
    people.push(...joined.flat())
  }
  const timers: NodeJS.Timeout[] = []
  for (const one of people) {
    const key = () => {
      one.sent.push(performance.now())
      one.text.insert(one.text.length, 'x')
    }
    // Everybody at a moment of their own.
    setTimeout(() => timers.push(setInterval(key, everyMs)), Math.random() * everyMs)
  }
  await pause(typeForMs)
  for (const timer of timers) clearInterval(timer)
  const sent = people.reduce((sum, one) => sum + one.text.length, 0)
  for (let wait = 0; took.length < sent && wait < 200; wait += 1) await pause(50)
  if (took.length < sent) throw new Error(`${sent - took.length} keys never came`)
  await pause(1000)
  const after = await memory()
  for (const { provider } of people) provider.destroy()
  child.disconnect()
  await once(child, 'exit')
  took.sort((a, b) => a - b)
  const at = (part: number) => took[Math.floor(took.length * part)] ?? Number.NaN
  const used = (one: Memory) => one.heap + one.external
  return { p50: at(0.5), p95: at(0.95), keys: sent, memory: (used(after) - used(before)) / pairs }
}

/** Two people in one document, each in a text of their own, so that what arrives tells which key it was. */
async function pair(url: string, name: string, tokens: [string, string], took: number[]): Promise<Person[]> {
  const both = tokens.map((token) => new HocuspocusProvider({ url, name, token }))
  await Promise.all(both.map((one) => new Promise<void>((resolve) => one.on('synced', () => resolve()))))
  return both.map((provider, at) => {
    const step = stepText(at === 0 ? 'goal' : 'reality')
    const sent: number[] = []
    const other = both[1 - at]?.document.getText(step)
    other?.observe(({ changes }) => {
      const now = performance.now()
      const signs = changes.delta.reduce((sum, one) => sum + String(one.insert ?? '').length, 0)
      for (let sign = 0; sign < signs; sign += 1) took.push(now - (sent.shift() ?? now))
    })
    return { text: provider.document.getText(step), sent, provider }
  })
}

/** What Yjs keeps of 10,000 edits at random places by two people, a third of them deletions. */
function documentSize(): string {
  const [a, b] = [new Y.Doc(), new Y.Doc()]
  for (let edit = 0; edit < 10_000; edit += 1) {
    const [from, to] = edit % 2 ? [a, b] : [b, a]
    const text = from.getText(stepText('goal'))
    const at = Math.floor(Math.random() * (text.length + 1))
    if (edit % 3 === 2 && at < text.length) text.delete(at, 1)
    else text.insert(at, 'x')
    Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)))
  }
  const size = Y.encodeStateAsUpdate(a).length
  return `a document after 10,000 random edits: ${(size / 1024).toFixed(0)} KB for ${a.getText(stepText('goal')).length} signs (bound 1465 KB for the page, 1953 KB for the server)`
}
