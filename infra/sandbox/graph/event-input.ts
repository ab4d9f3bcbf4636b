import { Type, type Static } from 'typebox'
import { Value } from 'typebox/value'
import { badRequest } from './refusal.ts'

const DateTimeTimeZone = Type.Object({
  dateTime: Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?Z?$' }),
  timeZone: Type.Optional(Type.String()),
})

const Day = Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\d$' })
const DayOfWeek = Type.Union(
  (['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const).map((one) =>
    Type.Literal(one),
  ),
)

/** The properties of an event that a request may set; a closed set of words where Graph has an enumeration. */
export const EventInput = Type.Partial(
  Type.Object({
    subject: Type.String({ maxLength: 255 }),
    body: Type.Object({
      contentType: Type.Optional(Type.String({ pattern: '^([Hh][Tt][Mm][Ll]|[Tt][Ee][Xx][Tt])$' })),
      content: Type.String(),
    }),
    start: DateTimeTimeZone,
    end: DateTimeTimeZone,
    attendees: Type.Array(
      Type.Object({
        type: Type.Optional(
          Type.Union([Type.Literal('required'), Type.Literal('optional'), Type.Literal('resource')]),
        ),
        emailAddress: Type.Object({
          address: Type.String({ minLength: 3 }),
          name: Type.Optional(Type.String()),
        }),
      }),
    ),
    location: Type.Object({ displayName: Type.Optional(Type.String()) }),
    sensitivity: Type.Union(
      (['normal', 'personal', 'private', 'confidential'] as const).map((one) => Type.Literal(one)),
    ),
    importance: Type.Union((['low', 'normal', 'high'] as const).map((one) => Type.Literal(one))),
    showAs: Type.Union(
      (['free', 'tentative', 'busy', 'oof', 'workingElsewhere', 'unknown'] as const).map((one) =>
        Type.Literal(one),
      ),
    ),
    categories: Type.Array(Type.String()),
    isReminderOn: Type.Boolean(),
    reminderMinutesBeforeStart: Type.Integer({ minimum: 0 }),
    isOnlineMeeting: Type.Boolean(),
    onlineMeetingProvider: Type.String(),
    // For new events only.
    isAllDay: Type.Boolean(),
    transactionId: Type.String(),
    // For new events and series.
    recurrence: Type.Object({
      pattern: Type.Object({
        type: Type.Literal('weekly'),
        interval: Type.Integer({ minimum: 1, maximum: 99 }),
        daysOfWeek: Type.Optional(Type.Array(DayOfWeek)),
      }),
      range: Type.Object({
        type: Type.Union([Type.Literal('noEnd'), Type.Literal('numbered'), Type.Literal('endDate')]),
        numberOfOccurrences: Type.Optional(Type.Integer({ minimum: 0, maximum: 999 })),
        startDate: Type.Optional(Day),
        endDate: Type.Optional(Day),
      }),
    }),
  }),
)
export type EventInput = Static<typeof EventInput>

/** @throws GraphRefusal 400 for a body that is no event */
export function readEvent(body: unknown): EventInput {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw badRequest('BadRequest', 'Unable to read JSON request payload.')
  }
  if (Value.Check(EventInput, body)) return body
  const [first] = Value.Errors(EventInput, body)
  throw badRequest(
    'RequestBodyRead',
    `The value at '${first?.instancePath ?? ''}' cannot be read: ${first?.message ?? ''}.`,
  )
}
