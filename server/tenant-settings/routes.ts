import type { FastifyPluginAsync } from 'fastify'
import {
  getTenantSettings,
  optionalParts,
  putTenantSettings,
  type TenantSettings,
} from '../contract/tenant-settings.ts'
import { route } from '../http/route.ts'
import { personOf } from '../plugins/auth.ts'
import { asAdmin, asPerson } from '../plugins/gate.ts'
import { switchedOffIn, tenantSettingsData } from './data.ts'
import { tenantSettingsMutations } from './mutations.ts'

/** The action that is logged for each choice. */
const actions = [
  ['changed-retention', ['retentionDays']],
  ['switched-parts', optionalParts],
  ['changed-language', ['language']],
] as const

/** The settings of an organisation: everybody may read them, admins change them. */
export const tenantSettingsRoutes: FastifyPluginAsync = async (app) => {
  const settings = app.collections.tenantSettings
  const { of } = tenantSettingsData(settings)
  const { choose } = tenantSettingsMutations(settings)

  /** A grace period that is over is not mentioned. */
  const told = (one: TenantSettings): TenantSettings => {
    const isWaiting = one.retentionBefore && new Date(one.retentionBefore.until) > app.now()
    return isWaiting ? one : { ...one, retentionBefore: null }
  }

  route(app, getTenantSettings, asPerson(), async (request) => told(await of(personOf(request).tenantId)))

  route(app, putTenantSettings, asAdmin(), async (request) => {
    const admin = personOf(request)
    const { tenantId } = admin
    const before = await of(tenantId)
    const chosen = await choose(tenantId, request.body, app.now())
    app.announce.emit('tenant-changed', tenantId)
    const { retentionDays, language } = chosen
    for (const [did, parts] of actions) {
      const changes = parts
        // Another admin may have changed meanwhile what this one did not touch.
        .filter((part) => request.body[part] !== undefined && chosen[part] !== before[part])
        .map((part) => ({ what: part, from: before[part], to: chosen[part] }))
      if (changes.length > 0) await app.audit.admin(did, admin, app.now(), changes)
    }
    app.log.info({ tenantId, retentionDays, language, off: switchedOffIn(chosen) }, 'tenant settings')
    return told(chosen)
  })
}
