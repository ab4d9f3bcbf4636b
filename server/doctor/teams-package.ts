import { readFile } from 'node:fs/promises'
import type { Config } from '../config.ts'
import { jsonOf } from './ask.ts'
import type { Check } from './check.ts'
import { directory, giveAToken } from './directory.ts'
import { of, ok, unknown, wrong, type Result } from './finding.ts'
import { fileInZip } from './zip.ts'

/** The parts of the manifest that have to agree with the registration and the settings. */
type Manifest = {
  id?: string
  version?: string
  bots?: { botId?: string }[]
  validDomains?: string[]
  webApplicationInfo?: { id?: string; resource?: string; nestedAppAuthInfo?: { redirectUri?: string }[] }
  staticTabs?: { contentUrl?: string }[]
}

/** The package for Teams, as it was made or as it is in the catalogue. */
export const teamsPackage: Check = {
  name: 'package',
  async run(parts) {
    const { packageFile, config } = parts
    if (!packageFile)
      return unknown(
        'No package was given',
        'Name it: npm run doctor -- --package manifest/build/groei-NAME.zip',
      )
    const zip = await readFile(packageFile).catch(() => null)
    const text = zip && textIn(zip)
    const manifest = text ? jsonOf<Manifest>(text) : null
    if (!manifest)
      return wrong(
        'It is no package: a zip with manifest.json in it',
        'Make it anew: npm run package -- --env NAME',
      )
    const results = manifestResults(manifest, config)
    if (!config.teamsAppId || !manifest.id)
      return [
        ...results,
        of(
          'catalogue',
          wrong('TEAMS_APP_ID is not set: links in cards lead nowhere', 'Set it after the upload.'),
        ),
      ]
    const found = await directory(parts, config.app.tenantIds[0] ?? '').catalog(manifest.id)
    const catalogue = found.ok
      ? catalogueResult(found.value, config.teamsAppId)
      : unknown(`It could not be read: ${found.why}`, giveAToken)
    return [...results, of('catalogue', catalogue)]
  },
}

function textIn(zip: Buffer): string | null {
  try {
    return fileInZip(zip, 'manifest.json')?.toString('utf8') ?? null
  } catch {
    return null
  }
}

export function manifestResults(manifest: Manifest, { app, publicUrl }: Config): Result[] {
  const host = publicUrl ? new URL(publicUrl).host : ''
  const { webApplicationInfo: info, bots, validDomains, staticTabs } = manifest
  const again = 'Correct manifest/env/NAME.env, make the package anew, and upload it.'
  const page = staticTabs?.find(({ contentUrl }) => contentUrl)?.contentUrl
  const compared: [part: string, is: string | undefined, should: string][] = [
    ['application', info?.id, app.clientId],
    ['resource', info?.resource, app.idUri],
    ['bot', bots?.[0]?.botId, app.clientId],
    ['domain', validDomains?.find((one) => one === host), host],
    ['pages', page && new URL(page).host, host],
    ['redirect', info?.nestedAppAuthInfo?.[0]?.redirectUri, `brk-multihub://${host}`],
  ]
  return compared.map(([part, is, should]) =>
    of(part, is === should ? ok(should) : wrong(`It is ${is ?? 'missing'}, and should be ${should}`, again)),
  )
}

/** @param found what the catalogue has under the manifest's id, which is not the id that it gives itself */
export function catalogueResult(found: { id: string }[], teamsAppId: string): Result {
  const [app] = found
  if (!app) return wrong('It is not in the catalogue of the tenant', 'Upload it, and assign it to people.')
  return app.id.toLowerCase() === teamsAppId.toLowerCase()
    ? ok(`TEAMS_APP_ID is its id there`)
    : wrong(`Its id there is ${app.id}, and TEAMS_APP_ID is another`, 'Set TEAMS_APP_ID to it, and restart.')
}
