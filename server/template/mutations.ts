import type { Template } from '../contract/template.ts'
import { isInserted } from '../database/errors.ts'
import type { Collections } from '../plugins/context.ts'
import {
  templateDocumentId,
  type Published,
  type SettingsDocument,
  type TemplateDocument,
  type TemplateKey,
} from './collection.ts'

export type Written =
  | { ok: true; document: TemplateDocument }
  | { ok: false; reason: 'changed-meanwhile' | 'enough' | 'not-found' }

/** Templates of one owner; more than these nobody finds their way in. */
const most = 40

/** Every write names the revision that its writer saw, so that of two writers at once one is refused. */
export const templateMutations = (collections: Collections) => {
  const { templates, templateVersions: versions, templateSettings: settings } = collections
  /** Keeps a version for the conversations that were held with it. Doing it twice is doing it once: it never changes. */
  async function keep(of: string, published: Published): Promise<void> {
    const { version } = published.template
    await isInserted(versions.insertOne({ _id: `${of}.${version}`, of, version, ...published }))
  }

  async function change(
    key: TemplateKey,
    revision: number,
    $set: Partial<TemplateDocument>,
  ): Promise<Written> {
    const document = await templates.findOneAndUpdate(
      { _id: templateDocumentId(key), revision },
      { $set, $inc: { revision: 1 } },
    )
    return document ? { ok: true, document } : { ok: false, reason: 'changed-meanwhile' }
  }

  async function make(key: TemplateKey, draft: Template): Promise<Written> {
    const { tenantId, owner } = key
    if ((await templates.countDocuments({ tenantId, owner })) >= most) return { ok: false, reason: 'enough' }
    const document: TemplateDocument = {
      _id: templateDocumentId(key),
      ...key,
      published: null,
      draft: { ...draft, version: 1 },
      lastVersion: 0,
      revision: 1,
    }
    return (await isInserted(templates.insertOne(document)))
      ? { ok: true, document }
      : { ok: false, reason: 'changed-meanwhile' }
  }

  return {
    async saveDraft(key: TemplateKey, draft: Template, revision: number): Promise<Written> {
      if (revision === 0) return make(key, draft)
      const before = await templates.findOne({ _id: templateDocumentId(key) })
      if (before?.revision !== revision) return { ok: false, reason: 'changed-meanwhile' }
      return change(key, revision, { draft: { ...draft, version: before.lastVersion + 1 } })
    },

    async dropDraft(key: TemplateKey, revision: number): Promise<boolean> {
      const seen = { _id: templateDocumentId(key), revision }
      // A template that was never published is deleted whole.
      const { deletedCount } = await templates.deleteMany({ ...seen, lastVersion: 0 })
      return deletedCount === 1 || (await change(key, revision, { draft: null })).ok
    },

    /**
     * The draft becomes what new conversations get. What it replaces is kept first: a server that dies in between
     * leaves the old version published, and kept once too often.
     */
    async publish(
      key: TemplateKey,
      revision: number,
      {
        by,
        at,
        finished,
      }: { by: { oid: string; name: string }; at: Date; finished: (draft: Template) => Template },
    ): Promise<Written> {
      const before = await templates.findOne({ _id: templateDocumentId(key) })
      if (!before) return { ok: false, reason: 'not-found' }
      if (before.revision !== revision || !before.draft) return { ok: false, reason: 'changed-meanwhile' }
      if (before.published) await keep(before._id, before.published)
      const version = before.lastVersion + 1
      return change(key, revision, {
        published: { template: { ...finished(before.draft), version }, at, by: by.oid, byName: by.name },
        draft: null,
        lastVersion: version,
      })
    },

    /** Back to what stands below: a team's to the organisation's, an organisation's to what Groei ships. */
    async withdraw(key: TemplateKey, revision: number): Promise<Written> {
      const before = await templates.findOne({ _id: templateDocumentId(key) })
      if (!before) return { ok: false, reason: 'not-found' }
      if (before.published) await keep(before._id, before.published)
      return change(key, revision, { published: null, draft: null })
    },

    /** @returns null when somebody was first */
    async saveSettings(
      tenantId: string,
      { revision, ...chosen }: { standard: string; off: string[]; revision: number },
    ): Promise<SettingsDocument | null> {
      if (revision > 0) {
        return settings.findOneAndUpdate({ _id: tenantId, revision }, { $set: chosen, $inc: { revision: 1 } })
      }
      const document = { _id: tenantId, ...chosen, revision: 1 }
      return (await isInserted(settings.insertOne(document))) ? document : null
    },
  }
}
