/** The key of a person in all of Microsoft 365: their id in their tenant. */
export type PersonKey = { tenantId: string; oid: string }

/** The `_id` of a document of which a person has one, and the key of a person in memory. */
export const personId = ({ tenantId, oid }: PersonKey): string => `${tenantId}.${oid}`
