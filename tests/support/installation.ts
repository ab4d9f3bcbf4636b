import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import type { Settings } from '../../infra/local/launch.ts'
import { registration } from '../../infra/sandbox/seed/organisation.ts'
import { graphAppId, groeiRegistered } from '../../infra/sandbox/seed/registrations.ts'
import { organisation, type Seed } from '../../infra/sandbox/start.ts'
import type { Parts } from '../../server/doctor/check.ts'
import { authorisedClients } from '../../server/contract/registration.ts'
import { certificate } from './certificates.ts'
import { complaints, findingsOf, nowhere } from './doctor.ts'
import { startFront, type FrontOptions } from './front.ts'
import { startTenant } from './tenant.ts'

/** The organisation with Groei registered and consented to as the page for admins says. */
const registered =
  (host: string): Seed =>
  () => {
    const { applications, servicePrincipals, grants, ...rest } = groeiRegistered()
    const [groei, graph] = [registration.clientId, graphAppId].map(
      (id) => servicePrincipals.find(({ appId }) => appId === id)!.id,
    )
    return {
      ...organisation(),
      registrations: {
        ...rest,
        servicePrincipals,
        applications: applications.map((one) => ({
          ...one,
          identifierUris: [`api://${host}/${one.appId}`],
          spa: { redirectUris: [`brk-multihub://${host}`] },
          api: {
            ...one.api,
            preAuthorizedApplications: authorisedClients.map((appId) => ({
              appId,
              delegatedPermissionIds: [],
            })),
          },
        })),
        grants: [
          ...grants,
          {
            ...{ id: crypto.randomUUID(), clientId: groei!, resourceId: graph!, principalId: null },
            ...{ consentType: 'AllPrincipals', scope: registration.consents.join(' ') },
          },
        ],
      },
    }
  }
/** An installation that is well, behind a proxy with TLS whose authority this process trusts. */
export async function startInstallation() {
  const root = certificate({ name: 'Groei test authority', isAuthority: true })
  const good = certificate({ name: 'localhost', by: root.issuer })
  const before = getCACertificates('default')
  setDefaultCACertificates([...before, root.cert])
  const host = `localhost:${await nowhere()}`
  const tenant = await startTenant({ seed: registered(host) })
  const port = tenant.launched.productPorts[0] ?? 0
  const front = await startFront(port, { ...good, at: Number(host.split(':')[1]) })
  /** The settings of the running server, as it is reached through the proxy. */
  const settings: Settings = {
    ...tenant.launched.settings,
    PUBLIC_URL: front.url,
    APP_ID_URI: `api://${host}/${registration.clientId}`,
  }
  const closing: (() => Promise<void>)[] = []
  const found = (name: string, other: Settings = {}, parts: Partial<Parts> = {}) =>
    findingsOf(name, { ...settings, ...other }, parts)
  return {
    tenant,
    host,
    root,
    settings,
    found,
    complaint: async (...asked: Parameters<typeof found>) => complaints(await found(...asked)),
    /** Another proxy, with something wrong, until `tidy`. */
    async through(wrong: Partial<FrontOptions>): Promise<Settings> {
      const started = await startFront(port, { ...good, ...wrong })
      closing.push(started.close)
      return { PUBLIC_URL: started.url }
    },
    async restartedWith(given: Settings): Promise<void> {
      await tenant.launched.stop()
      await tenant.launched.startProduct(given)
    },
    async tidy(): Promise<void> {
      for (const close of closing.splice(0)) await close()
    },
    async close(): Promise<void> {
      await front.close()
      await tenant.close()
      setDefaultCACertificates(before)
    },
  }
}
export type Installation = Awaited<ReturnType<typeof startInstallation>>
