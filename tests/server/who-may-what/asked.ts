import type { Role } from './roles.ts'
import type { Row } from './rows.ts'
import type { World } from './world.ts'

/** Asks for a row of the table as one of these people. */
export async function asked(world: World, { route, ask }: Row, role: Role) {
  const [method = '', url = ''] = route.split(' ')
  const mine = { ...world, ...world.askedBy(role) }
  const { path = {}, query, body } = ask(mine, role)
  const parameters: Record<string, string> = {
    conversationId: mine.open.id,
    pairId: mine.open.pair.id,
    commitmentId: crypto.randomUUID(),
    ownId: crypto.randomUUID(),
    templateId: 'grow',
    questionId: 'goal-good',
    ...path,
  }
  const filled = url.replace(/:(\w+)|\*/g, (found, name?: string) => parameters[name ?? found] ?? found)
  return world.ask(role, {
    method: method as 'GET',
    url: filled,
    ...(query ? { query } : {}),
    ...(body === undefined ? {} : { payload: body as object }),
  })
}
