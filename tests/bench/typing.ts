import { HocuspocusProvider } from '@hocuspocus/provider'
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import * as Y from 'yjs'
import { stepText } from '../../server/contract/live.ts'
import type { Ready, Used } from './typing-server.ts'

/** How many pairs, and how many times as long as bare Hocuspocus Groei may take. */
const sizes = [
  { pairs: 1, most: 1.3 },
  { pairs: 100, most: 1.3 },
  { pairs: 500, most: 1.5 },
]
const mostMemory = 1.5
const rounds = 3
/** Each person presses a key twice a second, for so long; what comes first warms both servers up. Milliseconds. */
const everyMs = 500
const warmUpMs = 4000
const typeForMs = 8000
/**
 * So many pairs are there before memory is counted, and each of their people has typed so many keys: what comes with a further
 * one is then a conversation's, and not the code that is compiled for the first ones. With 25 of them it was up to 3 KB for each
 * of 100.
 */
const firstPairs = 100
const firstKeys = 24
/** The notes are stored so long after the last key at most, however many there are; milliseconds. */
const storedWithin = 5000

type Kind = 'bare' | 'embedded' | 'mongodb'
const names: Record<Kind, string> = {
  bare: 'bare Hocuspocus',
  embedded: 'Groei on the embedded engine',
  mongodb: 'Groei through the driver',
}
/** `cpu`: microseconds of the server's processor for a key. `memory`: bytes for an open conversation. */
type Figures = { p50: number; p95: number; keys: number; memory: number; cpu: number }
type Person = { press: () => void; provider: HocuspocusProvider }
/** Milliseconds of each key that counts, and how many there are of all keys. */
type Keys = { took: number[]; sent: number; came: number; countFrom: number }

/**
 * Keystroke to the other screen with pairs of whom both type, processor time of a key and memory of an open conversation:
 * Groei beside Hocuspocus as it comes, in turns on the same machine by the same load. Through the driver too, where `MONGODB_URI`
 * names a server. @param only so many pairs
 */
export async function* measureTyping(only?: number): AsyncGenerator<string> {
  const kinds: Kind[] = ['embedded', ...(process.env['MONGODB_URI'] ? (['mongodb'] as const) : [])]
  for (const { pairs, most } of sizes.filter((one) => only === undefined || one.pairs === only)) {
    const { bare, products } = await inTurns(kinds, pairs)
    yield lineOf('bare', pairs, bare)
    for (const { kind, product } of products) {
      const ratio = (of: keyof Figures) => (product[of] / bare[of]).toFixed(2)
      const memory = pairs > 1 ? `, memory ${ratio('memory')} (bound ${mostMemory})` : ''
      yield lineOf(kind, pairs, product)
      yield `  beside bare: p50 ${ratio('p50')}, p95 ${ratio('p95')} (bound ${most} each), processor ${ratio('cpu')}${memory}`
    }
  }
  yield documentSize()
}

/**
 * Bare Hocuspocus and each of `kinds`, one after the other and again from the first: the machine is not as quick in one minute
 * as in the next. @returns the middle of each figure over the rounds
 */
async function inTurns(kinds: Kind[], pairs: number) {
  const measured: Record<Kind, Figures[]> = { bare: [], embedded: [], mongodb: [] }
  for (let round = 0; round < rounds; round += 1)
    for (const kind of ['bare', ...kinds] as const) measured[kind].push(await measureKeys(kind, pairs))
  const middleOf = (all: Figures[]): Figures => {
    const middle = (of: keyof Figures) =>
      all.map((one) => one[of]).toSorted((a, b) => a - b)[rounds >> 1] ?? Number.NaN
    return {
      p50: middle('p50'),
      p95: middle('p95'),
      keys: middle('keys'),
      memory: middle('memory'),
      cpu: middle('cpu'),
    }
  }
  const products = kinds.map((kind) => ({ kind, product: middleOf(measured[kind]) }))
  return { bare: middleOf(measured.bare), products }
}

