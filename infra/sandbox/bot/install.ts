import type { Person } from '../model.ts'
import type { Store } from '../store.ts'
import { chatOf } from './chat.ts'
import type { toBot } from './to-bot.ts'

/**
 * Puts the bot in a person's Teams, or takes it out.
 * @param isTold whether the bot gets to know
 * @returns whether that changed anything
 */
export async function install(
  store: Store,
  send: ReturnType<typeof toBot>,
  person: Person,
  installed: boolean,
  isTold = true,
): Promise<boolean> {
  const chat = chatOf(store, person)
  if (chat.installed === installed) return false
  chat.installed = installed
  store.save()
  if (isTold) await send(person, { type: 'installationUpdate', action: installed ? 'add' : 'remove' })
  return true
}
