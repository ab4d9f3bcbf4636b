import { Type } from 'typebox'
import { Nullable } from './shape.ts'

/**
 * Graph's message when something changed, or when a subscription needs attention (Graph, "change notification
 * collection"). Fields that we do not use are let through unchecked, for Microsoft may add some.
 */
export const Notifications = Type.Object({
  value: Type.Array(
    Type.Object({
      subscriptionId: Type.String({ minLength: 1, maxLength: 200 }),
      clientState: Type.Optional(Nullable(Type.String({ maxLength: 255 }))),
      lifecycleEvent: Type.Optional(Type.String({ maxLength: 100 })),
    }),
    { maxItems: 1000 },
  ),
})
export type Notifications = Type.Static<typeof Notifications>

/** Graph asks whether somebody is at home: the token comes back as it came (Graph, "notification endpoint validation"). */
export const Validation = Type.Object({ validationToken: Type.Optional(Type.String({ maxLength: 4000 })) })
