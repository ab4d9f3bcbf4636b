import { secretInUse } from './credential-steps.ts'
import { registering } from './registration-steps.ts'
import { journalOf, type Context } from './step.ts'

/** `role`: the one in Entra that it needs; none for a file. */
type Removal = { line: string; role?: string; remove: () => Promise<unknown> }

/**
 * The removals of what `apply` made, and of nothing else, in an order in which a run that is killed leaves the next one what it needs to know them by: the files first, the registration last.
 */
export async function removals(context: Context): Promise<Removal[]> {
  const { graph, found, files } = context
  const { application, catalog } = found
  const journal = journalOf(context)
  const list: Removal[] = []
  // A secret of another registration is somebody else's.
  if (secretInUse(context))
    list.push({ line: `- ${files.paths.secret}`, remove: async () => files.removeSecret() })
  list.push(...(application ? valuesOf(context, application.appId) : []))
  if (catalog && journal.catalog === 'ours')
    list.push({
      line: '- Groei in the app catalogue of Teams, and so in everybody’s Teams',
      role: 'Teams Administrator',
      remove: () => graph.send('DELETE', `/appCatalogs/teamsApps/${catalog.id}`),
    })
  if (application)
    list.push({
      line: '- app registration Groei, with its enterprise application, secrets, consents and app roles',
      role: registering,
      remove: () => graph.send('DELETE', `/applications/${application.id}`),
    })
  const id = application?.id ?? journal.application
  const deleted =
    id && !application && (await graph.unless(404, () => graph.get(`/directory/deletedItems/${id}`)))
  if (id && (application || deleted))
    list.push({
      line: '- the same for good: what is only deleted keeps its name for 30 days, and nothing could be made by it',
      role: registering,
      remove: () =>
        graph.unless(404, () => graph.soon(() => graph.send('DELETE', `/directory/deletedItems/${id}`))),
    })
  if (files.journal())
    list.push({ line: `- ${files.paths.journal}`, remove: async () => files.removeJournal() })
  return list
}

function valuesOf({ files, found }: Context, appId: string): Removal[] {
  const server = files.settings()
  const isOurs = (name: string, value: string | undefined) => value !== undefined && server[name] === value
  const names = [
    ...(isOurs('CLIENT_ID', appId) ? ['CLIENT_ID'] : []),
    ...(isOurs('TEAMS_APP_ID', found.catalog?.id) ? ['TEAMS_APP_ID'] : []),
    ...(isOurs('APP_PRINCIPAL_ID', found.principal?.id) ? ['APP_PRINCIPAL_ID'] : []),
  ]
  const ofPackage = ['CLIENT_ID', 'BOT_ID'].filter((name) => files.package()[name] === appId)
  const emptied = (all: string[]) => Object.fromEntries(all.map((name) => [name, '']))
  return [
    ...(names.length > 0
      ? [
          {
            line: `- ${names.join(', ')} in ${files.paths.settings}`,
            remove: async () => files.setSettings(emptied(names)),
          },
        ]
      : []),
    ...(ofPackage.length > 0
      ? [
          {
            line: `- ${ofPackage.join(', ')} in ${files.paths.package}`,
            remove: async () => files.setPackage(emptied(ofPackage)),
          },
        ]
      : []),
  ]
}
