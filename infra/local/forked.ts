import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { NotStarted } from './failure.ts'
import type { Runner } from './launch.ts'

/** Node's own default folder for compiled code, so that a start finds the code that an earlier one compiled. */
const compileCache = join(tmpdir(), 'node-compile-cache')

/**
 * Runs the product in a process of its own, as in production: it can be killed while the tenant lives on.
 * @param onOutput called with all its output, which then does not go to ours
 * @param script runs another version of the product
 */
export function forked(
  onOutput?: (text: string) => void,
  script = join(import.meta.dirname, 'product.ts'),
): Runner {
  return async (settings, { tenantDir }) => {
    const child: ChildProcess = fork(script, {
      execArgv: ['--disable-warning=ExperimentalWarning'],
      silent: onOutput !== undefined,
      env: {
        PATH: process.env['PATH'],
        SANDBOX_DIR: tenantDir,
        NODE_COMPILE_CACHE: compileCache,
        ...settings,
      },
    })
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk: Buffer) => onOutput?.(chunk.toString()))
    const ready = await Promise.race([
      once(child, 'message').then(() => true),
      once(child, 'exit').then(() => false),
    ])
    if (!ready) throw new NotStarted()
    return {
      clockMoved: () => void (child.connected && child.send('clock-moved')),
      async end(signal) {
        if (child.exitCode !== null || child.signalCode !== null) return
        const exited = once(child, 'exit')
        child.kill(signal)
        await exited
      },
    }
  }
}
