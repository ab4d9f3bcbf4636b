import type { FastifyInstance } from 'fastify'
import { auditSpec } from '../audit/collection.ts'
import { auditData } from '../audit/data.ts'
import { commitmentSpec } from '../commitment/collection.ts'
import { commitmentData } from '../commitment/data.ts'
import { commitmentView } from '../commitment/view.ts'
import type { MyData, PairData } from '../contract/my-data.ts'
import { pairSpec, type Member, type PairDocument } from '../pair/collection.ts'
import { pairData } from '../pair/data.ts'
import { addressesOf, agreementOf, memberOf, pairView } from '../pair/policy.ts'
import { reminderSpec } from '../reminder/collection.ts'
import { reviewSpec } from '../review/collection.ts'
import { reviewData } from '../review/data.ts'
import { tenantSettingsSpec } from '../tenant-settings/collection.ts'
import { tenantSettingsData } from '../tenant-settings/data.ts'
import { aboutMe } from './about-me.ts'
import { talksOf } from './talks.ts'

type Who = { tenantId: string; oid: string }
export type Places = (person: Who) => Promise<Place[]>
type Place = { pair: PairDocument; member: Member }

/** Gathers all that is kept about a person: what is theirs, and what they share; never what is the other's alone. */
export async function myDataCollector(app: FastifyInstance) {
  const { database } = app
  const pairs = pairData(await database.collection(pairSpec))
  const commitments = commitmentData(await database.collection(commitmentSpec))
  const reminders = await database.collection(reminderSpec)
  const reviews = reviewData(await database.collection(reviewSpec))
  const trail = auditData(await database.collection(auditSpec))
  const settings = tenantSettingsData(await database.collection(tenantSettingsSpec))
  const me = await aboutMe(database)
  const talks = await talksOf(app)

  async function ofPair({ oid }: Who, { pair, member }: Place): Promise<PairData> {
    const [held, made, packs, reminded, told] = await Promise.all([
      talks(pair, member, oid),
      commitments.ofPair(pair._id),
      reviews.ofPair(pair._id),
      reminders.find({ pairId: pair._id, oid }).toArray(),
      trail.all(pair),
    ])
    const { plan } = pair
    return {
      pair: pairView(pair, member),
      members: pair.members.map((one) => ({
        name: one.name,
        address: one.address,
        role: one.role,
        addresses: one.oid === oid ? addressesOf(one) : [one.address],
      })),
      since: pair.createdAt.toISOString(),
      keepPrivate: member.keepPrivate === true,
      agreed: agreementOf(pair),
      usualTemplate: pair.usualTemplate ?? null,
      planned: plan
        ? {
            subject: plan.subject,
            start: plan.start.toISOString(),
            end: plan.end.toISOString(),
            everyWeeks: plan.everyWeeks,
          }
        : null,
      talks: held,
      commitments: made.map(commitmentView),
      reviews: packs.map(({ from, to, texts, frozen }) => ({
        from,
        to,
        texts: (['coach', 'employee'] as const).flatMap((by) => {
          const said = texts[by]
          return said ? [{ by, text: said.text }] : []
        }),
        frozen: frozen?.pack ?? null,
      })),
      reminders: reminded.map(({ kind, dueAt, sentAt }) => ({
        kind,
        dueAt: dueAt?.toISOString() ?? null,
        sentAt: sentAt?.toISOString() ?? null,
      })),
      trail: told,
    }
  }

  async function places(person: Who): Promise<Place[]> {
    const found = await pairs.everOfPerson(person.tenantId, person.oid)
    return found.flatMap((pair) => {
      const member = memberOf(pair, person)
      return member ? [{ pair, member }] : []
    })
  }

  async function collect(person: Who): Promise<{ data: MyData; places: Place[] }> {
    const [{ retentionDays }, mine] = await Promise.all([settings.of(person.tenantId), places(person)])
    const data: MyData = {
      madeAt: app.now().toISOString(),
      retentionDays,
      me: await me(person),
      pairs: await Promise.all(mine.map((place) => ofPair(person, place))),
    }
    return { data, places: mine }
  }
  return { collect, places }
}
