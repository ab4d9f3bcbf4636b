import type { PersonKey } from '../contract/person-key.ts'
import type { FastifyInstance } from 'fastify'
import { auditData } from '../audit/data.ts'
import { commitmentData } from '../commitment/data.ts'
import { commitmentView } from '../commitment/view.ts'
import type { MyData, PairData } from '../contract/my-data.ts'
import { pairData, type Membership } from '../pair/data.ts'
import { addressesOf, agreementOf, pairView } from '../pair/policy.ts'
import { reviewData } from '../review/data.ts'
import { tenantSettingsData } from '../tenant-settings/data.ts'
import { aboutMe } from './about-me-data.ts'
import { conversationsOf } from './conversations-data.ts'

/** Gathers all that is kept about a person: what is theirs, and what they share; never what is the other's alone. */
export function myDataCollector(app: FastifyInstance) {
  const { collections } = app
  const pairs = pairData(collections.pairs)
  const commitments = commitmentData(collections.commitments)
  const reminders = collections.reminders
  const reviews = reviewData(collections.reviews)
  const auditLog = auditData(collections.audit)
  const settings = tenantSettingsData(collections.tenantSettings)
  const me = aboutMe(collections)
  const conversations = conversationsOf(app)

  async function ofPair({ oid }: PersonKey, { pair, member }: Membership): Promise<PairData> {
    const [held, made, packs, reminded, told] = await Promise.all([
      conversations(pair, member, oid),
      commitments.ofPair(pair._id),
      reviews.ofPair(pair._id),
      reminders.find({ pairId: pair._id, oid }).toArray(),
      auditLog.all(pair),
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
      noteTakers: (pair.noteTakers ?? []).map(({ address, isPerson, by }) => ({ address, isPerson, by })),
      planned: plan
        ? {
            subject: plan.subject,
            start: plan.start.toISOString(),
            end: plan.end.toISOString(),
            everyWeeks: plan.everyWeeks,
          }
        : null,
      conversations: held,
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
      auditLog: told,
    }
  }

  return async (person: PersonKey): Promise<{ data: MyData; memberships: Membership[] }> => {
    const [{ retentionDays }, memberships] = await Promise.all([
      settings.of(person.tenantId),
      pairs.membershipsOf(person),
    ])
    const data: MyData = {
      madeAt: app.now().toISOString(),
      retentionDays,
      me: await me(person),
      pairs: await Promise.all(memberships.map((one) => ofPair(person, one))),
    }
    return { data, memberships }
  }
}
