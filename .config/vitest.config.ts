import { existsSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/**
 * Temporary files lie in memory where the machine has 4 GiB of it for files: the product waits for the disk at each
 * write, and a test of a killed process learns nothing from that. A container often has 64 MiB.
 */
function temporary(): string {
  const inMemory = '/dev/shm'
  if (!existsSync(inMemory)) return tmpdir()
  const { bavail, bsize } = statfsSync(inMemory)
  return bavail * bsize >= 4 * 2 ** 30 ? inMemory : tmpdir()
}

/** The folders of `system`: what needs a browser comes last, for it keeps the processors busy. */
const order = ['/tests/server/', '/tests/sandbox/', '/tests/browser/']

/** The file that waits most goes first: at the end nobody works beside it. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) =>
      moduleId.endsWith('/tests/server/settled.test.ts')
        ? -1
        : order.findIndex((folder) => moduleId.includes(folder))
    return (await super.sort(files)).sort((a, b) => place(a) - place(b))
  }
}

const shared = {
  root: '.',
  environment: 'node' as const,
  isolate: false,
  // The next worker finds what one compiled: a worker ends with its project.
  env: { TMPDIR: temporary(), NODE_COMPILE_CACHE: join(temporary(), 'node-compile-cache') },
  // As in `until`: a wait ends when what it waits for is there, and a busy machine may take long.
  expect: { poll: { timeout: 60_000 } },
  testTimeout: 60_000,
  hookTimeout: 60_000,
}

/** `unit` beside the code; `system` against running parts. */
export default defineConfig({
  test: {
    // Most of the time such a test waits: more at once than there are cores.
    maxWorkers: 4,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          ...shared,
          name: 'unit',
          include: ['{server,client,infra,manifest,tests/{invites,docs}}/**/*.test.{ts,tsx}'],
        },
      },
      {
        test: {
          ...shared,
          name: 'system',
          include: ['tests/{server,sandbox,browser}/**/*.test.ts'],
          // Node runs these test files, and all that they import, as they stand: as it runs the product.
          experimental: { viteModuleRunner: false },
          globalSetup: ['tests/support/chromium.ts'],
          testTimeout: 240_000,
          hookTimeout: 240_000,
        },
      },
    ],
  },
})
