/**
 * The way over which a host signs in the pages nested in it. Some hosts promise one and have none, or have it a moment later
 * (docs/platform-facts.md, Sign-in).
 */
export const hasBridge = (): boolean =>
  Boolean((window as { nestedAppAuthBridge?: unknown }).nestedAppAuthBridge)
