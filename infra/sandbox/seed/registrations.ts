import type { Application, Permission, Registrations, Writable } from '../directory/objects.ts'
import { guid, registration } from './organisation.ts'

/** Microsoft Graph as an application. */
export const graphAppId = '00000003-0000-0000-c000-000000000000'
/** Microsoft Graph Command Line Tools, a public client of Microsoft's: whoever may consents to what it asks. */
export const commandLineAppId = '14d82eec-204b-4c2f-b7e8-296a70dab67e'

/** An identity that Azure gives to servers, as somebody made it there. */
export const managedIdentity = {
  clientId: guid('managed identity of the servers'),
  principalId: guid('service principal of the servers'),
  header: 'sandbox-identity-header',
}

const permission = (id: string, value: string): Permission => ({ id, value, isEnabled: true })

/** Delegated permissions of Graph, by their real ids ("Microsoft Graph permissions reference"). */
const delegated = [
  permission('e1fe6dd8-ba31-4d61-89e7-88639da4683d', 'User.Read'),
  permission('1ec239c2-d7c9-4623-a91a-a9775856bb36', 'Calendars.ReadWrite'),
  permission('9547fcb5-d03f-419d-9948-5928bbf71b0f', 'Chat.ReadBasic'),
  permission('87f447af-9fa4-4c32-9dfa-4a57a73d18ce', 'MailboxSettings.Read'),
]
const application = [
  permission('908de74d-f8b2-4d6b-a9ed-2a17b3b78179', 'TeamsAppInstallation.ReadWriteSelfForUser.All'),
]

const graphPrincipalId = guid('service principal of Graph')

/** A tenant in which nobody has registered anything: only Microsoft's own are there. */
export const noRegistrations = (): Registrations => ({
  applications: [],
  deleted: [],
  servicePrincipals: [
    {
      id: graphPrincipalId,
      appId: graphAppId,
      displayName: 'Microsoft Graph',
      tags: [],
      unseen: 0,
      oauth2PermissionScopes: delegated,
      appRoles: application,
    },
    {
      id: guid('service principal of the command line'),
      appId: commandLineAppId,
      displayName: 'Microsoft Graph Command Line Tools',
      tags: [],
      unseen: 0,
    },
  ],
  assignments: [],
  grants: [],
  catalog: [],
})

/** The properties of an application that nobody set. */
export const unset = (): Writable => ({
  displayName: '',
  signInAudience: 'AzureADMyOrg',
  identifierUris: [],
  spa: { redirectUris: [] },
  api: { requestedAccessTokenVersion: null, oauth2PermissionScopes: [], preAuthorizedApplications: [] },
  appRoles: [],
  requiredResourceAccess: [],
  tags: [],
})

/** Groei as somebody registered it here by hand, and uploaded it. */
export function groeiRegistered(): Registrations {
  const empty = noRegistrations()
  const groei: Application = {
    ...unset(),
    id: guid('application of Groei'),
    appId: registration.clientId,
    uniqueName: null,
    displayName: 'Groei',
    createdDateTime: '2026-05-01T09:00:00Z',
    identifierUris: [registration.idUri],
    api: {
      requestedAccessTokenVersion: 2,
      oauth2PermissionScopes: [permission(guid('scope of Groei'), registration.scope)],
      preAuthorizedApplications: [],
    },
    // By the sandbox's own address, wherever it listens.
    spa: { redirectUris: ['brk-multihub://{sandbox}'] },
    appRoles: [permission(guid('role of Groei'), 'Groei.Admin')],
    requiredResourceAccess: [
      {
        resourceAppId: graphAppId,
        resourceAccess: [
          ...delegated.map(({ id }) => ({ id, type: 'Scope' })),
          ...application.map(({ id }) => ({ id, type: 'Role' })),
        ],
      },
    ],
    secrets: [
      {
        keyId: guid('secret of Groei'),
        displayName: null,
        hint: registration.clientSecret.slice(0, 3),
        startDateTime: '2026-05-01T09:00:00Z',
        endDateTime: '2099-01-01T00:00:00Z',
        text: registration.clientSecret,
      },
    ],
    federated: [],
    unseen: 0,
  }
  const principal = { id: guid('service principal of Groei'), appId: groei.appId, displayName: 'Groei' }
  return {
    ...empty,
    applications: [groei],
    servicePrincipals: [...empty.servicePrincipals, { ...principal, tags: [], unseen: 0 }],
    assignments: application.map(({ id }) => ({
      id: guid(`assignment of ${id}`),
      principalId: principal.id,
      principalType: 'ServicePrincipal',
      resourceId: graphPrincipalId,
      appRoleId: id,
    })),
    catalog: [
      {
        id: registration.teamsAppId,
        externalId: registration.teamsAppId,
        displayName: 'Groei',
        versions: [{ id: guid('version of Groei'), version: '0.1.0' }],
      },
    ],
  }
}
