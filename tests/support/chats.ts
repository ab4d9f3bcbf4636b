import type { Tenant } from './tenant.ts'
import { until } from './until.ts'

export type Card = Record<string, unknown> & { body?: Card[]; actions?: Card[]; type?: string }
export type Message = { id: string; from: 'bot' | 'person'; text: string; card: Card | null }
type Chat = { installed: boolean; blocked: boolean; messages: Message[]; answer?: { statusCode: number } }

/** Everything that a card says, in reading order. */
export function wordsOf(card: Card | null): string {
  if (!card) return ''
  const own = ['text', 'title', 'label'].flatMap((name) =>
    typeof card[name] === 'string' ? [String(card[name])] : [],
  )
  const inner = ['body', 'inlines', 'items', 'columns', 'actions', 'card'].flatMap((name) => {
    const value = card[name]
    return (Array.isArray(value) ? value : value ? [value] : []).map((one) => wordsOf(one as Card))
  })
  return [...own, ...inner].filter(Boolean).join('\n')
}

/** A person's chat with the bot, as they use it. */
export function chatOf(tenant: Tenant, name: string) {
  const user = `${name}@sandbox.example`
  const read = () => tenant.sandbox<Chat>('GET', `chat?user=${user}`)
  const cards = async () => (await read()).messages.filter((one) => one.from === 'bot')
  const say = (text: string) => tenant.sandbox<Chat>('POST', 'chat', { user, text })
  return {
    read,
    cards,
    say,
    install: (installed: boolean) => tenant.sandbox<Chat>('POST', 'chat/state', { user, installed }),
    block: (blocked: boolean) => tenant.sandbox<Chat>('POST', 'chat/state', { user, blocked }),
    press: (messageId: string, verb: string, data: object, submit = false) =>
      tenant.sandbox<Chat>('POST', 'chat/action', {
        user,
        messageId,
        verb,
        data,
        ...(submit ? { submit } : {}),
      }),
    /** What the bot answers to a line. */
    async ask(text: string): Promise<Message> {
      const before = (await cards()).length
      await say(text)
      return until(async () => (await cards())[before] ?? null)
    },
    /** Waits for a message of the bot that says so. */
    heard: (part: string | RegExp): Promise<Message> =>
      until(async () => (await cards()).find((one) => new RegExp(part).test(wordsOf(one.card))) ?? null),
  }
}
