import { auditSpec } from './audit/collection.ts'
import { feedbackSpec } from './feedback/collection.ts'
import { commitmentSpec } from './commitment/collection.ts'
import { slotSpec } from './commitment/slot-mutations.ts'
import { conversationSpec, notesSpec } from './conversation/collection.ts'
import type { Collection, CollectionSpec, Database, Document } from './database/collection.ts'
import { asMigrated, type Migration } from './database/migration.ts'
import { openDerivedIds, type DeriveId } from './database/derived-id.ts'
import { guideSpec } from './guide/collection.ts'
import { mailboxSpec } from './mailbox/collection.ts'
import { pairSpec } from './pair/collection.ts'
import { personSpec } from './person/collection.ts'
import { departureSpec, departuresIn, ofPresent, type Departures } from './person/departure-mutations.ts'
import type { PairScoped, PersonScoped } from './plugins/context.ts'
import { privateNoteSpec } from './private-note/collection.ts'
import { reminderSpec } from './reminder/collection.ts'
import { reviewSpec } from './review/collection.ts'
import { scaleSpec } from './scale/collection.ts'
import { sealedField, type Reseal, type Sealing } from './sealing/sealed-field.ts'
import { dataKeySpec } from './secrets/data-keys.ts'
import { tokenCacheSpec } from './secrets/token-vault.ts'
import { savedQuestionsSpec } from './saved-questions/collection.ts'
import { settingsSpec, templateSpec, versionSpec } from './template/collection.ts'
import { tenantSettingsSpec } from './tenant-settings/collection.ts'

/** Every collection of the product, by the name that the code has for it. */
export const specs = {
  audit: auditSpec,
  feedback: feedbackSpec,
  commitments: commitmentSpec,
  commitmentSlots: slotSpec,
  conversations: conversationSpec,
  dataKeys: dataKeySpec,
  departures: departureSpec,
  guides: guideSpec,
  mailboxes: mailboxSpec,
  notes: notesSpec,
  pairs: pairSpec,
  people: personSpec,
  privateNotes: privateNoteSpec,
  reminders: reminderSpec,
  reviews: reviewSpec,
  scales: scaleSpec,
  savedQuestions: savedQuestionsSpec,
  templates: templateSpec,
  templateSettings: settingsSpec,
  templateVersions: versionSpec,
  tenantSettings: tenantSettingsSpec,
  tokenCaches: tokenCacheSpec,
}

type DocumentOf<S> = S extends CollectionSpec<infer T> ? T : never
export type AllCollections = { [Name in keyof typeof specs]: Collection<DocumentOf<(typeof specs)[Name]>> }

declare module 'fastify' {
  interface FastifyInstance {
    /** Each opened once, with its indexes. */
    collections: AllCollections
  }
}

/**
 * Opens each, one after the other: some engines deadlock when two are given indexes at once.
 * @throws DatabaseOpenError
 */
export async function openCollections(
  database: Database,
  migrations: Migration[],
): Promise<{
  collections: AllCollections
  /** The same as they are stored, by their names in the database: for who migrates them. */
  stored: (name: string) => Collection<Document>
  pairScoped: PairScoped[]
  personScoped: PersonScoped[]
  departures: Departures
  deriveId: DeriveId
  /** Where sealed texts stand. */
  sealedPlaces: (sealing: Sealing) => Reseal[]
}> {
  const deriveId = await openDerivedIds(database)
  const departures = departuresIn(await database.collection(departureSpec), deriveId)
  const collections: Record<string, unknown> = {}
  const stored = new Map<string, Collection<Document>>()
  const pairScoped: PairScoped[] = []
  const personScoped: PersonScoped[] = []
  const sealed: ((sealing: Sealing) => Reseal)[] = []
  for (const [name, spec] of Object.entries(specs as Record<string, CollectionSpec<Document>>)) {
    const asStored = await database.collection(spec)
    stored.set(spec.name, asStored)
    const opened = asMigrated(
      asStored,
      migrations.filter(({ collection }) => collection === spec.name),
    )
    const collection: unknown = spec.scope.of === 'person' ? ofPresent(opened, departures) : opened
    collections[name] = collection
    const { scope } = spec
    if (scope.of === 'person') personScoped.push(collection as PersonScoped)
    if (scope.of === 'pair') pairScoped.push({ ...scope, collection: collection as PairScoped['collection'] })
    for (const field of spec.sealed ?? [])
      sealed.push((sealing) =>
        sealedField(sealing, collection as Collection<Document & { tenantId: string }>, field),
      )
  }
  const sealedPlaces = (sealing: Sealing) => sealed.map((place) => place(sealing))
  return {
    collections: collections as AllCollections,
    stored(name) {
      const found = stored.get(name)
      if (!found) throw new Error(`There is no collection ${name}.`)
      return found
    },
    pairScoped,
    personScoped,
    departures,
    deriveId,
    sealedPlaces,
  }
}
