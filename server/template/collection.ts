import type { Template } from '../contract/template.ts'
import { clear } from '../sealing/clear.ts'
import type { SealedSpec } from '../sealing/declaration.ts'

/** A version as it was published; nothing changes it any more. */
export type Published = {
  template: Template
  at: Date
  /** The oid of who published it, and their name then. */
  by: string
  byName?: string
}

/** The key of a template. Its owner is the tenant's organisation, or one coach in it by their oid. */
export type TemplateKey = { tenantId: string; owner: string; templateId: string }
export const organisation = 'organisation'

/** One template of one owner: what new conversations get, and the draft behind it. Named after its key. */
export type TemplateDocument = TemplateKey & {
  _id: string
  published: Published | null
  draft: Template | null
  /** The highest version that was ever published: numbers are not used twice. */
  lastVersion: number
  /** Goes up with each change of any kind; a writer says which one it saw. */
  revision: number
}

export const templateDocumentId = ({ tenantId, owner, templateId }: TemplateKey): string =>
  `${tenantId}.${owner}.${templateId}`

export const templateSpec: SealedSpec<TemplateDocument> = {
  name: 'templates',
  scope: { of: 'tenant', exportedAs: 'templates' },
  fields: {
    tenantId: clear.id,
    owner: clear.id,
    templateId: clear.id,
    published: { $part: 'published', template: 'content', at: clear.date, by: clear.id, byName: 'content' },
    draft: 'content:draft',
    lastVersion: clear.number,
    revision: clear.number,
  },
  indexes: [{ tenantId: 1, owner: 1 }],
}

/** A version that was replaced: conversations that were held with it go on reading it. */
export type VersionDocument = Published & {
  _id: string
  /** The `_id` of its template's document. */
  of: string
  version: number
}

export const versionSpec: SealedSpec<VersionDocument> = {
  name: 'template-versions',
  scope: { of: 'other' },
  owner: ({ of }) => ({ tenantId: of.split('.')[0] ?? '', of: 'tenant', id: '' }),
  fields: {
    template: 'content',
    at: clear.date,
    by: clear.id,
    byName: 'content',
    of: clear.id,
    version: clear.number,
  },
  indexes: [{ of: 1, version: 1 }],
}

/** An organisation's choice of what is offered. Named after the tenant. */
export type SettingsDocument = { _id: string; standard: string; off: string[]; revision: number }

export const settingsSpec: SealedSpec<SettingsDocument> = {
  name: 'template-settings',
  scope: { of: 'tenant' },
  fields: { standard: clear.id, off: clear.id, revision: clear.number },
  indexes: [],
}

/** A conversation's reference to its template. Without an owner it is one that Groei ships. */
export type TemplateReference = { id: string; version: number; owner?: string }
