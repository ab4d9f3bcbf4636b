import type { Configuration } from '@azure/msal-node'
import type { Config } from '../config.ts'
import type { Authority } from './authority.ts'
import { identityAssertion } from './managed-identity.ts'

/** How MSAL knows our application in one tenant; the metadata are given rather than discovered. */
export function clientOptions(app: Config['app'], authority: Authority, tenantId: string): Configuration {
  const base = `https://${new URL(authority.issuer).hostname}/${tenantId}`
  return {
    auth: {
      clientId: app.clientId,
      ...credentialOf(app),
      authority: base,
      knownAuthorities: [new URL(base).hostname],
      // So that keys and tokens come from one and the same metadata.
      authorityMetadata: JSON.stringify({
        issuer: authority.issuer,
        token_endpoint: authority.tokenEndpoint,
        jwks_uri: authority.jwksUri,
        authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
        end_session_endpoint: `${base}/oauth2/v2.0/logout`,
      }),
    },
  }
}

/** The identity that the server has, or else the secret: the configuration holds one of them. */
const credentialOf = ({ managedIdentity, clientSecret = '' }: Config['app']) =>
  managedIdentity ? { clientAssertion: identityAssertion(managedIdentity) } : { clientSecret }
