import { resourceFromAttributes } from '@opentelemetry/resources'
import type { FastifyInstance } from 'fastify'
import { setTimeout as pause } from 'node:timers/promises'
import type { Telemetry } from '../config.ts'
import { metrics } from './metrics.ts'
import { traces } from './traces.ts'

/** A stop waits so long for the last of it to be sent; milliseconds. */
const lastSent = 3000

/**
 * OpenTelemetry, to a collector that speaks OTLP over HTTP. This file and what it imports are loaded only where the
 * configuration asks for it. It tells which routes, operations and collections, how often and how long: nothing of whom.
 */
export function startTelemetry(settings: Telemetry) {
  const resource = resourceFromAttributes({
    'service.name': settings.serviceName,
    // Tells servers apart, and is another one at each start.
    'service.instance.id': crypto.randomUUID(),
    ...settings.attributes,
  })
  const parts = [traces(settings, resource), metrics(settings, resource)].filter((part) => part !== null)
  return {
    async register(app: FastifyInstance): Promise<void> {
      for (const part of parts) await part.register(app)
      app.addHook('onClose', async () => {
        const closed = Promise.allSettled(parts.map((part) => part.close()))
        await Promise.race([closed, pause(lastSent, undefined, { ref: false })])
      })
    },
  }
}
