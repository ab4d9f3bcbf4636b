import { isRefused, TenantError } from './failure.ts'
import { readCatalog, type CatalogApp } from './found.ts'
import { journalOf, made, type Context, type Step } from './step.ts'

const numbers = (version: string) => version.split('.').map(Number)
export function isNewer(version: string, than: string): boolean {
  const [a, b] = [numbers(version), numbers(than)]
  const at = a.findIndex((one, index) => one !== (b[index] ?? 0))
  return at >= 0 && (a[at] ?? 0) > (b[at] ?? 0)
}
const versionOf = (app: CatalogApp) => app.appDefinitions?.[0]?.version ?? '0.0.0'

/** The values that the files of the server and of the package take from the tenant, as far as they are known. */
function settings({ found, files, wanted }: Context): Record<'server' | 'package', Record<string, string>> {
  const { application, catalog, principal } = found
  const tenants = files.settings()['TENANT_IDS']?.split(',').filter(Boolean) ?? []
  const others = tenants.filter((one) => one.toLowerCase() !== found.tenant.id)
  return {
    server: {
      PUBLIC_HOST: wanted.hostname,
      TENANT_IDS: [...others, found.tenant.id].join(','),
      ...(application ? { CLIENT_ID: application.appId } : {}),
      ...(catalog ? { TEAMS_APP_ID: catalog.id } : {}),
      // Azure's deployment gives it the right to use the key; elsewhere nobody reads it.
      ...(wanted.identity && principal ? { APP_PRINCIPAL_ID: principal.id } : {}),
    },
    package: application ? { CLIENT_ID: application.appId, BOT_ID: application.appId } : {},
  }
}
const changed = (wanted: Record<string, string>, is: Record<string, string | undefined>) =>
  Object.entries(wanted).filter(([name, value]) => is[name] !== value)

const uploaded: Step = {
  title: 'App catalogue of Teams',
  role: 'Teams Administrator',
  changes({ found, wanted: { version } }) {
    if (!found.catalog) return [`+ Groei ${version}`]
    const there = versionOf(found.catalog)
    return isNewer(version, there) ? [`~ Groei ${there}: ${version}`] : []
  },
  async apply(context) {
    const { graph, found, files, wanted } = context
    const body = wanted.packageOf(made(context).application.appId)
    const appDefinitions = [{ version: wanted.version }]
    if (found.catalog) {
      const path = `/appCatalogs/teamsApps/${found.catalog.id}/appDefinitions`
      // The same version was uploaded meanwhile: nothing is left to do.
      await graph.unless(409, () => graph.send('POST', path, { body, once: true }))
      found.catalog = { ...found.catalog, appDefinitions }
      return
    }
    const journal = journalOf(context)
    files.setJournal({ ...journal, catalog: 'ours' })
    try {
      found.catalog = {
        ...(await graph.send<CatalogApp>('POST', '/appCatalogs/teamsApps', { body, once: true })),
        appDefinitions,
      }
    } catch (error) {
      if (!isRefused(error, 409)) throw error
      // Somebody else uploaded it; or an earlier run did, and the catalogue lists it late.
      files.setJournal(journal)
      found.catalog = await readCatalog(graph, wanted.externalId)
      if (!found.catalog)
        throw new TenantError(
          'The app catalogue has Groei and does not list it yet. Run this again in a few minutes.',
        )
    }
  },
}

const written: Step = {
  title: 'Settings',
  role: '',
  changes(context) {
    const { files } = context
    const next = settings(context)
    // Unknown until they are made: said, not shown.
    const later = {
      ...(context.found.application ? {} : { CLIENT_ID: 'of the registration' }),
      ...(context.found.catalog ? {} : { TEAMS_APP_ID: 'of the catalogue' }),
    }
    return [
      ...[...changed(next.server, files.settings()), ...Object.entries(later)].map(
        ([name, value]) => `~ ${name}=${value} in ${files.paths.settings}`,
      ),
      ...changed(next.package, files.package()).map(
        ([name, value]) => `~ ${name}=${value} in ${files.paths.package}`,
      ),
    ]
  },
  async apply(context) {
    const { files } = context
    const next = settings(context)
    if (changed(next.server, files.settings()).length > 0) files.setSettings(next.server)
    if (changed(next.package, files.package()).length > 0) files.setPackage(next.package)
  },
}

export { uploaded, written }
