import type { Config } from '../config.ts'
import { apiScope, settingsMeta, type Settings } from '../contract/settings.ts'
import { graphScopes } from '../graph/tokens.ts'

/** A path at which a host opens the client. */
type Page = {
  path: string
  /** Is that host Outlook, which wants Office.js in the page? */
  outlook: boolean
  /** The client's modules that its first view always needs besides the entry. */
  parts: string[]
}

const teams = ['hosts/teams.ts', 'hosts/nested.ts']
export const pages: Page[] = [
  { path: '/panel', outlook: false, parts: teams },
  { path: '/configure', outlook: false, parts: teams },
  { path: '/tab', outlook: false, parts: [...teams, 'hosts/personal-tab.ts', 'app/PersonalTab.tsx'] },
  { path: '/pane', outlook: true, parts: ['hosts/outlook.ts'] },
]

/** The record of a build, as Vite writes it: the script of each module that is loaded by itself, and what it imports. */
export type Manifest = Record<string, { file: string; imports?: string[] }>

/** The scripts of modules and of all that they import. */
function scriptsOf(manifest: Manifest, modules: string[]): Set<string> {
  const found = new Set<string>()
  const add = (name: string): void => {
    const chunk = manifest[name]
    if (!chunk) throw new Error(`The build has no ${name}.`)
    if (found.has(chunk.file)) return
    found.add(chunk.file)
    chunk.imports?.forEach(add)
  }
  modules.forEach(add)
  return found
}

const settingsOf = ({ app, cloud }: Config): Settings => {
  const [only, ...others] = app.tenantIds
  return {
    clientId: app.clientId,
    authority: `${cloud.login}/${only && others.length === 0 ? only : 'organizations'}`,
    scope: `${app.idUri}/${apiScope}`,
    graphScopes,
  }
}

const attribute = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;')

/**
 * The built page with what only the server knows: who signs people in, where Office.js is, and which scripts this page
 * needs. Without these each would be asked for when the one before has run.
 */
export function pageOf(built: string, manifest: Manifest, config: Config, { outlook, parts }: Page): string {
  const settings = attribute(JSON.stringify(settingsOf(config)))
  const ofEveryPage = scriptsOf(manifest, ['index.html'])
  const head = [
    `<meta name="${settingsMeta}" content="${settings}" />`,
    // Deferred and first, so that it has run when our module begins.
    ...(outlook ? [`<script src="${attribute(config.cloud.officeJs)}" defer></script>`] : []),
  ]
  const preloads = [...scriptsOf(manifest, parts)]
    .filter((file) => !ofEveryPage.has(file))
    .map((file) => `<link rel="modulepreload" crossorigin href="/${file}">`)
  return built
    .replace('<head>', () => `<head>\n${head.join('\n')}`)
    .replace('</head>', () => `${preloads.join('\n')}\n</head>`)
}

/** Office.js loads more of itself from its own place, and this one script from a host that has many others. */
const officeCompanion = 'https://ajax.aspnetcdn.com/ajax/3.5/MicrosoftAjax.js'

/** Features of a device that neither our pages nor anything in them may use. Copying is allowed: it is not listed. */
export const permissionsPolicy =
  'accelerometer camera display-capture geolocation gyroscope hid magnetometer microphone midi payment serial usb'
    .split(' ')
    .map((feature) => `${feature}=()`)
    .join(', ')

/** The sources that pages may load, and the hosts that may frame them (docs/platform-facts.md, Pages in Teams and Outlook). */
export const contentSecurityPolicy = ({ cloud }: Config, outlook: boolean) => {
  const office = outlook ? [new URL(cloud.officeJs).origin] : []
  return {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'", ...office, ...(outlook ? [officeCompanion] : [])],
      // Fluent and the editor make their style rules at run time.
      styleSrc: ["'self'", "'unsafe-inline'"],
      fontSrc: ["'self'", 'https://res.cdn.office.net'],
      imgSrc: ["'self'", 'data:'],
      // TeamsJS reads the list of hosts that it trusts from there.
      connectSrc: ["'self'", 'https://res.cdn.office.net', ...office],
      baseUri: ["'none'"],
      formAction: ["'none'"],
      frameAncestors: cloud.hosts,
    },
  }
}
