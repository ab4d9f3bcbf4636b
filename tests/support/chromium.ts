import { inflate } from '@sparticuz/chromium'
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { chromium, type Browser } from 'playwright-core'

const system = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync)

/** The npm package with its packed parts, and where this checkout keeps them unpacked. */
const packed = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..', 'bin')
const unpacked = join(packed, '..', '..', '..', '.cache', 'chromium')

/**
 * Unpacks the Chromium from npm once for this checkout. A folder gets its name when all is in it: whoever unpacks at the
 * same time, or died while unpacking, leaves no half to be met.
 */
export async function unpackChromium(folder = unpacked): Promise<void> {
  if (system || existsSync(folder)) return
  await mkdir(dirname(folder), { recursive: true })
  const making = await mkdtemp(`${folder}-`)
  await Promise.all(inflateInto(making))
  // The system's libraries, when they are there, suit it better than those of another system's image.
  if (!execFileSync('ldd', [join(making, 'chromium')]).includes('not found'))
    await rm(join(making, 'al2023'), { recursive: true })
  await rename(making, folder).catch(async () => {
    await rm(making, { recursive: true })
    if (!existsSync(folder)) throw new Error(`Chromium could not be unpacked into ${folder}.`)
  })
}

/** The package unpacks into the folder for temporary files, which it looks up as soon as it is called. */
function inflateInto(folder: string): Promise<string>[] {
  const before = process.env['TMPDIR']
  process.env['TMPDIR'] = folder
  const unpacking = ['chromium.br', 'swiftshader.tar.br', 'al2023.tar.br'].map((name) =>
    inflate(join(packed, name)),
  )
  if (before === undefined) delete process.env['TMPDIR']
  else process.env['TMPDIR'] = before
  return unpacking
}

/** Before the first worker: three would unpack it three times. */
export const setup = (): Promise<void> => unpackChromium()

/** The system's Chromium when there is one, else the one from npm. */
export async function launchChromium(folder = unpacked): Promise<Browser> {
  await unpackChromium(folder)
  const libraries = join(folder, 'al2023', 'lib')
  return chromium.launch({
    executablePath: system ?? join(folder, 'chromium'),
    headless: true,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--font-render-hinting=none'],
    ...(existsSync(libraries) ? { env: { ...process.env, LD_LIBRARY_PATH: libraries } } : {}),
  })
}