function lineOf(kind: Kind, pairs: number, { p50, p95, keys, memory, cpu }: Figures): string {
  const size = pairs > 1 ? `; ${(memory / 1024).toFixed(0)} KB of memory per open conversation` : ''
  return `typing, ${names[kind]}, ${pairs} pair(s), ${keys} keys: to the other screen p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms; ${cpu.toFixed(0)} µs of the processor a key${size}`
}

/** @param execArgv more options of Node for the server */
export async function measureKeys(kind: Kind, pairs: number, execArgv: string[] = []): Promise<Figures> {
  const child = fork(join(import.meta.dirname, 'typing-server.ts'), [kind, String(pairs + firstPairs)], {
    execArgv: ['--disable-warning=ExperimentalWarning', '--expose-gc', ...execArgv],
  })
  const [ready] = (await once(child, 'message')) as [Ready]
  const used = async (): Promise<Used> => {
    child.send('used')
    return ((await once(child, 'message')) as [Used])[0]
  }
  const keys: Keys = { took: [], sent: 0, came: 0, countFrom: Infinity }
  const enter = async (those: Ready['pairs']): Promise<Person[]> => {
    const people: Person[] = []
    for (let from = 0; from < those.length; from += 25) {
      const some = those.slice(from, from + 25).map(({ id, tokens }) => pair(ready.url, id, tokens, keys))
      people.push(...(await Promise.all(some)).flat())
    }
    return people
  }
  const firstPeople = await enter(ready.pairs.slice(0, firstPairs))
  for (let key = 0; key < firstKeys; key += 1) {
    for (const { press } of firstPeople) press()
    await allCame(keys)
  }
  await pause(1000)
  const before = await used()
  const people = await enter(ready.pairs.slice(firstPairs))
  const timers: NodeJS.Timeout[] = []
  for (const { press } of people)
    // Everybody at a moment of their own.
    setTimeout(() => timers.push(setInterval(press, everyMs)), Math.random() * everyMs)
  await pause(warmUpMs)
  const [began, sentBefore] = [await used(), keys.sent]
  keys.countFrom = performance.now()
  await pause(typeForMs)
  for (const timer of timers) clearInterval(timer)
  await allCame(keys)
  const ended = await used()
  // Until all is stored.
  await pause(storedWithin)
  const after = await used()
  for (const { provider } of [...firstPeople, ...people]) provider.destroy()
  child.disconnect()
  await once(child, 'exit')
  const took = keys.took.sort((a, b) => a - b)
  const at = (part: number) => took[Math.floor(took.length * part)] ?? Number.NaN
  const memory = (after.heap + after.external - before.heap - before.external) / pairs
  const cpu = (ended.cpu - began.cpu) / (keys.sent - sentBefore)
  return { p50: at(0.5), p95: at(0.95), keys: took.length, memory, cpu }
}

async function allCame(keys: Keys): Promise<void> {
  for (let wait = 0; keys.came < keys.sent && wait < 1200; wait += 1) await pause(50)
  if (keys.came < keys.sent) throw new Error(`${keys.sent - keys.came} keys never came`)
}

/** Two people in one document, each in a text of their own, so that what arrives tells which key it was. */
async function pair(url: string, name: string, tokens: [string, string], keys: Keys): Promise<Person[]> {
  const both = tokens.map((token) => new HocuspocusProvider({ url, name, token }))
  await Promise.all(both.map((one) => new Promise<void>((resolve) => one.on('synced', () => resolve()))))
  return both.map((provider, at) => {
    const step = stepText(at === 0 ? 'goal' : 'reality')
    const text = provider.document.getText(step)
    const sent: number[] = []
    both[1 - at]?.document.getText(step).observe(({ changes }) => {
      const now = performance.now()
      const signs = changes.delta.reduce((sum, one) => sum + String(one.insert ?? '').length, 0)
      for (const began of sent.splice(0, signs)) {
        keys.came += 1
        if (began >= keys.countFrom) keys.took.push(now - began)
      }
    })
    const press = () => {
      keys.sent += 1
      sent.push(performance.now())
      text.insert(text.length, 'x')
    }
    return { press, provider }
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
