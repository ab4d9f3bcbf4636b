import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Ask, Took } from './sealing-server.ts'
import { measureKeys } from './typing.ts'

/** How many times as long as without sealing it may take. */
const most = { conversation: 1.15, key: 1.1 }
/** Turns of the two, so that what the machine does besides comes to both; a person may ask 300 times a minute. */
const rounds = {
  open: { turns: 12, times: 12 },
  finish: { turns: 12, times: 5 },
  key: { turns: 7, pairs: 50 },
}
const without = [`--import=${join(import.meta.dirname, 'without-sealing.ts')}`]

async function server(execArgv: string[]): Promise<ChildProcess> {
  const child = fork(join(import.meta.dirname, 'sealing-server.ts'), {
    execArgv: ['--disable-warning=ExperimentalWarning', ...execArgv],
  })
  await once(child, 'message')
  return child
}

const median = (all: number[]) => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0

/** Opening and finishing a conversation, and a key to the other screen, with sealing and without, turn by turn. */
export async function* measureSealing(): AsyncGenerator<string> {
  const both = await Promise.all([server([]), server(without)])
  const asked = async (child: ChildProcess, ask: Ask) => {
    child.send(ask)
    return ((await once(child, 'message')) as [Took])[0]
  }
  for (const work of ['open', 'finish'] as const) {
    const { turns, times } = rounds[work]
    const took: [number[], number[]] = [[], []]
    const cpu: [number[], number[]] = [[], []]
    // The first turn warms up.
    for (let turn = 0; turn <= turns; turn += 1)
      for (const side of turn % 2 ? ([0, 1] as const) : ([1, 0] as const)) {
        const some = await asked(both[side], { work, times })
        if (turn === 0) continue
        took[side].push(...some.each)
        cpu[side].push(some.cpu / 1000 / times)
      }
    const what = work === 'open' ? 'opening a conversation' : 'finishing and publishing a conversation'
    yield lineOf(`${what}, p50`, took, most.conversation)
    yield lineOf(`${what}, processor`, cpu, most.conversation)
  }
  for (const child of both) {
    child.disconnect()
    await once(child, 'exit')
  }
  const keys: [number[], number[]] = [[], []]
  for (let turn = 0; turn < rounds.key.turns; turn += 1)
    for (const side of turn % 2 ? ([0, 1] as const) : ([1, 0] as const))
      keys[side].push((await measureKeys('embedded', rounds.key.pairs, side === 0 ? [] : without)).p95)
  yield lineOf(`a key to the other screen, ${rounds.key.pairs} pairs, p95`, keys, most.key)
}

function lineOf(what: string, [sealed, clear]: [number[], number[]], bound: number): string {
  const [one, other] = [median(sealed), median(clear)]
  return `${what}: ${one.toFixed(2)} ms sealed, ${other.toFixed(2)} ms without: ${(one / other).toFixed(2)} times (bound ${bound}; ${sealed.length} of each)`
}
