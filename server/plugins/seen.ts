import fp from 'fastify-plugin'
import { Type } from 'typebox'
import { Strict, Nullable } from '../contract/shape.ts'
import { isProof, proofHeader } from '../http/doctor-proof.ts'
import { Refused } from './problems.ts'

export const seenPath = '/api/seen'

/** `address`: whom the request counts as. `peer`: who is connected. `forwarded`: X-Forwarded-For as it came. */
const Seen = Strict({ address: Type.String(), peer: Type.String(), forwarded: Nullable(Type.String()) })
export type Seen = Type.Static<typeof Seen>

/**
 * How a request arrives here: for the doctor, which compares it with TRUSTED_PROXIES. It is answered to nobody else, for
 * it names the proxies.
 */
export const seen = fp(
  async (app) => {
    app.get(
      seenPath,
      {
        schema: { hide: true, response: { 200: Seen } },
        config: { public: true, rateLimit: { max: 60 } },
        onRequest: async ({ headers }) => {
          // In the machine's time: the doctor knows no other.
          if (!isProof(app.settings, String(headers[proofHeader] ?? ''), new Date()))
            throw new Refused('unauthenticated')
        },
      },
      async ({ ip, socket, headers }): Promise<Seen> => ({
        address: ip,
        peer: socket.remoteAddress ?? '',
        forwarded: headers['x-forwarded-for']?.toString() ?? null,
      }),
    )
  },
  { name: 'seen', dependencies: ['context', 'problems', 'stranger-limits'] },
)
