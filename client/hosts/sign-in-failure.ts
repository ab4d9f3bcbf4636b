import { SignInFailed, type SignInReason } from './host.ts'

/**
 * Entra's codes by what can be done about them (learn.microsoft.com, "reference-error-codes"). They may change, so only words
 * follow from them, and what is not among them has words of its own.
 */
const numbers: Partial<Record<SignInReason, number[]>> = {
  declined: [65004, 70044],
  // Signing in again, a second factor, or a new password is asked for at the prompt.
  'signed-out': [
    16000, 50058, 50072, 50074, 50076, 50078, 50079, 50132, 50133, 50173, 70008, 70043, 700082, 700084,
  ],
  busy: [50196, 90033, 90055, 1001000],
  redirect: [50011, 500113, 9002326, 9002327, 700046, 50003],
  'not-in-tenant': [50020, 90002, 90072, 500011, 500014, 500021, 650052, 650057, 700016, 7000112, 7000113],
  consent: [65001, 65005, 650056, 650051, 90008, 90093, 90094, 90095, 900941],
  'not-assigned': [50105, 50177],
  rules: [
    50005, 50097, 50131, 50158, 53000, 53001, 53002, 53003, 53004, 53009, 53011, 530002, 530003, 530004,
    530032, 530035, 530084,
  ],
  account: [50034, 50053, 50055, 50056, 50057, 50126, 50128, 50144, 51004],
}

/** The codes of MSAL, of the bridge and of TeamsJS, and what they say where there is no code. */
const words: [SignInReason, RegExp][] = [
  // MSAL turned to a client of its own, whose prompt needs a redirect URI that we do not have.
  [
    'no-bridge',
    /no_account_error|nested_app_auth|nestedAppAuthBridge|bridge_?(?:error| (?:is )?(?:not available|unavailable|undefined))/i,
  ],
  ['redirect', /untrusted_origin|invalid_origin|origin is not valid for nested app auth/i],
  ['package', /manifest and iframe origin do not match|invalid_resource/i],
  [
    'offline',
    /no_?network|network_?error|network request failed|post_request_failed|endpoints_resolution_error/i,
  ],
  ['busy', /temporarily_unavailable|server_error|transient|timed?_?out/i],
  ['consent', /consent_required|resourceRequiresConsent|consentRequired/i],
  ['declined', /user_?cancel|access_denied|CancelledByUser|cancell?ed by|closed by|window was closed/i],
  [
    'signed-out',
    /interaction_required|login_required|no_account_found|account_?unavailable|no_tokens_found|token_refresh_required|bad_token|user_switch|resourceRequiresMfa|tokenRevoked/i,
  ],
]

/** @param said the code and the words of whoever refused, which may hold one of Entra's codes */
export function signInFailed(code: string, said: string): SignInFailed {
  const number = /AADSTS(\d{4,7})/.exec(said)?.[1] ?? /^\d{5,7}$/.exec(code)?.[0]
  if (number) {
    const known = Object.entries(numbers).find(([, all]) => all.includes(Number(number)))
    return new SignInFailed((known?.[0] as SignInReason | undefined) ?? 'refused', `AADSTS${number}`)
  }
  const reason = words.find(([, form]) => form.test(code) || form.test(said))?.[0] ?? 'refused'
  return new SignInFailed(reason, code)
}
