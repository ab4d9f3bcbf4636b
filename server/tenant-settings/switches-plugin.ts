import fp from 'fastify-plugin'
import type { SwitchedOff } from '../contract/tenant-settings.ts'
import { languageOf } from '../plugins/problems.ts'
import { remembered } from '../plugins/remembered.ts'
import { switchedOffIn, tenantSettingsData } from './data.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** The parts that this person's organisation switched off. */
    switchedOff: SwitchedOff
  }
}

/** A server that did not hear of a change goes by the settings before it for so long, milliseconds. */
const life = 5000

/**
 * Applies the settings of the caller's organisation to a request. It may have chosen one language for all, so each answer
 * says in which language it is (RFC 9110, 8.5).
 */
export const settingsOfRequest = fp(
  async (app) => {
    const data = tenantSettingsData(app.collections.tenantSettings)
    const { of, forget } = remembered(data.of, life, app.now)
    app.announce.on('tenant-changed', forget)
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
