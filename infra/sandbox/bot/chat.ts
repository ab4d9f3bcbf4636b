import type { BotChat, ChatMessage, Person } from '../model.ts'
import type { Store } from '../store.ts'

/** The chat of a person with the bot; there is one from the beginning, in which the bot may not write. */
export function chatOf(store: Store, person: Person): BotChat {
  store.state.chats ??= {}
  return (store.state.chats[person.oid] ??= { installed: false, blocked: false, messages: [] })
}

export const conversationIdOf = (person: Person): string => `a:1${person.oid.replaceAll('-', '')}`
export const userIdOf = (person: Person): string => `29:1${person.oid.replaceAll('-', '')}`

/** By the 32 digits of the person's id. */
export function personOfConversation(store: Store, id: string): Person | undefined {
  const digits = /^a:1(.{8})(.{4})(.{4})(.{4})(.{12})$/.exec(id)
  return digits ? store.directory.person(digits.slice(1).join('-')) : undefined
}

const cardType = 'application/vnd.microsoft.card.adaptive'
export type Activity = {
  text?: string
  attachments?: { contentType?: string; content?: Record<string, unknown> }[]
}

const contentOf = ({ text = '', attachments = [] }: Activity) => ({
  text,
  card: attachments.find((one) => one.contentType === cardType)?.content ?? null,
})

export function addMessage(
  store: Store,
  person: Person,
  from: ChatMessage['from'],
  activity: Activity,
): ChatMessage {
  const { messages } = chatOf(store, person)
  const at = store.now().toISOString()
  // Ids of Teams are times in milliseconds, and one a message.
  const id = String(1_700_000_000_000 + messages.length + Math.floor(Math.random() * 1e9) * 1000)
  const message: ChatMessage = { id, from, ...contentOf(activity), at, changedAt: null }
  messages.push(message)
  store.save()
  return message
}

/** @returns whether there is such a message of the bot */
export function changeMessage(store: Store, person: Person, id: string, activity: Activity): boolean {
  const message = chatOf(store, person).messages.find((one) => one.id === id && one.from === 'bot')
  if (!message) return false
  Object.assign(message, contentOf(activity), { changedAt: store.now().toISOString() })
  store.save()
  return true
}
