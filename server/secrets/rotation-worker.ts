import fp from 'fastify-plugin'
import { KeysUnavailable, type Reseal } from '../sealing/sealing.ts'
import { workLoop } from '../queue/work-loop.ts'
import { KeyLost } from './key-ring.ts'
import type { openSecrets } from './open.ts'
import { rotation, type Waiting } from './rotation.ts'

type Secrets = Awaited<ReturnType<typeof openSecrets>>

/** By the reason of a `KeyLost`, for whoever runs the servers (docs/operations.md, Keys lost). */
const remedies: Record<string, string> = {
  'another-key':
    'No master key that is set opens the keys of this tenant: put the right one back. Until then nothing of it is read or written.',
  'key-missing': 'The keys of this tenant are missing: restore them from the backup of the keys.',
}

/** How often each server looks whether there is something to replace, and says how far it is; milliseconds. */
const lookEvery = 60_000

/** Replaces keys at each start, as they age, and whenever an admin renews them. */
export const keyRotation = fp<Secrets & { places: Reseal[] }>(
  async (app, { keys, places, changes, hasEarlier }) => {
    const { step, waiting, renew } = rotation({ keys, places, now: app.now })
    let told = !hasEarlier
    let looked: Date | null = null
    /** How much was dealt with since it was last said. */
    let done = { since: app.now(), count: 0 }
    const lost = new Set<string>()
    const elapsed = (at: Date) => Math.abs(app.now().getTime() - at.getTime())

    async function sayHowFar(tenantId: string): Promise<void> {
      app.log.info({ ...(await waiting(tenantId)), done: done.count }, 'keys are being replaced')
      done = { since: app.now(), count: 0 }
    }

    /** One tenant's trouble holds up no other. @returns whether there may be more to do */
    async function stepOf(tenantId: string): Promise<boolean> {
      try {
        const made = await step(tenantId)
        lost.delete(tenantId)
        done.count += made?.count ?? 0
        if (made ? elapsed(done.since) > lookEvery : done.count > 0) await sayHowFar(tenantId)
        return made !== null
      } catch (error) {
        if (!(error instanceof KeysUnavailable)) throw error
        const why = error.message
        if (!(error instanceof KeyLost)) app.log.warn({ tenantId, why }, 'keys unavailable')
        else if (!lost.has(tenantId)) {
          lost.add(tenantId)
          app.log.error({ tenantId, why, remedy: remedies[why] }, 'keys lost')
        }
        return false
      }
    }

    const wake = workLoop(app, 'key rotation', async () => {
      if (looked && elapsed(looked) < lookEvery) return false
      for (const tenantId of app.settings.app.tenantIds) if (await stepOf(tenantId)) return true
      // All that they open is dealt with by now; what none of ours opens does not wait for them either.
      if (!told && lost.size === 0) app.log.info('earlier master keys are needed no more')
      told ||= lost.size === 0
      looked = app.now()
      return false
    })
    changes.on('forgotten', (ring) => app.announce.emit('keys-changed', ring))
    app.announce.on('keys-changed', (ring) => keys.drop(ring))
    app.decorate('keysWaiting', waiting)
    app.decorate('renewDataKey', async (tenantId: string) => {
      const renewed = await renew(tenantId)
      for (const ring of [tenantId, `${tenantId}.texts`]) app.announce.emit('keys-changed', ring)
      looked = null
      wake()
      return renewed
    })
  },
  { name: 'key-rotation', dependencies: ['context'] },
)

declare module 'fastify' {
  interface FastifyInstance {
    /** The keys of a tenant that an earlier key still wraps. */
    keysWaiting(tenantId: string): Promise<Waiting>
    /** Texts of this tenant are sealed with new keys from now on, and those that were by and by. @throws KeysUnavailable */
    renewDataKey(tenantId: string): Promise<{ before: number; after: number }>
  }
}
