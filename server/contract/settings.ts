/** Settings with which the client signs a person in; the server writes them in the page (`<meta name="groei">`). */
export type Settings = {
  clientId: string
  /** Entra's address for the tenant, or for any organisation where there are several. */
  authority: string
  /** The scope of our own API. */
  scope: string
  /** The delegated scopes of Graph that the server uses; consent is asked for exactly these. */
  graphScopes: string[]
}

export const settingsMeta = 'groei'

/** The personal tab's id in the manifest, by which links name it. */
export const personalTabId = 'my-one-on-ones'

/** The pages of the personal app that have a tab of the host, by the ids of the manifest; the first is `personalTabId`. */
export const tabPages = { [personalTabId]: '/', people: '/people', commitments: '/commitments' } as const

/** The one scope of our API: to act as the person who is signed in. */
export const apiScope = 'access_as_user'
