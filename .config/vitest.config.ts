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

/** The file that waits most goes first: at the end nobody works beside it. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLongest = ({ moduleId }: TestSpecification) => moduleId.endsWith('/tests/server/settled.test.ts')
    return (await super.sort(files)).sort((a, b) => Number(isLongest(b)) - Number(isLongest(a)))
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

/** Node runs these test files, and all that they import, as they stand: as it runs the product. */
const native = { ...shared, experimental: { viteModuleRunner: false } }

/** `unit` beside the code; `server`, `sandbox` and `browser` against running parts, each its own project. */
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
      { test: { ...native, name: 'sandbox', include: ['tests/sandbox/**/*.test.ts'] } },
      {
        test: {
          ...native,
          name: 'server',
          include: ['tests/server/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          ...native,
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          globalSetup: ['tests/support/chromium.ts'],
          testTimeout: 240_000,
          hookTimeout: 240_000,
        },
      },
    ],
  },
})
