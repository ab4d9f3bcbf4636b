import type { Store } from '../store.ts'
import { refusals, type EntraRefusal } from './refusal.ts'

export const checkTenant = (store: Store, tenantId: string): EntraRefusal | null =>
  store.state.people.some((one) => one.tenantId === tenantId) ? null : refusals.tenant(tenantId)
