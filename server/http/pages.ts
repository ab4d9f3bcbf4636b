import type { Config } from '../config.ts'
import { apiScope, settingsMeta, type Settings } from '../contract/settings.ts'
import { graphScopes } from '../graph/tokens.ts'

/** Paths at which a host opens the client, and whether that host is Outlook, which wants Office.js in the page. */
export const pages: { path: string; outlook: boolean }[] = [
  { path: '/panel', outlook: false },
  { path: '/configure', outlook: false },
  { path: '/tab', outlook: false },
  { path: '/pane', outlook: true },
]

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

/** The built page with what only the server knows: who signs people in, and where Office.js is. */
export function pageOf(built: string, config: Config, outlook: boolean): string {
  const settings = attribute(JSON.stringify(settingsOf(config)))
  const head = [
    `<meta name="${settingsMeta}" content="${settings}" />`,
    // Deferred and first, so that it has run when our module begins.
    ...(outlook ? [`<script src="${attribute(config.cloud.officeJs)}" defer></script>`] : []),
  ]
  return built.replace('<head>', () => `<head>\n${head.join('\n')}`)
}

/** Office.js loads more of itself from its own place, and this one script from a host that has many others. */
const officeCompanion = 'https://ajax.aspnetcdn.com/ajax/3.5/MicrosoftAjax.js'

/** Features of a device that neither our pages nor anything in them may use. Copying is allowed: it is not listed. */
export const permissionsPolicy = [
  'accelerometer',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'hid',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'serial',
  'usb',
]
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
