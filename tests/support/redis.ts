import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { onPath } from './on-path.ts'

/** Why tests with a real Redis cannot run here; null when they can. */
export const noRedis = onPath('redis-server')
  ? null
  : 'NOT RUN: redis-server is not on PATH (Debian: apt-get install redis-server)'

/**
 * A real Redis of the test's own, with nothing on disk, that can be killed and started again.
 * @param more parameters of redis-server
 */
export async function startRedis(more: string[] = []) {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  await once(probe, 'close')
  let child: ChildProcess | null = null

  async function start(): Promise<void> {
    const started = spawn('redis-server', [
      ...['--port', String(port), '--bind', '127.0.0.1'],
      ...['--save', '', '--appendonly', 'no'],
      ...more,
    ])
    child = started
    for await (const line of started.stdout) if (String(line).includes('Ready to accept connections')) return
    throw new Error('redis-server did not start')
  }
  async function kill(): Promise<void> {
    const ending = child
    child = null
    if (!ending || ending.exitCode !== null) return
    const exited = once(ending, 'exit')
    ending.kill('SIGKILL')
    await exited
  }
  await start()
  return { url: `redis://127.0.0.1:${port}`, start, kill }
}
