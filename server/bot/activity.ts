import { Type } from 'typebox'
import { Value } from 'typebox/value'

const Text = Type.String({ maxLength: 2000 })
const Optional = Type.Optional(Type.Union([Text, Type.Null()]))

/**
 * The fields of an activity on which the SDK and our handlers rely: the SDK validates nothing itself. Other fields are
 * let through (Bot Framework, "Activity schema").
 */
const Activity = Type.Object({
  type: Type.String({ minLength: 1, maxLength: 100 }),
  id: Optional,
  channelId: Optional,
  serviceUrl: Optional,
  locale: Optional,
  replyToId: Optional,
  text: Type.Optional(Type.Union([Type.String(), Type.Null()])),
  from: Type.Object({ id: Text, name: Optional, aadObjectId: Optional }),
  recipient: Type.Object({ id: Text }),
  conversation: Type.Object({ id: Text, tenantId: Optional, conversationType: Optional }),
})

const Invoke = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 200 }),
  value: Type.Optional(Type.Unknown()),
})

/**
 * Whether it is an activity, and an invoke one that can be answered. An action of a card is answered whatever is in it:
 * a refusal shows as an error of Teams' own.
 */
export function isActivity(body: unknown): boolean {
  if (!Value.Check(Activity, body)) return false
  return body.type !== 'invoke' || Value.Check(Invoke, body)
}
