import { Type, type Static, type TSchema } from 'typebox'
import { Value } from 'typebox/value'
import { refusable } from '../entra/refusal.ts'
import { oddities } from '../graph/oddities.ts'

const literals = <T extends string | number>(...values: T[]) =>
  Type.Union(values.map((value) => Type.Literal(value)))
const closed = { additionalProperties: false }

export const Clock = Type.Object({ now: Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\dT' }) }, closed)

export const TokenRequest = Type.Object(
  {
    user: Type.String(),
    /** `id`: an ID token, which is no access token for anything. */
    resource: literals('api', 'graph', 'id'),
    overrides: Type.Optional(
      Type.Partial(
        Type.Object(
          {
            audience: Type.String(),
            issuer: Type.String(),
            tenant: Type.String(),
            scope: Type.String(),
            version: Type.String(),
            client: Type.String(),
            name: Type.String(),
            expired: Type.Boolean(),
            notYetValid: Type.Boolean(),
            forgery: literals('foreign-key', 'HS256', 'none'),
          },
          closed,
        ),
      ),
    ),
  },
  closed,
)

export const NestedTokenRequest = Type.Object(
  {
    user: Type.String(),
    clientId: Type.String(),
    scope: Type.String(),
    origin: Type.String({ pattern: '^https?://' }),
    prompt: Type.Boolean(),
    /** The AADSTS code that Entra refuses with. */
    refuse: Type.Optional(literals(...refusable)),
  },
  closed,
)

export const DeviceSignIn = Type.Object(
  {
    user: Type.String(),
    userCode: Type.String(),
    decline: Type.Optional(Type.Boolean()),
    refuse: Type.Optional(literals(...refusable)),
  },
  closed,
)

export const Faults = Type.Object(
  {
    faults: Type.Array(
      Type.Object(
        {
          service: literals('graph', 'entra', 'bot'),
          method: Type.Optional(Type.String()),
          path: Type.Optional(Type.String()),
          status: Type.Union([Type.Literal(0), Type.Integer({ minimum: 400, maximum: 599 })]),
          code: Type.Optional(Type.String()),
          suberror: Type.Optional(Type.String()),
          claims: Type.Optional(Type.String()),
          retryAfter: Type.Optional(Type.Integer({ minimum: 0 })),
          takes: Type.Optional(Type.Integer({ minimum: 0 })),
          times: Type.Optional(Type.Integer({ minimum: 1 })),
          after: Type.Optional(Type.Literal('apply')),
        },
        closed,
      ),
    ),
  },
  closed,
)

export const Delivering = Type.Object(
  { mode: literals('prompt', 'held', 'twice', 'shuffled', 'lost') },
  closed,
)

export const Lifecycle = Type.Object(
  {
    event: literals('reauthorizationRequired', 'subscriptionRemoved', 'missed'),
    subscriptionId: Type.Optional(Type.String()),
    user: Type.Optional(Type.String()),
  },
  closed,
)

export const Oddities = Type.Object({ oddities: Type.Array(literals(...oddities)) }, closed)

/** `null`: it is there. */
export const MailboxState = Type.Object(
  {
    user: Type.String(),
    refusedWith: Type.Union([
      literals('MailboxNotEnabledForRESTAPI', 'MailboxNotSupportedForRESTAPI', 'ResourceNotFound'),
      Type.Null(),
    ]),
  },
  closed,
)

export const Hours = Type.Object(
  { user: Type.String(), from: Type.String(), until: Type.String(), zone: Type.String() },
  closed,
)

/** `listed`: gone occurrences of a series that goes on are among the removed; `unlisted`: they are just not there. */
export const Following = Type.Object({ goneOccurrences: literals('listed', 'unlisted') }, closed)

export const Latency = Type.Object(
  { milliseconds: Type.Integer({ minimum: 0, maximum: 10_000 }), user: Type.Optional(Type.String()) },
  closed,
)

/** @throws Error with status 400 that says what does not fit */
export function checked<T extends TSchema>(schema: T, value: unknown): Static<T> {
  if (Value.Check(schema, value)) return value
  const [first] = Value.Errors(schema, value)
  throw Object.assign(
    new Error(`${first?.instancePath || 'The request'} ${first?.message ?? 'does not fit'}.`),
    {
      statusCode: 400,
    },
  )
}
