import { auditSpec } from './audit/collection.ts'
import { feedbackSpec } from './feedback/collection.ts'
import { commitmentSpec } from './commitment/collection.ts'
import { slotSpec } from './commitment/slot-mutations.ts'
import { conversationSpec, notesSpec } from './conversation/collection.ts'
import type { Collection, Database, Document } from './database/collection.ts'
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
import type { SealedSpec } from './sealing/declaration.ts'
import { resealing } from './sealing/reseal-job.ts'
import { sealedCollection } from './sealing/sealed-collection.ts'
import { laterSealing, type Reseal, type Sealing } from './sealing/sealing.ts'
import { storedSpec } from './sealing/stored-spec.ts'
import {
  dataKeySpec,
  organisationKeySpec,
  pairKeySpec,
  personKeySpec,
  tenantKeySpec,
} from './secrets/collection.ts'
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
  organisationKeys: organisationKeySpec,
  pairKeys: pairKeySpec,
  pairs: pairSpec,
  people: personSpec,
  personKeys: personKeySpec,
  privateNotes: privateNoteSpec,
  reminders: reminderSpec,
  reviews: reviewSpec,
  scales: scaleSpec,
  savedQuestions: savedQuestionsSpec,
  templates: templateSpec,
  templateSettings: settingsSpec,
  templateVersions: versionSpec,
  tenantKeys: tenantKeySpec,
  tenantSettings: tenantSettingsSpec,
  tokenCaches: tokenCacheSpec,
}

type DocumentOf<S> = S extends SealedSpec<infer T> ? T : never
export type AllCollections = { [Name in keyof typeof specs]: Collection<DocumentOf<(typeof specs)[Name]>> }

declare module 'fastify' {
  interface FastifyInstance {
    /** Each opened once, with its indexes. */
    collections: AllCollections
  }
}

/** How documents come to be sealed that are not, or no longer well enough. */
export type SealedPlaces = {
  /** Those that need an earlier version of a key. */
  anew: Reseal[]
  /** Some documents that lie unsealed, from before: each says how many it sealed, 0 when none is left. */
  first: (() => Promise<number>)[]
}

/**
 * Opens each, one after the other: some engines deadlock when two are given indexes at once. Content is read and written
 * once `sealWith` said how it is sealed.
 * @throws DatabaseOpenError; UndeclaredField when a collection does not say which of its fields are sealed
 */
export async function openCollections(
  database: Database,
  migrations: Migration[],
): Promise<{
  collections: AllCollections
  /** The same in the shape in which they are stored, by their names in the database: for who migrates them. */
  stored: (name: string) => Collection<Document>
  pairScoped: PairScoped[]
  personScoped: PersonScoped[]
  departures: Departures
  deriveId: DeriveId
  /** @param onUnreadable called for each document that was left out of a list, for its content cannot be opened */
  sealWith: (
    sealing: Sealing,
    onUnreadable: (collection: string, id: string) => void,
  ) => Promise<SealedPlaces>
}> {
  const deriveId = await openDerivedIds(database)
  const departures = departuresIn(await database.collection(departureSpec), deriveId)
  const later = laterSealing()
  let tell: (collection: string, id: string) => void = () => undefined
  const collections: Record<string, unknown> = {}
  const stored = new Map<string, Collection<Document>>()
  const pairScoped: PairScoped[] = []
  const personScoped: PersonScoped[] = []
  const places: SealedPlaces = { anew: [], first: [] }
  const searched: (() => Promise<number>)[] = []
  for (const [name, spec] of Object.entries(specs as Record<string, SealedSpec<Document>>)) {
    const sealed = await database.collection(storedSpec(spec))
    const { first, anew } = resealing(sealed, spec, later.sealing)
    places.anew.push(anew)
    ;(JSON.stringify(spec.fields).includes('"hashed"') ? searched : places.first).push(first)
    const unmigrated = sealedCollection(sealed, spec, later.sealing, (...about) => tell(...about))
    stored.set(spec.name, unmigrated)
    const opened = asMigrated(
      unmigrated,
      migrations.filter(({ collection }) => collection === spec.name),
    )
    const collection: unknown = spec.scope.of === 'person' ? ofPresent(opened, departures) : opened
    collections[name] = collection
    const { scope } = spec
    if (scope.of === 'person') personScoped.push(collection as PersonScoped)
    if (scope.of === 'pair') pairScoped.push({ ...scope, collection: collection as PairScoped['collection'] })
  }
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
    async sealWith(sealing, onUnreadable) {
      later.use(sealing)
      tell = onUnreadable
      // Before they have hashes they are not found.
      for (const first of searched) while ((await first()) > 0);
      return places
    },
  }
}
