import type { Collection, Document } from '../../server/database/collection.ts'

/** The same collection, which says the name of each of its commands. */
export function fewer<T extends Document>(collection: Collection<T>, commands: string[]): Collection<T> {
  const logged = Object.entries(collection).map(([name, run]) => [
    name,
    (...asked: unknown[]) => {
      commands.push(name)
      return (run as (...all: unknown[]) => unknown)(...asked)
    },
  ])
  return Object.fromEntries(logged) as Collection<T>
}
