import { parentPort } from 'node:worker_threads'
import { bodyWork } from './body-work.ts'
import { TooLarge } from './limits.ts'
import type { Answer, Question } from './thread.ts'

/** The other side of `thread.ts`: does one piece of work after the other. */
function answerTo({ work, args }: Question): Answer {
  try {
    return { kind: 'done', result: (bodyWork[work] as (...args: unknown[]) => unknown)(...args) }
  } catch (error) {
    return error instanceof TooLarge ? { kind: 'too-large', what: error.message } : { kind: 'failed', error }
  }
}

parentPort?.on('message', (question: Question) => parentPort?.postMessage(answerTo(question)))
parentPort?.postMessage('ready')
