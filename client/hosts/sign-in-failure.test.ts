import { describe, expect, test } from 'vitest'
import type { SignInReason } from './host.ts'
import { signInFailed } from './sign-in-failure.ts'

describe('why a sign-in failed, by who can do what about it', () => {
  test.each<[SignInReason, string, string, string]>([
    ['redirect', 'untrusted_origin', 'The origin is not valid for Nested App Auth.', 'untrusted_origin'],
    ['redirect', '', 'The origin is not valid for Nested App Auth.', ''],
    ['redirect', 'invalid_request', 'AADSTS50011: The redirect URI specified …', 'AADSTS50011'],
    ['redirect', '50011', '', 'AADSTS50011'],
    ['consent', 'invalid_grant', 'AADSTS65001: The user or administrator has not consented …', 'AADSTS65001'],
    ['consent', 'access_denied', 'AADSTS90094: The grant requires admin permissions.', 'AADSTS90094'],
    ['not-in-tenant', 'unauthorized_client', 'AADSTS700016: Application … was not found', 'AADSTS700016'],
    ['not-in-tenant', 'invalid_grant', 'AADSTS50020: User account … does not exist in tenant', 'AADSTS50020'],
    ['not-assigned', 'invalid_grant', 'AADSTS50105: The signed in user … is not assigned', 'AADSTS50105'],
    ['rules', 'access_denied', 'AADSTS53003: Access has been blocked by Conditional Access', 'AADSTS53003'],
    ['account', 'invalid_grant', 'AADSTS50057: The user account is disabled.', 'AADSTS50057'],
    ['busy', 'invalid_grant', 'AADSTS90033: A transient error has occurred.', 'AADSTS90033'],
    ['signed-out', 'interaction_required', 'AADSTS50076: … must use multi-factor', 'AADSTS50076'],
    ['signed-out', 'login_required', '', 'login_required'],
    ['no-bridge', 'no_account_error', 'No account object provided to acquireTokenSilent', 'no_account_error'],
    ['no-bridge', 'nested_app_auth_bridge_disabled', '', 'nested_app_auth_bridge_disabled'],
    ['no-bridge', '', 'BridgeError: bridge is not available', ''],
    ['no-bridge', '', "Cannot read properties of undefined (reading 'nestedAppAuthBridge')", ''],
    ['no-bridge', 'NESTED_APP_AUTH_UNAVAILABLE', '', 'NESTED_APP_AUTH_UNAVAILABLE'],
    ['redirect', 'invalid_origin', '', 'invalid_origin'],
    ['signed-out', 'no_tokens_found', '', 'no_tokens_found'],
    ['signed-out', 'ACCOUNT_UNAVAILABLE', '', 'ACCOUNT_UNAVAILABLE'],
    ['signed-out', 'bad_token', '', 'bad_token'],
    ['offline', 'post_request_failed', 'Network request failed', 'post_request_failed'],
    ['offline', 'endpoints_resolution_error', '', 'endpoints_resolution_error'],
    ['declined', 'USER_CANCEL', '', 'USER_CANCEL'],
    ['offline', 'no_network_connectivity', '', 'no_network_connectivity'],
    ['declined', 'user_cancelled', '', 'user_cancelled'],
    ['declined', 'user_canceled', '', 'user_canceled'],
    ['declined', '', 'CancelledByUser', ''],
    ['package', '', 'App resource defined in manifest and iframe origin do not match', ''],
    ['refused', 'invalid_grant', 'AADSTS999999: Something of next year.', 'AADSTS999999'],
    ['refused', 'unknown_error', 'An unknown error occurred', 'unknown_error'],
    ['refused', 'popup_window_error', '', 'popup_window_error'],
  ])('%s: %s %s', (reason, code, said, shown) => {
    const failed = signInFailed(code, said)
    expect([failed.reason, failed.code]).toEqual([reason, shown])
  })
})
