import fp from 'fastify-plugin'
import type { SwitchedOff } from '../contract/tenant-settings.ts'
import { languageOf } from '../plugins/problems.ts'
import { tenantSettingsSpec } from './collection.ts'
import { switchedOffIn, tenantSettingsData } from './data.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** What this person's organisation does without. */
    switchedOff: SwitchedOff
  }
}

/**
 * What the organisation of who asks decided holds for the answer. One language for all: each answer says in which it is
 * (RFC 9110, 8.5).
 */
export const settingsOfRequest = fp(
  async (app) => {
    const { of } = tenantSettingsData(await app.database.collection(tenantSettingsSpec))
    app.decorateRequest('switchedOff')
    app.addHook('onRequest', async (request, reply) => {
      request.switchedOff = []
      if (!request.signedIn) return
      const settings = await of(request.signedIn.tenantId)
      const { language } = settings
      request.oneLanguage = language === 'own' ? null : language
      request.switchedOff = switchedOffIn(settings)
      reply.header('content-language', languageOf(request))
    })
  },
  { name: 'settings-of-request', dependencies: ['auth'] },
)
