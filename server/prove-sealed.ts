import './node-version.js'
import { open, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { withSecretFiles } from './config-files.ts'
import { ConfigError, readConfig } from './config.ts'
import { DatabaseOpenError } from './database/errors.ts'
import { connect } from './database/mongo.ts'
import { inWords } from './database/mongo-opening.ts'
import { wordFinder } from './sealing/find-words.ts'

const usage = 'npm run prove-sealed -- --words FILE, with one word or phrase a line'
/** Bytes of a file that are looked at in one go. */
const piece = 32 * 1024 * 1024

class NotLooked extends Error {}
type Finder = ReturnType<typeof wordFinder>
type Tell = (word: number, form: string, place: string) => void

const say = (line: string) => void process.stdout.write(`${line}\n`)

async function inFile(path: string, { find, longest }: Finder, tell: Tell): Promise<number> {
  const file = await open(path, 'r')
  const { size } = await file.stat()
  try {
    for (let from = 0; from < size; from += piece) {
      const buffer = Buffer.alloc(Math.min(piece + longest, size - from))
      const { bytesRead } = await file.read(buffer, 0, buffer.length, from)
      for (const { word, form, at } of find(buffer.subarray(0, bytesRead)))
        tell(word, form, `${path}, byte ${from + at}`)
    }
  } finally {
    await file.close()
  }
  return size
}

/** The texts and bytes in a value, and the names of its fields, with their paths. */
function* textsIn(value: unknown, path: string): Generator<{ path: string; bytes: Buffer }> {
  if (typeof value === 'string') yield { path, bytes: Buffer.from(value) }
  else if (value !== null && typeof value === 'object') {
    const { buffer } = value as { buffer?: unknown }
    if (buffer instanceof Uint8Array) yield { path, bytes: Buffer.from(buffer) }
    else
      for (const [name, one] of Object.entries(value)) {
        yield { path: `${path}.(name)`, bytes: Buffer.from(name) }
        yield* textsIn(one, `${path}.${name}`)
      }
  }
}

async function inMongo(uri: string, { find }: Finder, tell: Tell): Promise<number> {
  const { client, database } = await connect(uri)
  let looked = 0
  try {
    for (const { name } of await database.listCollections().toArray())
      for await (const document of database.collection(name).find()) {
        looked += 1
        // One search of all of it: only where something is found it is looked where.
        const parts = [...textsIn(document, name)]
        if (find(Buffer.concat(parts.flatMap(({ bytes }) => [bytes, Buffer.from('\n')]))).length === 0)
          continue
        for (const { path, bytes } of parts)
          for (const { word, form } of find(bytes)) tell(word, form, `${path} of ${String(document._id)}`)
      }
  } finally {
    await client.close()
  }
  return looked
}

/** `npm run prove-sealed`: looks for words in the whole database, and says where they are found. It prints none of them. */
async function prove(): Promise<void> {
  const { values } = parseArgs({ options: { words: { type: 'string' } } })
  if (!values.words) throw new NotLooked(usage)
  const text = await readFile(values.words, 'utf8').catch(() => {
    throw new NotLooked(`${values.words} cannot be read.`)
  })
  const lines = text.split(/\r?\n/).map((line) => line.trim())
  const words = lines.flatMap((line, at) => (line ? [{ line, at }] : []))
  if (words.length === 0) throw new NotLooked(`${values.words} has no words.`)
  const { uri, dir } = readConfig(withSecretFiles(process.env)).database
  const finder = wordFinder(words.map(({ line }) => line))
  let finds = 0
  const tell: Tell = (word, form, place) => {
    finds += 1
    say(`found: line ${(words[word]?.at ?? 0) + 1} of ${values.words}, ${form}, in ${place}`)
  }
  if (uri) say(`${await inMongo(uri, finder, tell)} documents of all collections were looked through`)
  else {
    // Beside the database lie its log, the keys, and what a restore kept.
    const files = (await readdir(dir, { withFileTypes: true })).filter((one) => one.isFile())
    const names = files.map(({ name }) => name)
    if (!names.includes('groei.db')) throw new NotLooked(`${dir} has no database.`)
    for (const name of names)
      say(`${join(dir, name)}: ${await inFile(join(dir, name), finder, tell)} bytes were looked through`)
  }
  say(finds === 0 ? `None of ${words.length} words was found.` : `${finds} finds.`)
  process.exitCode = finds === 0 ? 0 : 1
}

prove().catch((thrown: unknown) => {
  const error = inWords(thrown)
  const isTold = [NotLooked, ConfigError, DatabaseOpenError].some((kind) => error instanceof kind)
  const isUsage = (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS')
  const text = error instanceof Error ? (isTold ? error.message : error.stack) : String(error)
  process.stderr.write(`${isUsage ? usage : text}\n`)
  process.exitCode = 2
})
