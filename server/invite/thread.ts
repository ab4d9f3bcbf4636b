import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import pLimit from 'p-limit'
import type { BodyWork } from './body-work.ts'
import { checkBytes, inviteLimits, TooLarge, type InviteLimits } from './limits.ts'

export type Question = { work: keyof BodyWork; args: unknown[] }
export type Answer =
  { kind: 'done'; result: unknown } | { kind: 'too-large'; what: string } | { kind: 'failed'; error: unknown }

/** The work on bodies, done elsewhere. @throws TooLarge */
export type Bodies = {
  [Name in keyof BodyWork]: (...args: Parameters<BodyWork[Name]>) => Promise<ReturnType<BodyWork[Name]>>
}

const entry = new URL('in-thread.ts', import.meta.url)

/**
 * Does the work on bodies in a thread of its own, one piece at a time. Foreign HTML that takes too long or too much memory
 * costs that thread, never the server: the next piece of work gets a new one.
 */
export function bodyThread(limits: InviteLimits = inviteLimits): Bodies & { close(): Promise<void> } {
  const inTurn = pLimit(1)
  let running: Worker | null = null

  /** The first piece of work waits for it; its time begins when the thread is there. */
  async function started(): Promise<Worker> {
    if (running) return running
    const worker = new Worker(entry, {
      // It reads HTML and nothing else: no settings, no keys.
      env: {},
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: limits.memory, maxYoungGenerationSizeMb: limits.memory / 8 },
    })
    worker.on('exit', () => forget(worker))
    // The task that waits for the thread gets the error. A thread that dies idle is no failure.
    worker.on('error', () => forget(worker))
    await once(worker, 'message')
    worker.unref()
    running = worker
    return worker
  }

  function forget(worker: Worker): void {
    if (running === worker) running = null
  }

  async function ask(question: Question): Promise<unknown> {
    const worker = await started()
    const over = AbortSignal.timeout(limits.time)
    const answered = once(worker, 'message', { signal: over }) as Promise<[Answer]>
    worker.postMessage(question)
    const [answer] = await answered.catch(async (error: unknown) => {
      forget(worker)
      await worker.terminate()
      if (over.aborted) throw new TooLarge('time')
      throw isOutOfMemory(error) ? new TooLarge('memory') : error
    })
    if (answer.kind === 'done') return answer.result
    throw answer.kind === 'too-large' ? new TooLarge(answer.what) : answer.error
  }

  function worked<Name extends keyof BodyWork>(work: Name): Bodies[Name] {
    const done = async (...args: Parameters<BodyWork[Name]>): Promise<unknown> => {
      checkBytes(args[0].body.content, limits)
      return inTurn(() => ask({ work, args }))
    }
    return done as Bodies[Name]
  }

  return {
    fingerprint: worked('fingerprint'),
    isEdited: worked('isEdited'),
    isNamed: worked('isNamed'),
    remove: worked('remove'),
    write: worked('write'),
    close: async () => void (await running?.terminate()),
  }
}

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
