import fp from 'fastify-plugin'
import { KeysUnavailable, type Reseal } from '../sealing/sealing.ts'
import { workLoop } from '../queue/work-loop.ts'
import { noticedWithin, type DataKeyDocument, type DataKeys } from './data-keys.ts'

/** A data key seals for so long, in milliseconds; then there is a new one by itself. */
const life = 365 * 24 * 60 * 60_000
/** By then no server seals with the version before any more. */
const settled = 2 * noticedWithin

type Parts = { keys: DataKeys; places: Reseal[]; now: () => Date }

/**
 * One step of replacing keys. Each year there is a new data key. Data keys wrapped by an earlier master key are wrapped
 * anew, texts of an earlier data key are sealed anew, and at last that data key is deleted. Every step can be repeated,
 * by any number of servers, and each can be killed between two.
 * @returns whether there may be more to do
 * @throws KeysUnavailable
 */
export async function rotate({ keys, places, now }: Parts, tenantId: string): Promise<boolean> {
  const [newest, ...older] = await keys.versions(tenantId)
  if (!newest) return false
  keys.notice(tenantId, newest.version)
  const age = now().getTime() - newest.createdAt.getTime()
  if (age > life) {
    await keys.renew(tenantId, newest.version)
    return true
  }
  for (const one of [newest, ...older]) if (await keys.rewrap(one)) return true
  for (const one of older) if (await retire({ keys, places, now }, one, age > settled)) return true
  return false
}

/** A key that no master key of ours opens is kept: that master key may come back. */
async function retire({ keys, places }: Parts, old: DataKeyDocument, mayForget: boolean): Promise<boolean> {
  if (!(await keys.open(old.tenantId, old.version))) return false
  for (const reseal of places) if ((await reseal(old.tenantId, old.version)) > 0) return true
  if (mayForget) await keys.forget(old)
  return mayForget
}

/** Runs the rotation of keys at each start and whenever an operator renews a tenant's data key. */
export const keyRotation = fp<{ keys: DataKeys; places: Reseal[]; hasEarlier: boolean }>(
  async (app, { keys, places, hasEarlier }) => {
    const parts = { keys, places, now: app.now }
    let told = !hasEarlier
    const wake = workLoop(app, 'key rotation', async () => {
      try {
        for (const tenantId of app.settings.app.tenantIds) if (await rotate(parts, tenantId)) return true
        // All that they open is dealt with by now; what none of ours opens does not wait for them either.
        if (!told) app.log.info('earlier master keys are needed no more')
        told = true
      } catch (error) {
        if (!(error instanceof KeysUnavailable)) throw error
        app.log.warn({ why: error.message }, 'keys unavailable')
      }
      return false
    })
    app.decorate('renewDataKey', async (tenantId: string) => {
      const [newest] = await keys.versions(tenantId)
      const before = newest?.version ?? 0
      await keys.renew(tenantId, before)
      wake()
      return { before, after: before + 1 }
    })
  },
  { name: 'key-rotation', dependencies: ['context'] },
)

declare module 'fastify' {
  interface FastifyInstance {
    /** Texts of this tenant are sealed with a new key from now on, and those that were by and by. @throws KeysUnavailable */
    renewDataKey(tenantId: string): Promise<{ before: number; after: number }>
  }
}
