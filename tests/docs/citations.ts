import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'

const root = join(import.meta.dirname, '../..')

/** A file that cites others: where it is, and what in it is for people to read. */
export type Page = { path: string; prose: string }

const left = ['**/node_modules/**', '**/dist/**', '.data/**', '.git/**', '.screens/**', 'manifest/build/**']
const found = globSync(['**/*', '.config/**', '.ci/**'], { cwd: root, exclude: left })

/** Everything in the checkout by its path, folders too. */
export const paths = new Set(found.map((path) => path.replaceAll('\\', '/')))

const names = new Set([...paths].map((path) => basename(path)))

const read = (path: string) => readFileSync(join(root, path), 'utf8')

/** The comments of a source file, each block as one line, so that a citation may be broken over two. */
export function commentsOf(source: string): string {
  const blocks: string[] = []
  let inside = false
  for (const line of source.split('\n')) {
    const [, mark, text = ''] = /^\s*(\/\*\*?|\*\/?|\/\/|#)\s?(.*)$/.exec(line) ?? []
    const trailing = mark ? undefined : /(?:^|\s)\/\/ (.*)$/.exec(line)?.[1]
    const said = mark ? text : trailing
    if (said === undefined) inside = false
    else if (inside && mark !== '/**' && mark !== '/*') blocks.push(`${blocks.pop() ?? ''} ${said}`)
    else blocks.push(said)
    if (said !== undefined) inside = mark !== undefined
  }
  return blocks.map((block) => block.replace(/\s+/g, ' ').trim()).join('\n')
}

const isPage = (path: string) => /^(README|docs\/[\w-]+)\.md$/.test(path)
const isSource = (path: string) => /\.(tsx?|m?js)$/.test(path) || /^\.ci\/\w+$/.test(path)

export const pages: Page[] = [...paths].flatMap((path) => {
  if (isPage(path)) return [{ path, prose: read(path) }]
  return isSource(path) && !path.startsWith('tests/docs/') ? [{ path, prose: commentsOf(read(path)) }] : []
})

const headings = (document: string) =>
  [...read(document).matchAll(/^#+ (.+)$/gm)].map((match) => match[1] ?? '')

/** Is there a file with this path, or the end of one? */
const isThere = (path: string) =>
  paths.has(path) ||
  (path.includes('/') ? [...paths].some((one) => one.endsWith(`/${path}`)) : names.has(path))

/** A document and, after a comma, one of its headings. */
const cited = /(\()?\b(docs\/[\w-]+\.md)(?:, ([^).,;:\n]+))?/g

/** What a text cites and is not there, in words. */
export function brokenIn(prose: string): string[] {
  const broken: string[] = []
  for (const [, bracket, document = '', after] of prose.matchAll(cited)) {
    // Outside brackets a sentence may go on after the name.
    const section = bracket || /^[A-Z]/.test(after ?? '') ? after : undefined
    if (!paths.has(document)) broken.push(`there is no ${document}`)
    else if (section && !headings(document).includes(section))
      broken.push(`${document} has no section "${section}"`)
  }
  for (const [, document = ''] of prose.matchAll(/(?<![\w./-])([\w-]+\.md)\b/g))
    if (!isThere(document)) broken.push(`there is no ${document}`)
  for (const [, file = ''] of prose.matchAll(/`([\w./-]+\.(?:tsx?|m?js))`/g))
    if (!isThere(file)) broken.push(`there is no ${file}`)
  // The documents have names of their own, as others of their kind do.
  for (const [words] of prose.matchAll(/\(design, |platform[- ]facts(?!\.md)/g))
    broken.push(`"${words}" without its document`)
  return broken
}
