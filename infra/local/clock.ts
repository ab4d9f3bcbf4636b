import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The sandbox's clock, read from the file that it keeps beside its data; moved there, moved here. */
export const sandboxClock = (dir: string) => (): Date => {
  const { offset } = JSON.parse(readFileSync(join(dir, 'clock.json'), 'utf8')) as { offset: number }
  return new Date(Date.now() + offset)
}
