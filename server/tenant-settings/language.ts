import fp from 'fastify-plugin'
import { languageOf } from '../plugins/problems.ts'
import { tenantSettingsSpec } from './collection.ts'
import { tenantSettingsData } from './data.ts'

/** An organisation with one language is answered in it, and each answer says in which it is (RFC 9110, 8.5). */
export const spokenLanguage = fp(
  async (app) => {
    const { of } = tenantSettingsData(await app.database.collection(tenantSettingsSpec))
    app.addHook('onRequest', async (request, reply) => {
      if (!request.signedIn) return
      const { language } = await of(request.signedIn.tenantId)
      request.oneLanguage = language === 'own' ? null : language
      reply.header('content-language', languageOf(request))
    })
  },
  { name: 'spoken-language', dependencies: ['auth'] },
)
