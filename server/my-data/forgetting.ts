import type { Database } from '../database/collection.ts'
import { guideSpec } from '../guide/collection.ts'
import { mailboxId, mailboxSpec } from '../mailbox/collection.ts'
import { pairSpec } from '../pair/collection.ts'
import { personId, personSpec } from '../person/collection.ts'
import { shelfSpec } from '../shelf/collection.ts'
import { organisation, settingsSpec, templateSpec, versionSpec } from '../template/collection.ts'
import { templateMutations } from '../template/mutations.ts'

type Who = { tenantId: string; oid: string }

/**
 * What is kept of a person outside their pairs: settings, what they kept at hand, templates of their own. What they
 * published for the organisation is the organisation's, without their name. All of it can be repeated.
 */
export async function forgetting(database: Database, forgetTokens: (person: Who) => Promise<void>) {
  const pairs = await database.collection(pairSpec)
  const people = await database.collection(personSpec)
  const guides = await database.collection(guideSpec)
  const shelves = await database.collection(shelfSpec)
  const mailboxes = await database.collection(mailboxSpec)
  const templates = await database.collection(templateSpec)
  const versions = await database.collection(versionSpec)
  const { withdraw } = templateMutations(templates, versions, await database.collection(settingsSpec))
  const ownTemplates = ({ tenantId, oid }: Who) => templates.find({ tenantId, owner: oid }).toArray()

  /** Nobody is offered their templates any more; talks that the others still read go on reading as they were held. */
  async function withdrawTemplates(person: Who): Promise<void> {
    for (const one of await ownTemplates(person)) {
      if (one.lastVersion === 0) await templates.deleteMany({ _id: one._id })
      else await withdraw(one, one.revision)
    }
  }

  /** Without a pair there are no talks that were held with them. */
  async function removeTemplates(person: Who, all: boolean): Promise<void> {
    for (const { _id, published, draft } of await ownTemplates(person)) {
      if (!all && (published || draft)) continue
      await versions.deleteMany({ of: _id })
      await templates.deleteMany({ _id })
    }
  }

  async function removeName({ tenantId, oid }: Who): Promise<void> {
    for (const { _id } of await templates.find({ tenantId, owner: organisation }).toArray()) {
      await templates.updateOne(
        { _id, 'published.by': oid },
        { $set: { 'published.by': '' }, $unset: { 'published.byName': '' } },
      )
      await versions.updateMany({ of: _id, by: oid }, { $set: { by: '' }, $unset: { byName: '' } })
    }
  }

  async function forgetSelf(person: Who): Promise<void> {
    await removeName(person)
    await guides.deleteMany({ _id: personId(person) })
    await shelves.deleteMany({ _id: personId(person) })
    await mailboxes.deleteMany({ _id: mailboxId(person) })
    await forgetTokens(person)
    // Last: as long as it is there, what was left half-way is begun again.
    await people.deleteMany({ _id: personId(person) })
  }

  const hasPairs = async ({ tenantId, oid }: Who, besides?: string): Promise<boolean> =>
    (await pairs.find({ tenantId, 'members.oid': oid }).toArray()).some(({ _id }) => _id !== besides)

  return {
    /** They leave, of their own will; of their pairs the others may still read what they shared. */
    async leave(person: Who): Promise<void> {
      if (await hasPairs(person)) await withdrawTemplates(person)
      else await removeTemplates(person, true)
      await forgetSelf(person)
    },

    /**
     * A pair of theirs is gone. When it was the last one nobody reads the templates that they withdrew.
     * @param aged it was kept long enough: they use Groei no more, and nothing else of them is kept either
     */
    async pairGone(person: Who, pairId: string, aged: boolean): Promise<void> {
      if (await hasPairs(person, pairId)) return
      await removeTemplates(person, aged)
      if (aged) await forgetSelf(person)
    },

    /** They have not been here for as long as things are kept. @returns false: they are in a pair, and stay known */
    async unseen(person: Who): Promise<boolean> {
      if (await hasPairs(person)) return false
      await removeTemplates(person, true)
      await forgetSelf(person)
      return true
    },
  }
}
