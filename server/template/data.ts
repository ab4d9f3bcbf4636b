import type { Collections } from '../plugins/context.ts'
import { shippedVersion, standardTemplate } from '../content/library.ts'
import type { Localized } from '../contract/shape.ts'
import type { Template } from '../contract/template.ts'
import type { PairDocument } from '../pair/collection.ts'
import { memberWith } from '../pair/policy.ts'
import { Refused } from '../plugins/problems.ts'
import {
  organisation,
  templateDocumentId,
  type Published,
  type SettingsDocument,
  type TemplateKey,
  type TemplateReference,
} from './collection.ts'
import { effectiveSet, offered, standardOf, type Effective } from './effective.ts'

/** Versions that are listed; older ones are still read by the conversations that were held with them. */
const listed = 50

export type TemplateSet = { set: Effective[]; settings: SettingsDocument }

export const templatesOf = (collections: Collections) => {
  const { templates, templateVersions: versions, templateSettings: settings } = collections
  const byKey = (key: TemplateKey) => templates.findOne({ _id: templateDocumentId(key) })
  const ofOwners = (tenantId: string, owners: string[]) =>
    templates.find({ tenantId, owner: { $in: owners } }, { projection: { draft: 0 } }).toArray()
  const settingsOf = async (tenantId: string): Promise<SettingsDocument> =>
    (await settings.findOne({ _id: tenantId })) ?? {
      _id: tenantId,
      standard: standardTemplate.id,
      off: [],
      revision: 0,
    }

  /** All templates as this coach's pairs get them, or as the organisation has them. */
  async function setOf(tenantId: string, coach: string | null): Promise<TemplateSet> {
    const [documents, chosen] = await Promise.all([
      ofOwners(tenantId, coach ? [organisation, coach] : [organisation]),
      settingsOf(tenantId),
    ])
    const of = (owner: string | null) => documents.filter((one) => one.owner === owner)
    return { set: effectiveSet(of(organisation), of(coach), chosen.off), settings: chosen }
  }
  const setOfPair = (pair: PairDocument) => setOf(pair.tenantId, memberWith(pair, 'coach').oid)

  async function find({ id, version, owner }: TemplateReference, tenantId: string): Promise<Template | null> {
    if (owner === undefined) return shippedVersion(id, version)
    const key = { tenantId, owner, templateId: id }
    const now = await byKey(key)
    if (now?.published?.template.version === version) return now.published.template
    return (await versions.findOne({ of: templateDocumentId(key), version }))?.template ?? null
  }

  /** The titles of the versions that are named; null for one that is gone. In two commands, however many there are. */
  async function titles(
    references: TemplateReference[],
    tenantId: string,
  ): Promise<(reference: TemplateReference) => Localized | null> {
    const idOf = ({ id, owner = '' }: TemplateReference) =>
      templateDocumentId({ tenantId, owner, templateId: id })
    const own = references.filter(({ owner }) => owner !== undefined)
    const ids = [...new Set(own.map(idOf))]
    const numbers = [...new Set(own.map(({ version }) => version))]
    const [now, earlier] =
      ids.length > 0
        ? await Promise.all([
            templates.find({ _id: { $in: ids } }, { projection: { draft: 0 } }).toArray(),
            versions.find({ of: { $in: ids }, version: { $in: numbers } }).toArray(),
          ])
        : [[], []]
    return (reference) => {
      const { id, version, owner } = reference
      if (owner === undefined) return shippedVersion(id, version)?.title ?? null
      const of = idOf(reference)
      const present = now.find(({ _id }) => _id === of)?.published?.template
      if (present?.version === version) return present.title
      return earlier.find((one) => one.of === of && one.version === version)?.template.title ?? null
    }
  }

  return {
    byKey,
    titles,
    setOf,
    drafts: (tenantId: string, owner: string) => templates.find({ tenantId, owner }).toArray(),

    /**
     * The template that a new conversation of this pair begins with.
     * @param read the set of its coach, where it was read already
     */
    async standard(pair: PairDocument, read?: TemplateSet): Promise<TemplateReference> {
      const { set, settings: chosen } = read ?? (await setOfPair(pair))
      const { id, version } = standardTemplate
      return standardOf(set, chosen.standard, pair.usualTemplate)?.reference ?? { id, version }
    },

    /** The templates with which a conversation of this pair may be held. */
    async offered(pair: PairDocument): Promise<Effective[]> {
      return offered((await setOfPair(pair)).set)
    },

    find,

    /**
     * The very version that a conversation is or was held with.
     * @throws Refused when it is gone: shown with another one, a conversation would read as it never was
     */
    async held(reference: TemplateReference, tenantId: string): Promise<Template> {
      const found = await find(reference, tenantId)
      if (!found) throw new Refused('template-missing')
      return found
    },

    /** The published versions of a template, latest first. */
    async published(key: TemplateKey): Promise<Published[]> {
      const of = templateDocumentId(key)
      const [now, before] = await Promise.all([
        byKey(key),
        versions.find({ of }, { sort: { version: -1 }, limit: listed }).toArray(),
      ])
      const current = now?.published
      // A publication that was interrupted may have kept the present version among the earlier ones already.
      const earlier = before.filter((one) => one.version !== current?.template.version)
      return [...(current ? [current] : []), ...earlier]
    },
  }
}
export type TemplateData = ReturnType<typeof templatesOf>
