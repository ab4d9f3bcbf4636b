import { parseArgs, type ParseArgsConfig } from 'node:util'
import { inWords } from './database/mongo-opening.ts'

/** A command cannot be done as it was asked; the message says why. */
export class CommandRefused extends Error {
  override name = 'CommandRefused'
}

type Parsed<T extends ParseArgsConfig> = ReturnType<typeof parseArgs<T>>

/**
 * Runs a command of an operator. What they can mend is said in one sentence, any other error with its stack.
 * @param mendable errors whose message is for them
 */
export async function runCommand<T extends ParseArgsConfig>(
  usage: string,
  args: T,
  mendable: (new (...args: never[]) => Error)[],
  work: (given: Parsed<T>, say: (line: string) => void) => Promise<void>,
): Promise<void> {
  try {
    await work(parseArgs(args), (line) => void process.stdout.write(`${line}\n`))
  } catch (thrown) {
    const error = inWords(thrown)
    const isUsage = (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS')
    const isTold = [CommandRefused, ...mendable].some((kind) => error instanceof kind)
    const text = error instanceof Error ? (isTold ? error.message : error.stack) : String(error)
    process.stderr.write(`${isUsage ? usage : text}\n`)
    process.exitCode = 1
  }
}

/** `1,234 documents` */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`
