import { AppManifestUtils } from '@microsoft/app-manifest'
import Ajv from 'ajv-draft-04'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { strFromU8, unzipSync } from 'fflate'
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { parseEnv } from 'node:util'
import { PNG } from 'pngjs'
import { describe, expect, test } from 'vitest'
import { pages } from '../server/http/pages.ts'
import { addInManifest } from './add-in.ts'
import { packageOf } from './package.ts'
import { appIdUri, schemaVersion } from './unified.ts'
import { readVariables, VariablesError, type Variables } from './variables.ts'

const here = import.meta.dirname
const env = parseEnv(readFileSync(join(here, 'env/sandbox.env'), 'utf8'))
const variables = readVariables(env)
const files = unzipSync(packageOf(variables, '1.2.3'))
const text = (name: string) => JSON.parse(strFromU8(files[name]!)) as Record<string, never>
const manifest = text('manifest.json')
const schemas = join(
  dirname(createRequire(import.meta.url).resolve('@microsoft/app-manifest')),
  `json-schemas/teams/v${schemaVersion}`,
)
const schema = (name: string) => JSON.parse(readFileSync(join(schemas, name), 'utf8')) as never

/** The patterns of this schema are none that the flag `u` allows. */
const localization = new Ajv({ strict: false, unicodeRegExp: false, formats: { uri: true } })

type Found = { path: string; value: unknown }
/** Every value in the manifest, by its path as language files write it. */
function walk(value: unknown, path = ''): Found[] {
  if (value === null || typeof value !== 'object') return [{ path, value }]
  return Object.entries(value).flatMap(([key, inner]) =>
    walk(inner, Array.isArray(value) ? `${path}[${key}]` : path ? `${path}.${key}` : key),
  )
}
const all = walk(manifest)
const ending = (name: string) =>
  all.filter(({ path }) => path.endsWith(name)).map(({ value }) => String(value))

describe('unified manifest', () => {
  test('the manifest fits Microsoft’s official schema, the newest one in their package', async () => {
    expect(
      await AppManifestUtils.validateAgainstSchema(manifest as never, schema('MicrosoftTeams.schema.json')),
    ).toEqual([])
    expect(existsSync(join(schemas, '..', 'v1.31'))).toBe(false)
  })

  test('a wrong manifest is refused by Microsoft’s official schema', async () => {
    const wrong = { ...manifest, bots: [{ botId: 'x', scopes: ['groupchat'] }] }
    expect(
      await AppManifestUtils.validateAgainstSchema(wrong as never, schema('MicrosoftTeams.schema.json')),
    ).not.toEqual([])
  })

  test('the manifest names only actions, pages and files that exist', () => {
    const actions = all
      .filter(({ path }) => /runtimes\[\d+\]\.actions\[\d+\]\.id$/.test(path))
      .map(({ value }) => value)
    for (const action of ending('.actionId')) expect(actions).toContain(action)
    expect(ending('.actionId')).toHaveLength(2)
    for (const file of [
      'icons.color',
      'icons.outline',
      'localizationInfo.defaultLanguageFile',
      '.file',
    ].flatMap(ending))
      expect(Object.keys(files)).toContain(file)
    const served = pages.map((one) => one.path)
    for (const url of [...ending('configurationUrl'), ...ending('contentUrl'), ...ending('code.page')])
      expect(served).toContain(new URL(url).pathname)
  })

  test('every id in the manifest is unique', () => {
    const ids = all
      .filter(({ path }) => /(groups|controls|runtimes|actions)\[\d+\]\.id$/.test(path))
      .map(({ value }) => value)
    expect(new Set(ids).size).toBe(ids.length)
    const guids = [variables.APP_ID, variables.CLIENT_ID, variables.ADDIN_ID]
    expect(new Set(guids).size).toBe(guids.length)
  })

  test('the manifest links only to its own host and the developer’s pages, always over https', () => {
    for (const { path, value } of all.filter(
      (one) => /^https?:/.test(String(one.value)) && one.path !== '$schema',
    )) {
      const url = new URL(String(value))
      expect([path, url.protocol]).toEqual([path, 'https:'])
      if (!path.startsWith('developer.')) expect([path, url.hostname]).toEqual([path, variables.HOSTNAME])
    }
    expect(manifest['validDomains']).toEqual([variables.HOSTNAME])
  })

  test('the manifest signs in for the scope that the server accepts, brokered by the host apps', () => {
    expect(manifest['webApplicationInfo']).toEqual({
      id: variables.CLIENT_ID,
      resource: appIdUri(variables),
      nestedAppAuthInfo: [
        {
          redirectUri: `brk-multihub://${variables.HOSTNAME}`,
          scopes: [`${appIdUri(variables)}/access_as_user`],
        },
      ],
    })
  })

  test.each(['en', 'nl'])('the manifest is fully localised in language %s', (language) => {
    const said = text(`${language}.json`)
    const check = localization.compile(schema('MicrosoftTeams.Localization.schema.json'))
    expect([check(said), check.errors]).toEqual([true, null])
    expect(check({ ...said, 'name.short': 'x'.repeat(31) })).toBe(false)
    const other = text(language === 'en' ? 'nl.json' : 'en.json')
    expect(Object.keys(said).sort()).toEqual(Object.keys(other).sort())
    const paths = all.map(({ path }) => path)
    for (const path of Object.keys(said).filter((one) => one !== '$schema')) expect(paths).toContain(path)
    // English stands in the manifest too.
    if (language === 'en')
      for (const { path, value } of all)
        if (path in said && path !== '$schema') expect([path, said[path]]).toEqual([path, value])
  })
})

