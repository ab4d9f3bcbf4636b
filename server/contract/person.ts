import { Type } from 'typebox'
import { endpoint } from './endpoint.ts'
import { Day, Nullable, Strict } from './shape.ts'

/** The subjects of reminders; each can be muted by itself. */
export const reminderTopics = ['preparation', 'commitments', 'after-conversation', 'publication'] as const
export const ReminderTopic = Type.Enum([...reminderTopics])
export type ReminderTopic = (typeof reminderTopics)[number]

/** Whether the bot can reach a person: `absent`, Groei is not in their Teams; `blocked`, they do not want it. */
export const ChatState = Type.Enum(['absent', 'installed', 'blocked'])
export type ChatState = Type.Static<typeof ChatState>

const Clock = Type.String({ pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$' })

/** When and of what I want to be reminded; working time is in my own zone. */
export const ReminderSettings = Strict({
  timeZone: Type.String({ minLength: 1, maxLength: 100 }),
  /** Monday is 1. */
  workingDays: Type.Array(Type.Integer({ minimum: 1, maximum: 7 }), {
    minItems: 1,
    maxItems: 7,
    uniqueItems: true,
  }),
  /** A working day that ends at or before it begins goes on past midnight: a night shift. */
  from: Clock,
  until: Clock,
  /** No reminders up to and including this day. */
  awayUntil: Nullable(Day),
  silenced: Type.Array(ReminderTopic, { maxItems: reminderTopics.length, uniqueItems: true }),
})
export type ReminderSettings = Type.Static<typeof ReminderSettings>

export const PersonSettings = Strict({
  chat: ChatState,
  reminders: ReminderSettings,
  /** Does the organisation do without reminders? */
  remindersOff: Type.Boolean(),
})
export type PersonSettings = Type.Static<typeof PersonSettings>

export const getPersonSettings = endpoint('GET /api/settings', { response: PersonSettings })

export const putMe = endpoint('PUT /api/me', {
  body: Strict({ timeZone: ReminderSettings.properties.timeZone }),
  response: PersonSettings,
})

export const putReminders = endpoint('PUT /api/settings/reminders', {
  body: ReminderSettings,
  response: PersonSettings,
})
