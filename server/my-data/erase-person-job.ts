import { personId, type PersonKey } from '../contract/person-key.ts'
import { ofAdmins } from '../audit/collection.ts'
import type { Kept } from '../plugins/context.ts'
import { unopened } from '../sealing/sealed-collection.ts'
import type { Owner } from '../sealing/sealing.ts'
import { organisation } from '../template/collection.ts'
import { templateMutations } from '../template/mutations.ts'

/** Forgets what lies elsewhere too: tokens and keys in the memory of servers. */
export type Forget = {
  tokens: (person: PersonKey) => Promise<void>
  key: (owner: Owner) => Promise<void>
}

/**
 * Erases a person's data outside their pairs: settings, saved questions, templates of their own. Templates that they
 * published for the organisation stay, without their name. All of it can be repeated.
 */
export function erasePerson({ collections, personScoped }: Kept, forget: Forget) {
  const { pairs, people, templates, templateVersions: versions } = collections
  const { withdraw } = templateMutations(collections)
  const ownTemplates = ({ tenantId, oid }: PersonKey) => templates.find({ tenantId, owner: oid }).toArray()

  /** Nobody is offered their templates any more; conversations that the others still read go on reading as they were held. */
  async function withdrawTemplates(person: PersonKey): Promise<void> {
    for (const one of await ownTemplates(person)) {
      if (one.lastVersion === 0) await templates.deleteMany({ _id: one._id })
      else await withdraw(one, one.revision)
    }
  }

  /** Without a pair there are no conversations that were held with them. */
  async function removeTemplates(person: PersonKey, all: boolean): Promise<void> {
    for (const { _id, published, draft } of await ownTemplates(person)) {
      if (!all && (published || draft)) continue
      await versions.deleteMany({ of: _id })
      await templates.deleteMany({ _id })
    }
  }

  async function removeName({ tenantId, oid }: PersonKey): Promise<void> {
    const ofAll = { tenantId, owner: organisation }
    for (const { _id } of await templates.find(ofAll, { projection: { _id: 1 } }).toArray()) {
      await templates.updateOne(
        { _id, 'published.by': oid },
        { $set: { 'published.by': '' }, $unset: { 'published.byName': '' } },
      )
      await versions.updateMany({ of: _id, by: oid }, { $set: { by: '' }, $unset: { byName: '' } })
    }
  }

  /** The entry of what an admin did stays, without the admin's name. */
  async function removeTrace({ tenantId, oid }: PersonKey): Promise<void> {
    await collections.audit.updateMany({ ...ofAdmins(tenantId), 'by.oid': oid }, { $set: { by: null } })
  }

  async function forgetSelf(person: PersonKey): Promise<void> {
    await removeName(person)
    await removeTrace(person)
    await forget.tokens(person)
    const _id = personId(person)
    const others = personScoped.filter((one) => (one as unknown) !== people)
    for (const one of others) await one.deleteMany({ _id })
    await forget.key({ tenantId: person.tenantId, of: 'person', id: person.oid })
    // Last: as long as it is there, what was left half-way is begun again.
    await people.deleteMany({ _id })
  }

  const hasPairs = async ({ tenantId, oid }: PersonKey, besides?: string): Promise<boolean> =>
    (await pairs.find({ tenantId, 'members.oid': oid }, { projection: unopened }).toArray()).some(
      ({ _id }) => _id !== besides,
    )

  return {
    /** They leave, of their own will; of their pairs the others may still read what they shared. */
    async leave(person: PersonKey): Promise<void> {
      if (await hasPairs(person)) await withdrawTemplates(person)
      else await removeTemplates(person, true)
      await forgetSelf(person)
    },

    /**
     * A pair of theirs is gone. When it was the last one nobody reads the templates that they withdrew.
     * @param aged it was kept long enough: they use Groei no more, and nothing else of them is kept either
     */
    async pairGone(person: PersonKey, pairId: string, aged: boolean): Promise<void> {
      if (await hasPairs(person, pairId)) return
      await removeTemplates(person, aged)
      if (aged) await forgetSelf(person)
    },

    /** They have not been here for as long as things are kept. @returns false: they are in a pair, and stay known */
    async unseen(person: PersonKey): Promise<boolean> {
      if (await hasPairs(person)) return false
      await removeTemplates(person, true)
      await forgetSelf(person)
      return true
    },
  }
}
