import sparticuz, { inflate } from '@sparticuz/chromium'
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createRequire } from 'node:module'
import { chromium, type Browser } from 'playwright-core'

const system = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync)

/** Libraries that a bare machine lacks come in the npm package too, packed for another system's image. */
async function libraries(executable: string): Promise<string | undefined> {
  if (!execFileSync('ldd', [executable]).includes('not found')) return undefined
  const packed = join(
    dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')),
    '..',
    'bin',
    'al2023.tar.br',
  )
  return join(await inflate(packed), 'lib')
}

/** The system's Chromium when there is one, else the one from npm. */
export async function launchChromium(): Promise<Browser> {
  const executablePath = system ?? (await sparticuz.executablePath())
  const folder = system ? undefined : await libraries(executablePath)
  return chromium.launch({
    executablePath,
    headless: true,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--font-render-hinting=none'],
    ...(folder ? { env: { ...process.env, LD_LIBRARY_PATH: folder } } : {}),
  })
}
