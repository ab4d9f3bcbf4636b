import { questions as library } from '../content/questions.ts'
import type { FoundQuestion, Question } from '../contract/question.ts'
import type { Collection } from '../database/collection.ts'
import type { PairDocument } from '../pair/collection.ts'
import { memberWith } from '../pair/policy.ts'
import { personId } from '../person/collection.ts'
import type { ShelfDocument } from './collection.ts'
import { asQuestion, found } from './rules.ts'

type Who = { tenantId: string; oid: string }

export const questionData = (shelves: Collection<ShelfDocument>) => ({
  /** What this coach wrote for all their pairs, as they may name it in a template of theirs. */
  async ofTeam(coach: Who): Promise<Question[]> {
    const shelf = await shelves.findOne({ _id: personId(coach) })
    return (shelf?.questions ?? []).filter((one) => one.team).map(asQuestion)
  },

  /** All that this person can find: the library, what the coaches of these pairs wrote for them, and their own. */
  async findable(person: Who, pairs: PairDocument[]): Promise<FoundQuestion[]> {
    const { tenantId } = person
    const coaches = new Set(pairs.flatMap((pair) => memberWith(pair, 'coach').oid ?? []))
    const ids = [person.oid, ...coaches].map((oid) => personId({ tenantId, oid }))
    const all = await shelves.find({ _id: { $in: [...new Set(ids)] } }).toArray()
    const mine = all.find((one) => one.oid === person.oid)
    const favourites = mine?.favourites ?? []
    const team = all.filter((one) => one.oid !== person.oid).flatMap((one) => one.questions)
    return [
      ...library.map((one) => ({
        ...one,
        source: 'library' as const,
        favourite: favourites.includes(one.id),
      })),
      ...team.filter((one) => one.team).map((one) => found(one, favourites, false)),
      ...(mine?.questions ?? []).map((one) => found(one, favourites, true)),
    ]
  },
})
export type QuestionData = ReturnType<typeof questionData>
