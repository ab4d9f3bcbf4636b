import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { checked } from '../api/requests.ts'
import type { Person } from '../model.ts'
import type { Store } from '../store.ts'
import { addMessage, chatOf } from './chat.ts'
import { install } from './install.ts'
import type { toBot } from './to-bot.ts'

const User = Type.Object({ user: Type.String() })
const Said = Type.Object({ user: Type.String(), text: Type.String({ minLength: 1, maxLength: 4000 }) })
const Acted = Type.Object({
  user: Type.String(),
  messageId: Type.String(),
  verb: Type.String(),
  data: Type.Record(Type.String(), Type.Unknown()),
  /** A client that knows no Action.Execute sends the fallback. */
  submit: Type.Optional(Type.Boolean()),
})
const Switched = Type.Object({
  user: Type.String(),
  installed: Type.Optional(Type.Boolean()),
  blocked: Type.Optional(Type.Boolean()),
})

/** Endpoints that act for a person in their chat with the bot: writing, pressing buttons, installing, blocking. */
export function chatApi(
  app: FastifyInstance,
  store: Store,
  person: (upn: string) => Person,
  send: ReturnType<typeof toBot>,
): void {
  const view = (one: Person) => chatOf(store, one)
  app.get('/chat', async (request) => view(person(checked(User, request.query).user)))

  app.post('/chat', async (request) => {
    const { user, text } = checked(Said, request.body)
    const one = person(user)
    addMessage(store, one, 'person', { text })
    await send(one, { type: 'message', text })
    return view(one)
  })

  app.post('/chat/action', async (request) => {
    const { user, messageId, verb, data, submit } = checked(Acted, request.body)
    const one = person(user)
    if (submit) {
      await send(one, { type: 'message', value: { ...data, verb }, replyToId: messageId })
      return view(one)
    }
    const value = { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' }
    const { body } = await send(one, {
      type: 'invoke',
      name: 'adaptiveCard/action',
      value,
      replyToId: messageId,
    })
    const answer = body as { statusCode?: number; type?: string; value?: Record<string, unknown> } | null
    const message = chatOf(store, one).messages.find((each) => each.id === messageId)
    // The card of the answer takes the place of the one that was pressed, for the person who pressed it.
    if (message && answer?.type === 'application/vnd.microsoft.card.adaptive' && answer.value) {
      message.card = answer.value
      message.changedAt = store.now().toISOString()
      store.save()
    }
    return { ...view(one), answer }
  })

  app.post('/chat/state', async (request) => {
    const { user, installed, blocked } = checked(Switched, request.body)
    const one = person(user)
    if (blocked !== undefined) chatOf(store, one).blocked = blocked
    store.save()
    if (installed !== undefined) await install(store, send, one, installed)
    return view(one)
  })
}
