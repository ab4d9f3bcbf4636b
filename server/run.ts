/**
 * Runs a server until SIGINT or SIGTERM and closes it cleanly. An error that the
 * operator can mend is logged as one sentence, any other with its stack.
 */
export async function run(
  start: () => Promise<{ close(): Promise<unknown> }>,
  mendable: (new (...args: never[]) => Error)[],
): Promise<void> {
  try {
    const running = await start()
    const stop = () => {
      running.close().then(
        () => process.exit(0),
        (error: unknown) => fail(error, mendable),
      )
    }
    process.once('SIGINT', stop)
    process.once('SIGTERM', stop)
  } catch (error) {
    // Only here: `npm start` compiles no driver before its cache is on.
    const { inWords } = await import('./database/mongo-opening.ts')
    fail(inWords(error), mendable)
  }
}

function fail(error: unknown, mendable: (new (...args: never[]) => Error)[]): never {
  const told = error instanceof Error && mendable.some((kind) => error instanceof kind)
  process.stderr.write(`${told ? error.message : error instanceof Error ? error.stack : String(error)}\n`)
  process.exit(1)
}
