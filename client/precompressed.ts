import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'
import type { Plugin } from 'vite'

/** Below so many bytes the headers weigh more than what compressing saves. */
const worthwhile = 1024

/** By the endings that @fastify/static looks for. Brotli's default is its highest level, gzip's is not. */
const encodings = {
  br: promisify(brotliCompress),
  gz: (content: Buffer) => promisify(gzip)(content, { level: 9 }),
}

/** Writes each script and style sheet compressed beside itself: the server sends what the build made. */
export function precompressed(): Plugin {
  return {
    name: 'precompressed',
    async writeBundle({ dir = '' }, bundle) {
      // Seconds at each change would be seconds that somebody waits.
      if (this.meta.watchMode) return
      const paths = Object.keys(bundle).filter((name) => /\.(js|css)$/.test(name))
      await Promise.all(paths.map((name) => compress(join(dir, name))))
    },
  }
}

async function compress(path: string): Promise<void> {
  const content = await readFile(path)
  if (content.length < worthwhile) return
  for (const [ending, encode] of Object.entries(encodings))
    await writeFile(`${path}.${ending}`, await encode(content))
}
