import { ManagedIdentityApplication } from '@azure/msal-node'

/** The audience of what a managed identity shows to Entra ("Configure an application to trust a managed identity"). */
const audience = 'api://AzureADTokenExchange'

/**
 * Assertions of a managed identity of Azure, which the registration trusts in place of a secret. MSAL keeps each of them
 * in this process until it ends, whoever asks.
 * @param clientId of a user-assigned identity that this server has
 */
export const identityAssertion = (clientId: string) => async (): Promise<string> => {
  const identity = new ManagedIdentityApplication({
    managedIdentityIdParams: { userAssignedClientId: clientId },
  })
  return (await identity.acquireToken({ resource: audience })).accessToken
}
