import { Type, type TProperties } from 'typebox'
import { textLimits } from './limits.ts'

/** The two languages of Groei. Content stands in both, side by side. */
export const Localized = Type.Object(
  { nl: Type.String({ minLength: 1 }), en: Type.String({ minLength: 1 }) },
  { additionalProperties: false },
)
export type Localized = Type.Static<typeof Localized>
export type Language = keyof Localized

/** An object that refuses fields it does not know, so that a misspelt field is an error and not a silence. */
export const Strict = <T extends TProperties>(properties: T) =>
  Type.Object(properties, { additionalProperties: false })

export const Nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()])

/** An instant, ISO 8601 in UTC; of this century and no leap second, for JavaScript has no date for it. */
export const Instant = Type.String({
  format: 'date-time',
  pattern: '^20[0-9]{2}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-5]',
})

/** A calendar day without a zone, `YYYY-MM-DD`. */
export const Day = Type.String({ format: 'date' })

/** Ids are made by us or by the client (`crypto.randomUUID()`). */
export const Id = Type.String({ format: 'uuid' })

/** In a query: the revision that a writer saw. */
export const SeenRevision = Type.String({ pattern: '^[1-9][0-9]{0,6}$' })

/** A text in one field of a form; longer texts belong in the notes. */
export const ShortText = Type.String({ maxLength: textLimits.short })
export const LongText = Type.String({ maxLength: textLimits.long })
