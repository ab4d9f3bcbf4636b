type Named = { mail?: string; userPrincipalName?: string; proxyAddresses?: string[] }

/** Every address at which mail reaches somebody; of their proxy addresses, those of mail alone (not sip:, x500:). */
export function mailAddresses({ mail, userPrincipalName, proxyAddresses = [] }: Named): string[] {
  const proxies = proxyAddresses.map((one) => /^smtp:(.+)$/i.exec(one)?.[1])
  const all = [mail, userPrincipalName, ...proxies].flatMap((one) => (one ? [one.toLowerCase()] : []))
  return [...new Set(all)]
}
