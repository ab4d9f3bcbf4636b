import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { Environment } from '../../server/config.ts'

const read = (name: string) => readFileSync(join(import.meta.dirname, name), 'utf8')
const named = (ending: string) => readdirSync(import.meta.dirname).filter((name) => name.endsWith(ending))

/** The code of a file without comments and texts, so that names and brackets are only those of the code. */
const codeOf = (source: string) =>
  source.replaceAll(/^\s*\/\/.*$/gm, '').replaceAll(/'(?:[^'\\\n]|\\.)*'/g, (text) =>
    // An expression in a text is code again.
    [...text.matchAll(/\$\{([^}]*)\}/g)].map(([, code]) => ` ${code} `).join(''),
  )
const found = (source: string, pattern: RegExp) => [...source.matchAll(pattern)].map(([, name = '']) => name)
const paramsOf = (source: string) => found(source, /^param (\w+)/gm)
const required = (source: string) => found(source, /^param (\w+) \w+$/gm)
const modules = named('.bicep').map((name) => ({ name, source: read(name), code: codeOf(read(name)) }))
const main = read('main.bicep')

describe.each(modules)('$name', ({ source, code }) => {
  test('brackets are balanced', () => {
    const pairs: Record<string, string> = { ')': '(', ']': '[', '}': '{' }
    const open: string[] = []
    for (const [sign] of code.matchAll(/[()[\]{}]/g))
      if (!pairs[sign]) open.push(sign)
      else expect(open.pop()).toBe(pairs[sign])
    expect(open).toEqual([])
  })

  test('every parameter and variable is used', () => {
    // Without the keys of objects, which may have the same name.
    const values = code.replaceAll(/(?<=^\s*|[{,]\s*)\w+:/gm, '')
    const uses = (name: string) => values.match(new RegExp(`(?<![.\\w])${name}(?!\\w)`, 'g'))?.length ?? 0
    const declared = [...paramsOf(source), ...found(source, /^var (\w+)/gm)]
    expect(declared.filter((name) => uses(name) < 2)).toEqual([])
  })
})

describe('modules and parameter files', () => {
  test('a module is given every parameter that it has, and no other', () => {
    const calls = [
      ...main.matchAll(/^module \w+ '([\w.]+)'[^{]*\{\n {2}name: .*\n {2}params: \{\n((?: {4}.*\n)+)/gm),
    ]
    expect(calls).toHaveLength(modules.length - 1)
    for (const [, file = '', body = ''] of calls)
      expect([file, found(body, /^ {4}(\w+):/gm).sort()]).toEqual([file, paramsOf(read(file)).sort()])
  })

  test.each(named('.bicepparam'))('%s gives what has no default, and nothing that is not there', (name) => {
    const given = paramsOf(read(name))
    expect(given.filter((one) => !paramsOf(main).includes(one))).toEqual([])
    expect(required(main).filter((one) => !given.includes(one))).toEqual([])
  })

  test('the servers get variables that the product knows', () => {
    const names = found(read('app.bicep'), /\{ name: '([A-Z_]+)', value:/g).map((one) =>
      one.replace(/_FILE$/, ''),
    )
    expect(names.length).toBeGreaterThan(10)
    expect(names.filter((one) => !Object.keys(Environment.properties).includes(one))).toEqual([])
  })

  test('an alert looks for words that the product logs', () => {
    const server = readdirSync(join(import.meta.dirname, '../../server'), {
      recursive: true,
      encoding: 'utf8',
    })
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
      .map((name) => read(join('../../server', name)))
      .join('\n')
    const words = found(read('alerts.bicep'), /query: '(.*)'/g).flatMap((query) => found(query, /"([^"]+)"/g))
    expect(words.length).toBeGreaterThan(10)
    expect(words.filter((word) => !server.includes(`'${word}'`))).toEqual([])
  })
})
