/** Objects of Entra's directory and of Teams' app catalogue, with the properties that Graph v1.0 gives them. */

/** A new object is not found by so many requests yet: the directory's replicas learn of it one after the other. */
export type Replicated = { unseen: number }

export type Permission = {
  id: string
  value: string
  isEnabled: boolean
  [property: string]: unknown
}
export type Secret = {
  keyId: string
  displayName: string | null
  hint: string
  startDateTime: string
  endDateTime: string
  /** The text itself, which Graph shows once. */
  text: string
}
export type FederatedCredential = {
  id: string
  name: string
  issuer: string
  subject: string
  audiences: string[]
  description: string | null
}

/** The properties of an application that a request may write. */
export type Writable = {
  displayName: string
  signInAudience: string
  identifierUris: string[]
  spa: { redirectUris: string[] }
  api: {
    requestedAccessTokenVersion: number | null
    oauth2PermissionScopes: Permission[]
    preAuthorizedApplications: { appId: string; delegatedPermissionIds: string[] }[]
  }
  appRoles: Permission[]
  requiredResourceAccess: { resourceAppId: string; resourceAccess: { id: string; type: string }[] }[]
  tags: string[]
}
export type Application = Writable &
  Replicated & {
    id: string
    appId: string
    uniqueName: string | null
    createdDateTime: string
    secrets: Secret[]
    federated: FederatedCredential[]
  }

export type ServicePrincipal = Replicated & {
  id: string
  appId: string
  displayName: string
  tags: string[]
  /** For an application of Microsoft's, which is in another tenant; an application of ours has its own. */
  appRoles?: Permission[]
  oauth2PermissionScopes?: Permission[]
}

export type AppRoleAssignment = {
  id: string
  principalId: string
  principalType: 'User' | 'ServicePrincipal'
  resourceId: string
  appRoleId: string
}
export type PermissionGrant = {
  id: string
  clientId: string
  resourceId: string
  consentType: 'AllPrincipals' | 'Principal'
  principalId: string | null
  scope: string
}

export type CatalogApp = {
  id: string
  /** The id in its manifest. */
  externalId: string
  displayName: string
  versions: { id: string; version: string }[]
}

/** Applications of the tenant, and all that hangs on them. */
export type Registrations = {
  applications: Application[]
  /** Deleted, and for 30 days not yet gone. */
  deleted: Application[]
  servicePrincipals: ServicePrincipal[]
  assignments: AppRoleAssignment[]
  grants: PermissionGrant[]
  catalog: CatalogApp[]
}
