import type { Filter } from 'mongodb'
import type { Collection, Document } from '../database/collection.ts'

/**
 * A collection limited to the tenants in TENANT_IDS, for workers: for a tenant that was taken out nothing is read, written
 * or sent any more, whatever is due.
 */
export function ofListed<T extends Document & { tenantId: string }>(
  collection: Collection<T>,
  tenantIds: string[],
): Collection<T> {
  const listed = (filter: Filter<T>): Filter<T> => ({ tenantId: { $in: tenantIds }, ...filter })
  return {
    ...collection,
    findOne: (filter, options) => collection.findOne(listed(filter), options),
    find: (filter, options) => collection.find(listed(filter), options),
    countDocuments: (filter) => collection.countDocuments(listed(filter)),
    findOneAndUpdate: (filter, update, options) =>
      collection.findOneAndUpdate(listed(filter), update, options),
  }
}
