import { personId, type PersonKey } from '../contract/person-key.ts'
import { questions as library } from '../content/questions.ts'
import type { FoundQuestion, Question } from '../contract/question.ts'
import type { Collection } from '../database/collection.ts'
import type { PairDocument } from '../pair/collection.ts'
import { memberWith } from '../pair/policy.ts'
import type { SavedQuestionsDocument } from './collection.ts'
import { asQuestion, found } from './rules.ts'

export const questionData = (savedQuestions: Collection<SavedQuestionsDocument>) => ({
  /** Questions that this coach wrote for all their pairs; a template of theirs may name them. */
  async ofTeam(coach: PersonKey): Promise<Question[]> {
    const saved = await savedQuestions.findOne({ _id: personId(coach) })
    return (saved?.questions ?? []).filter((one) => one.team).map(asQuestion)
  },

  /** All that this person can find: the library, what the coaches of these pairs wrote for them, and their own. */
  async findable(person: PersonKey, pairs: PairDocument[]): Promise<FoundQuestion[]> {
    const { tenantId } = person
    const coaches = new Set(pairs.flatMap((pair) => memberWith(pair, 'coach').oid ?? []))
    const ids = [person.oid, ...coaches].map((oid) => personId({ tenantId, oid }))
    const all = await savedQuestions.find({ _id: { $in: [...new Set(ids)] } }).toArray()
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
