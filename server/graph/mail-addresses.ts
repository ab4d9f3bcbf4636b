import { addressOf, isExchangeName } from './addresses.ts'

type Named = { mail?: string; userPrincipalName?: string; proxyAddresses?: string[] }

/** Every address at which mail reaches somebody; of their proxy addresses, those of mail alone (not sip:, x500:, spo:). */
export function mailAddresses({ mail, userPrincipalName, proxyAddresses = [] }: Named): string[] {
  const proxies = proxyAddresses.filter((one) => /^\s*smtp:/i.test(one))
  const all = [mail, userPrincipalName, ...proxies].map(addressOf)
  return [...new Set(all.filter((one) => one !== '' && !isExchangeName(one)))]
}

/** The names that Exchange itself has, or had, for somebody: invites carry them beside their addresses, or instead. */
export function exchangeNames({ proxyAddresses = [] }: Named): string[] {
  return [...new Set(proxyAddresses.map(addressOf).filter(isExchangeName))]
}
