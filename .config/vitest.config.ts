import { defineConfig } from 'vitest/config'

const shared = { root: '.', environment: 'node' as const, isolate: false }

/** `unit` beside the code; `server`, `sandbox` and `browser` against running parts, each its own project. */
export default defineConfig({
  test: {
    // Most of the time such a test waits: more at once than there are cores.
    maxWorkers: 3,
    projects: [
      {
        test: {
          ...shared,
          name: 'unit',
          include: ['{server,client,infra,manifest,tests/invites}/**/*.test.{ts,tsx}'],
        },
      },
      { test: { ...shared, name: 'sandbox', include: ['tests/sandbox/**/*.test.ts'] } },
      {
        test: {
          ...shared,
          name: 'server',
          include: ['tests/server/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          ...shared,
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
