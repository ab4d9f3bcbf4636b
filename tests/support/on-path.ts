import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

/** Is there such a program on PATH? */
export const onPath = (program: string): boolean =>
  (process.env['PATH'] ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK)
      return true
    } catch {
      return false
    }
  })
