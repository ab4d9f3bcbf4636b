import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { constants, createPrivateKey, createPublicKey, privateDecrypt, publicEncrypt } from 'node:crypto'
import { newKey } from '../keys.ts'
import type { VaultKey } from '../model.ts'
import { tenantId } from '../seed/organisation.ts'
import type { Store } from '../store.ts'
import { checkKey, keyName } from './check-key.ts'
import { checkOperation } from './check-operation.ts'
import { checkToken } from './check-token.ts'
import { errorBody, VaultRefusal } from './refusal.ts'

type OfKey = { Params: { name: string; version?: string; operation?: string }; Querystring: object }
type Addresses = { self: () => string; entra: () => string }

const padding = { padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' }
const newVersion = (): VaultKey => {
  const version = crypto.randomUUID().replaceAll('-', '')
  return { version, enabled: true, ...newKey(version) }
}

/** Azure Key Vault, as far as Groei speaks with it: one RSA key that wraps and unwraps, and never leaves. */
export function vaultRoutes(app: FastifyInstance, store: Store, { self, entra }: Addresses): void {
  const kid = ({ version }: VaultKey) => `${self()}/keys/${keyName}/${version}`
  const versions = () => (store.state.vaultKeys ??= [newVersion()])

  app.setErrorHandler((error, _request, reply) => {
    if (!(error instanceof VaultRefusal)) throw error
    return reply.code(error.status).send(errorBody(error))
  })
  app.addHook('onResponse', async ({ method, url }, { statusCode: status }) => {
    store.calls.push({ service: 'vault', method, path: url.split('?', 1)[0] ?? '', user: null, status })
  })
  app.addHook('preHandler', async (request: FastifyRequest, reply: FastifyReply) => {
    reply.header('cache-control', 'no-cache')
    // Where to get a token is said with every refusal of one.
    const challenge = `Bearer authorization="${entra()}/${tenantId}", resource="https://vault.azure.net"`
    await checkToken(store, entra(), request.headers.authorization).catch((error: unknown) => {
      if (error instanceof VaultRefusal && error.status === 401) reply.header('www-authenticate', challenge)
      throw error
    })
    if (!(request.query as Record<string, string>)['api-version'])
      throw new VaultRefusal(400, 'BadParameter', 'api-version must be specified')
    versions()
  })

  const get = async (request: FastifyRequest<OfKey>) => {
    const { name, version } = request.params
    const key = checkKey(store, name, version, 'get')
    return {
      key: { kid: kid(key), ...key.publicKey, key_ops: ['wrapKey', 'unwrapKey'] },
      attributes: { enabled: true },
    }
  }
  app.get<OfKey>('/keys/:name', get)
  app.get<OfKey>('/keys/:name/:version', get)

  const wrap = async (request: FastifyRequest<OfKey>) => {
    const key = checkKey(store, request.params.name, request.params.version, 'wrapKey')
    const bytes = checkOperation('wrapkey', request.body)
    const wrapped = publicEncrypt(
      { key: createPublicKey({ key: { ...key.publicKey }, format: 'jwk' }), ...padding },
      bytes,
    )
    return { kid: kid(key), value: wrapped.toString('base64url') }
  }
  app.post<OfKey>('/keys/:name/wrapkey', wrap)
  app.post<OfKey>('/keys/:name/:version/wrapkey', wrap)

  app.post<OfKey>('/keys/:name/:version/unwrapkey', async (request) => {
    const key = checkKey(store, request.params.name, request.params.version, 'unwrapKey')
    const bytes = checkOperation('unwrapkey', request.body)
    try {
      const secret = privateDecrypt(
        { key: createPrivateKey({ key: { ...key.privateKey }, format: 'jwk' }), ...padding },
        bytes,
      )
      return { kid: kid(key), value: secret.toString('base64url') }
    } catch {
      throw new VaultRefusal(400, 'BadParameter', 'The parameter is incorrect.')
    }
  })
}

/** Endpoints that act for an admin in the portal: they disable the key, enable it and make a new version. */
export function vaultControl(app: FastifyInstance, store: Store): void {
  app.post<{ Body: { enabled?: boolean; renew?: true } }>('/vault', async (request) => {
    const keys = (store.state.vaultKeys ??= [newVersion()])
    const { enabled, renew } = request.body
    if (enabled !== undefined) for (const key of keys) key.enabled = enabled
    if (renew) keys.push(newVersion())
    store.save()
    return { versions: keys.map(({ version, enabled: usable }) => ({ version, enabled: usable })) }
  })
}