describe('icons', () => {
  const png = (bytes: Uint8Array) => PNG.sync.read(Buffer.from(bytes))
  const pixels = ({ data }: PNG) =>
    Array.from({ length: data.length / 4 }, (_one, at) => [...data.subarray(at * 4, at * 4 + 4)])

  test('the Teams icons have the Store’s sizes, and the outline icon is white on transparent', () => {
    const [color, outline] = [png(files['color.png']!), png(files['outline.png']!)]
    expect([color.width, color.height, outline.width, outline.height]).toEqual([192, 192, 32, 32])
    for (const [, , , alpha] of pixels(color)) expect(alpha).toBe(255)
    const seen = pixels(outline).filter((one) => one[3] !== 0)
    expect(seen.length).toBeGreaterThan(100)
    for (const one of seen) expect(one.slice(0, 3)).toEqual([255, 255, 255])
    expect(seen.length).toBeLessThan(32 * 32)
  })

  test('the ribbon icons have the size that their file name says', () => {
    const urls = new Set([
      ...ending('.url'),
      ...(addInManifest(variables, '1.2.3').match(/https:[^"]+\.png/g) ?? []),
    ])
    const sizes = [...urls].map((url) => {
      const name = new URL(url).pathname
      const { width, height } = png(readFileSync(join(here, '../client/public', name)))
      expect([name, width, height]).toEqual([
        name,
        Number(/\d+/.exec(name)?.[0]),
        Number(/\d+/.exec(name)?.[0]),
      ])
      return width
    })
    expect(sizes.sort((a, b) => a - b)).toEqual([16, 32, 64, 80, 128])
  })
})

describe('add-in-only manifest', () => {
  const xml = addInManifest({ ...variables, DEVELOPER_NAME: 'Groei & <zonen>' }, '1.2.3')
  type Node = Record<string, Record<string, unknown>>
  const parsed = new XMLParser({
    ignoreAttributes: false,
    isArray: (name) => /Group|ExtensionPoint|bt:/.test(name),
  }).parse(xml) as Node

  test('the XML is well-formed, whatever the developer is called', () => {
    expect(XMLValidator.validate(xml)).toBe(true)
    expect(parsed['OfficeApp']?.['ProviderName']).toBe('Groei & <zonen>')
  })

  test('the add-in has the id that the unified manifest names, and a version of four parts', () => {
    expect(parsed['OfficeApp']?.['Id']).toBe(variables.ADDIN_ID)
    expect(ending('officeAddinId')).toEqual([variables.ADDIN_ID])
    expect(xml).toContain('<Version>1.2.3.0</Version>')
  })

  test('the button is on both command surfaces, and every resource that is named is defined once', () => {
    expect(xml.match(/ExtensionPoint xsi:type="\w+"/g)).toEqual([
      'ExtensionPoint xsi:type="AppointmentOrganizerCommandSurface"',
      'ExtensionPoint xsi:type="AppointmentAttendeeCommandSurface"',
    ])
    const named = [...xml.matchAll(/resid="(\w+)"/g)].map((one) => one[1])
    const made = [...xml.matchAll(/<bt:(?:Image|Url|String) id="(\w+)"/g)].map((one) => one[1])
    expect([...new Set(named)].sort()).toEqual([...made].sort())
    for (const name of made) expect(name!.length).toBeLessThanOrEqual(32)
    const limits = { ShortStrings: 125, LongStrings: 250 }
    for (const [list, limit] of Object.entries(limits)) {
      const block = new RegExp(`<bt:${list}>(.*)</bt:${list}>`, 's').exec(xml)?.[1] ?? ''
      for (const [, value] of block.matchAll(/Value="([^"]*)"/g))
        expect(value!.length).toBeLessThanOrEqual(limit)
    }
  })
})

describe('package variables', () => {
  test('missing, malformed and unknown variables are all named in the error', () => {
    const wrong = {
      ...env,
      APP_ID: 'not-a-guid',
      HOSTNAME: 'https://groei.example/',
      BOT_ID: '',
      COLOUR: 'red',
    }
    expect(() => readVariables(wrong)).toThrow(VariablesError)
    const said = (() => {
      try {
        readVariables(wrong)
      } catch (error) {
        return (error as Error).message
      }
      return ''
    })()
    for (const name of ['APP_ID', 'HOSTNAME', 'BOT_ID is missing', 'COLOUR is not a variable'])
      expect(said).toContain(name)
    expect(said.split('\n')).toHaveLength(4)
  })

  test('equal variables give an identical package', () => {
    expect(
      Buffer.from(packageOf(variables, '1.2.3')).equals(
        Buffer.from(packageOf({ ...variables } as Variables, '1.2.3')),
      ),
    ).toBe(true)
  })

  const run = (...parameters: string[]) =>
    spawnSync(process.execPath, [join(here, 'package.ts'), ...parameters], { encoding: 'utf8' })

  test('an invalid environment file makes no package', () => {
    const name = `wrong-${crypto.randomUUID()}`
    const file = join(here, 'env', `${name}.env`)
    writeFileSync(file, 'APP_ID=1\n')
    try {
      const { status, stderr, stdout } = run('--env', name)
      expect([status, stdout]).toEqual([1, ''])
      expect(stderr).toContain('HOSTNAME is missing')
      expect(existsSync(join(here, 'build', `groei-${name}.zip`))).toBe(false)
    } finally {
      rmSync(file)
    }
  })

  test.each([[[]], [['--env', '../../package']], [['--env', 'nowhere']]])(
    'the arguments %j name no environment and are refused',
    (parameters) => {
      const { status, stderr } = run(...parameters)
      expect(status).toBe(1)
      expect(stderr).toContain('--env sandbox')
    },
  )
})
