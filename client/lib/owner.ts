/** The person who is signed in, by their token. It tells apart what several people leave on one machine and in one page. */
export type Owner = { tenantId: string; oid: string }

/** Stands first in whatever is kept. */
export const ownerKey = ({ tenantId, oid }: Owner): string => `${tenantId}.${oid}`
