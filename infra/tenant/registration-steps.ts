import { isRefused, TenantError } from './failure.ts'
import { applicationPath, readApplication, readPrincipal } from './found.ts'
import { blank, differences } from './registration.ts'
import { journalOf, type Context, type Step } from './step.ts'

export const registering = 'Cloud Application Administrator'

const application: Step = {
  title: 'App registration',
  role: registering,
  changes({ found, wanted }) {
    const { application: app } = found
    const { lines } = differences(app ?? blank('CLIENT_ID'), wanted.hostname, found.graph)
    return app ? lines : ['+ app registration Groei, of this tenant alone', ...lines]
  },
  async apply(context) {
    const { graph, found, wanted } = context
    found.application ??= await makeApplication(context)
    const { patches } = differences(found.application, wanted.hostname, found.graph)
    for (const patch of patches) {
      const { id } = found.application
      await graph.soon(() => graph.send('PATCH', `/applications/${id}`, { body: patch }))
      found.application = { ...found.application, ...patch }
    }
  },
}

async function makeApplication({ graph, wanted, files, ...context }: Context) {
  const { uniqueName } = wanted
  try {
    // One request that makes it unless it is there: a run that was killed leaves no second one behind.
    await graph.send('PATCH', applicationPath(uniqueName), {
      body: { displayName: 'Groei', signInAudience: 'AzureADMyOrg' },
      headers: { prefer: 'create-if-missing' },
    })
  } catch (error) {
    // Made a moment ago, and not known everywhere; or deleted, which keeps the name for 30 days.
    if (!isRefused(error, 400) || !error.message.includes('uniqueName')) throw error
  }
  const app = await graph
    .soon(() => readApplication(graph, uniqueName))
    .catch((error: unknown) => {
      if (!isRefused(error, 404)) throw error
      throw new TenantError(
        `Entra has the name ${uniqueName} and finds no app registration with it: it was deleted. ` +
          'Restore it, or delete it permanently (Entra, App registrations, Deleted applications), and run this again.',
      )
    })
  files.setJournal({ ...journalOf({ graph, wanted, files, ...context }), application: app.id })
  return app
}

const principal: Step = {
  title: 'Enterprise application',
  role: registering,
  changes: ({ found }) => (found.principal ? [] : ['+ enterprise application (service principal) Groei']),
  async apply({ graph, found }) {
    const appId = found.application?.appId
    if (!appId) throw new Error('The registration is made first.')
    await graph.soon(() =>
      graph.send('PATCH', `/servicePrincipals(appId='${appId}')`, {
        // With this tag Entra lists it among the enterprise applications.
        body: { tags: ['WindowsAzureActiveDirectoryIntegratedApp'] },
        headers: { prefer: 'create-if-missing' },
      }),
    )
    found.principal = await graph.soon(() => readPrincipal(graph, appId))
  },
}

export const registrationSteps = [application, principal]
