import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { problemAnswers } from '../contract/problem.ts'
import { TenantSettings } from '../contract/tenant-settings.ts'
import { personOf, type SignedInRequest } from '../plugins/auth.ts'
import { Refused } from '../plugins/problems.ts'
import { tenantSettingsSpec } from './collection.ts'
import { tenantSettingsData } from './data.ts'
import { tenantSettingsMutations } from './mutations.ts'
import { mayChange } from './policy.ts'

/** What holds for the whole organisation: everybody may read it, admins change it. */
export const tenantSettingsRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const settings = await app.database.collection(tenantSettingsSpec)
  const { of } = tenantSettingsData(settings)
  const { choose } = tenantSettingsMutations(settings)

  function admin(request: SignedInRequest): string {
    const person = personOf(request)
    if (!mayChange(person)) throw new Refused('forbidden')
    return person.tenantId
  }

  app.get(
    '/api/tenant/settings',
    { schema: { response: { 200: TenantSettings, ...problemAnswers } } },
    async (request) => of(personOf(request).tenantId),
  )

  app.put(
    '/api/tenant/settings',
    { schema: { body: TenantSettings, response: { 200: TenantSettings, ...problemAnswers } } },
    async (request) => {
      const tenantId = admin(request)
      await choose(tenantId, request.body)
      app.log.info({ tenantId, ...request.body }, 'tenant settings')
      return of(tenantId)
    },
  )

  app.post(
    '/api/tenant/data-key',
    { schema: { response: { 204: Type.Null(), ...problemAnswers } } },
    async (request, reply) => {
      const tenantId = admin(request)
      await app.renewDataKey(tenantId)
      app.log.info({ tenantId }, 'data key renewed')
      return reply.code(204).send(null)
    },
  )
}
