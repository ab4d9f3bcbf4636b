import { BSON } from 'mongodb'
import { randomBytes } from 'node:crypto'
import type { Document } from '../database/collection.ts'
import { readDeclaration, type Part, type SealedSpec } from './declaration.ts'
import { hashesAt } from './sealed-filter.ts'
import { KeysUnavailable, Unreadable, type Owner, type Sealing } from './sealing.ts'
import { merge, pick, strip, valueAt, valuesAt, withAt } from './split.ts'

const { EJSON } = BSON
type Fields = Record<string, unknown>

/**
 * A sealed part as it lies in its document. Without a text there is nothing in it. `revision` is another one after each
 * change: the text opens with it alone, and who read it writes over no other.
 */
export type SealedPart = { tenantId: string; keyVersion: number; revision: string; sealed?: string }
export type Stored = Fields & Document

/** No data key has these versions: nothing is in it, and its own key does not open it. */
const nothing = 0
export const unreadableVersion = -1

/** The field of a part beside the clear ones. */
export const fieldOf = ({ name }: Part): string => (name === 'content' ? name : `content_${name}`)

/** Seals and opens the parts of the documents of one collection. */
export function sealedParts<T extends Document>(spec: SealedSpec<T>, sealing: Sealing) {
  const declaration = readDeclaration(spec)
  const { root, parts } = declaration
  const hashed = parts.flatMap((part) => part.hashed)
  const placeOf = (_id: string, part: Part, revision: string) =>
    JSON.stringify([spec.name, _id, part.name, revision])

  /** Null: the document does not say. */
  function ownerOf(document: Fields): Owner | null {
    const { tenantId, pairId, oid } = document as { tenantId?: string; pairId?: string; oid?: string }
    if (spec.owner) return spec.owner(document as T)
    if (!tenantId) return null
    if (spec.scope.of === 'pair') return pairId ? { tenantId, of: 'pair', id: pairId } : null
    if (spec.scope.of === 'person') return oid ? { tenantId, of: 'person', id: oid } : null
    return { tenantId, of: 'tenant', id: '' }
  }

  /** @param before what it takes the place of; @throws KeysUnavailable; OwnerGone */
  async function sealPart(
    owner: Owner,
    _id: string,
    part: Part,
    document: unknown,
    before?: SealedPart,
  ): Promise<SealedPart> {
    const revision = randomBytes(9).toString('base64url')
    const { tenantId } = owner
    const content = pick(root, document, part.name)
    if (content === undefined) return { tenantId, keyVersion: nothing, revision }
    const text = EJSON.stringify(content as Fields)
    return {
      tenantId,
      revision,
      ...(await sealing.seal(owner, placeOf(_id, part, revision), text, before?.sealed)),
    }
  }

  /** The sealed parts of a whole document, by field. The first is there always, as the mark that it was sealed. */
  async function sealAll(owner: Owner, document: Stored): Promise<Record<string, SealedPart>> {
    const all = await Promise.all(
      parts.map(
        async (part) => [fieldOf(part), await sealPart(owner, document._id, part, document)] as const,
      ),
    )
    return Object.fromEntries(all.filter(([, { sealed }], at) => at === 0 || sealed !== undefined))
  }

  /** The keyed hashes of a whole document. @throws KeysUnavailable */
  async function hashesOf(owner: Owner, document: unknown): Promise<Fields> {
    let all: Fields = {}
    for (const path of hashed) {
      const values = valuesAt(document, path)
      const hashes = await Promise.all(
        values.map((one) =>
          one === null ? null : sealing.hash(owner.tenantId, `${spec.name}.${path}`, String(one)),
        ),
      )
      if (hashes.length > 1) all = withAt(all, path, hashes)
      else if (hashes[0] !== null && hashes[0] !== undefined) all = withAt(all, path, hashes[0])
    }
    return all
  }

  async function openPart(owner: Owner | null, _id: string, part: Part, { sealed, revision }: SealedPart) {
    if (sealed === undefined) return { ok: true as const, content: undefined }
    if (!owner) return { ok: false as const, reason: 'unreadable' as const }
    const opened = await sealing.open(owner, placeOf(_id, part, revision), sealed)
    return opened.ok ? { ok: true as const, content: EJSON.parse(opened.text) as unknown } : opened
  }

  /** The document with what a feature sealed by itself, before all content was. @throws KeysUnavailable */
  async function openEarlier(given: Fields): Promise<Fields> {
    let document = given
    for (const { at, place, read } of spec.earlier ?? []) {
      const there = (at ? valueAt(document, at) : document) as Fields | null | undefined
      const owner = ownerOf(document)
      if (typeof there?.['sealed'] !== 'string' || !owner) continue
      const opened = await sealing.open(owner, place(document as never), there['sealed'])
      if (!opened.ok && opened.reason === 'keys-unavailable') throw new KeysUnavailable('open')
      const { sealed: _sealed, keyVersion: _version, ...rest } = there
      const now = { ...rest, ...(opened.ok ? read(opened.text) : { lost: true }) }
      document = at ? withAt(document, at, now) : now
    }
    return document
  }

  /**
   * The document as its feature knows it. A part that was never sealed stands in it as it is.
   * @param wanted the parts that are needed; the others are left out
   * @throws Unreadable, KeysUnavailable
   */
  async function open(stored: Stored, wanted: (part: Part) => boolean = () => true): Promise<T> {
    const owner = ownerOf(stored)
    let document: Fields = { ...stored }
    delete document[hashesAt]
    const all = parts.filter((part) => stored[fieldOf(part)] !== undefined)
    const opened = await Promise.all(
      all.map((part) =>
        wanted(part) ? openPart(owner, stored._id, part, stored[fieldOf(part)] as SealedPart) : null,
      ),
    )
    for (const [at, part] of all.entries()) {
      delete document[fieldOf(part)]
      const one = opened[at]
      if (one?.ok) document = merge(root, document, one.content, part.name) as Fields
      else if (one?.reason === 'keys-unavailable') throw new KeysUnavailable('open')
      else if (one && part.markedAt !== null) {
        const at = part.markedAt ? `${part.markedAt}.lost` : 'lost'
        document = withAt(document, at, true)
      } else if (one) throw new Unreadable(spec.name, stored._id)
    }
    return (spec.earlier ? await openEarlier(document) : document) as T
  }

  return {
    ...declaration,
    hashed,
    /** Fields of the document itself in which a feature kept what it sealed. */
    earlierFields: spec.earlier?.some(({ at }) => at === '') ? ['sealed', 'keyVersion'] : [],
    ownerOf,
    sealPart,
    hashesOf,
    open,
    /** Is there the mark that it was sealed? */
    isSealed: (stored: Fields): boolean => parts[0] !== undefined && stored[fieldOf(parts[0])] !== undefined,
    /** A new document as it is stored. @throws KeysUnavailable, UndeclaredField */
    async seal(document: T): Promise<Stored> {
      const clear = strip(root, document) as Stored
      if (parts.length === 0) return clear
      const owner = ownerOf(document as Fields)
      if (!owner) throw new Error(`${spec.name} ${document._id} has no owner.`)
      const sealed = await sealAll(owner, document as Stored)
      return {
        ...clear,
        ...sealed,
        ...(hashed.length > 0 && { [hashesAt]: await hashesOf(owner, document) }),
      }
    },
  }
}
export type SealedParts<T extends Document> = ReturnType<typeof sealedParts<T>>
