import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { adminAct } from '../audit/act.ts'
import { auditSpec } from '../audit/collection.ts'
import { auditTrail } from '../audit/mutations.ts'
import { problemAnswers } from '../contract/problem.ts'
import {
  optionalParts,
  TenantSettings,
  TenantSettingsChange,
  tenantSettingsPath as path,
} from '../contract/tenant-settings.ts'
import { personOf } from '../plugins/auth.ts'
import { Refused } from '../plugins/problems.ts'
import { tenantSettingsSpec } from './collection.ts'
import { switchedOffIn, tenantSettingsData } from './data.ts'
import { tenantSettingsMutations } from './mutations.ts'
import { mayChange } from './policy.ts'

const response = { 200: TenantSettings, ...problemAnswers }

/** What holds for the whole organisation: everybody may read it, admins change it. */
export const tenantSettingsRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const settings = await app.database.collection(tenantSettingsSpec)
  const { of } = tenantSettingsData(settings)
  const { choose } = tenantSettingsMutations(settings)
  const trail = auditTrail(await app.database.collection(auditSpec))

  app.get(path, { schema: { response } }, async (request) => of(personOf(request).tenantId))

  app.put(path, { schema: { body: TenantSettingsChange, response } }, async (request) => {
    const person = personOf(request)
    if (!mayChange(person)) throw new Refused('forbidden')
    const { tenantId } = person
    const before = await of(tenantId)
    const chosen = await choose(tenantId, request.body)
    const { retentionDays, language } = chosen
    // How long it is kept and what they can do concerns every two people: both see that it was changed.
    if (retentionDays !== before.retentionDays)
      await trail('changed-retention', adminAct(tenantId, app.now()))
    if (optionalParts.some((part) => chosen[part] !== before[part]))
      await trail('switched-parts', adminAct(tenantId, app.now()))
    app.log.info({ tenantId, retentionDays, language, off: switchedOffIn(chosen) }, 'tenant settings')
    return chosen
  })
}
