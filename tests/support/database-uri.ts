/**
 * A database of its own on the MongoDB server that the environment names, whatever options its URI has; undefined where
 * none is named, for the embedded engine.
 */
export function ownDatabase(server = process.env['MONGODB_URI']): string | undefined {
  if (!server) return undefined
  const [address = '', options] = server.split('?')
  const [scheme, rest = ''] = address.split('://')
  const hosts = rest.split('/')[0]
  return `${scheme}://${hosts}/groei-${crypto.randomUUID()}${options === undefined ? '' : `?${options}`}`
}
