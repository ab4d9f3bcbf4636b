import type { Database } from '../database/collection.ts'
import { guideSpec } from '../guide/collection.ts'
import { mailboxId, mailboxSpec } from '../mailbox/collection.ts'
import { personId, personSpec } from '../person/collection.ts'
import { shelfSpec } from '../shelf/collection.ts'
import { templateSpec, versionSpec } from '../template/collection.ts'

type Who = { tenantId: string; oid: string }

/**
 * Nothing of a person is left outside their pairs: settings, what they kept at hand, templates of their own. What
 * they published for the organisation is the organisation's. It can be repeated.
 */
export async function forgetting(database: Database, forgetTokens: (person: Who) => Promise<void>) {
  const people = await database.collection(personSpec)
  const guides = await database.collection(guideSpec)
  const shelves = await database.collection(shelfSpec)
  const mailboxes = await database.collection(mailboxSpec)
  const templates = await database.collection(templateSpec)
  const versions = await database.collection(versionSpec)

  return async (person: Who): Promise<void> => {
    const { tenantId, oid } = person
    for (const { _id } of await templates.find({ tenantId, owner: oid }).toArray()) {
      for (const version of await versions.find({ of: _id }).toArray())
        await versions.deleteOne({ _id: version._id })
      await templates.deleteOne({ _id })
    }
    await guides.deleteOne({ _id: personId(person) })
    await shelves.deleteOne({ _id: personId(person) })
    await mailboxes.deleteOne({ _id: mailboxId(person) })
    await people.deleteOne({ _id: personId(person) })
    await forgetTokens(person)
  }
}
