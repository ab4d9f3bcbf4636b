import './not-production.js'
import { spawn } from 'node:child_process'
import { join } from 'node:path'

/** `npm run dev`: the pages are built anew and the product restarted whenever a file changes. */
const bin = join(import.meta.dirname, '../../node_modules')
const children = [
  ['--disable-warning=ExperimentalWarning', '--watch', join(import.meta.dirname, 'start.ts')],
  ...['client', 'infra/sandbox/host'].map((folder) => [
    join(bin, 'vite/bin/vite.js'),
    ...['build', '--watch', '--config', `${folder}/vite.config.ts`, '--logLevel', 'warn'],
  ]),
].map((args) => spawn(process.execPath, args, { stdio: 'inherit' }))

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => children.forEach((child) => child.kill(signal)))
}
