import { existsSync, readFileSync } from 'node:fs'

// Says how many tests ran on which engine, and closes with the sum. A step that failed without a failing test
// (lint, types, a server that did not start) counts as one, so that the line never looks better than it is.
const [reports, status] = process.argv.slice(2)
let passed = 0
let failed = 0
for (const engine of ['embedded', 'mongodb']) {
  const path = `${reports}/${engine}.json`
  if (!existsSync(path)) continue
  const report = JSON.parse(readFileSync(path, 'utf8'))
  const { numPassedTests, numFailedTests, numPendingTests } = report
  process.stdout.write(
    `${engine}: ${numPassedTests} passed, ${numFailedTests} failed, ${numPendingTests} skipped\n`,
  )
  passed += numPassedTests
  failed += numFailedTests
}
if (status !== '0' && failed === 0) failed = 1
process.stdout.write(`${passed} passed, ${failed} failed\n`)
