import { existsSync, readFileSync } from 'node:fs'
import { relative } from 'node:path'

// Names every test that failed, says how many tests ran on which engine, and closes with the sum. A step that failed
// without a failing test (lint, types, a server that did not start) counts as one, so that the line never looks better
// than it is. The names stand here because often only the end of the output is kept.
const [reports, status] = process.argv.slice(2)
const say = (line) => process.stdout.write(`${line}\n`)

/** The first lines of an error and its lines in test files, without colour codes and the rest of the stack. */
const firstLines = (message = '') =>
  message
    .replaceAll(/\u001b\[[\d;]*m/g, '')
    .split('\n')
    .filter((line) => line.trim() !== '' && (!/^\s*at /.test(line) || line.includes('.test.ts:')))
    .slice(0, 8)
    .map((line) => `    ${line.slice(0, 300)}`)

/** A file that failed as a whole (a hook, an import) has no failing test, but a message of its own. */
const failuresOf = ({ name, status, message, assertionResults }) => {
  const tests = assertionResults.filter((test) => test.status === 'failed')
  if (tests.length > 0)
    return tests.map((test) => ({ title: test.fullName, name, message: test.failureMessages[0] }))
  return status === 'failed' ? [{ title: 'the file as a whole', name, message }] : []
}

let passed = 0
let failed = 0
for (const engine of ['embedded', 'mongodb']) {
  const path = `${reports}/${engine}.json`
  if (!existsSync(path)) continue
  const report = JSON.parse(readFileSync(path, 'utf8'))
  for (const { title, name, message } of report.testResults.flatMap(failuresOf)) {
    say(`FAILED (${engine}) ${relative(process.cwd(), name)}: ${title}`)
    for (const line of firstLines(message)) say(line)
  }
  const { numPassedTests, numFailedTests, numPendingTests } = report
  say(`${engine}: ${numPassedTests} passed, ${numFailedTests} failed, ${numPendingTests} skipped`)
  passed += numPassedTests
  failed += numFailedTests
}
if (status !== '0' && failed === 0) {
  say(
    'FAILED: a step without a failing test (install, format, lint, types, audit, a file or a server that did not start)',
  )
  failed = 1
}
say(`${passed} passed, ${failed} failed`)
