import type { FastifyPluginAsync } from 'fastify'
import {
  findQuestions,
  putFavourite,
  deleteFavourite,
  putOwnQuestion,
  deleteOwnQuestion,
} from '../contract/question.ts'
import { route } from '../http/route.ts'
import { pairData } from '../pair/data.ts'
import { personOf } from '../plugins/auth.ts'
import { asPerson } from '../plugins/gate.ts'
import { languageOf, Refused } from '../plugins/problems.ts'
import { isCoach } from '../template/policy.ts'
import { questionData } from '../saved-questions/data.ts'
import { questionMutations } from '../saved-questions/mutations.ts'
import { search } from './search.ts'
import {
  ownQuestionId,
  withFavourite,
  withoutFavourite,
  withoutQuestion,
  withQuestion,
  type Changed,
} from '../saved-questions/rules.ts'

/** More than these nobody reads; the words of the search bring the others up. */
const shown = 400

const refuse = (changed: Changed): void => {
  if (!changed.ok) throw new Refused(changed.reason)
}

/** Finding questions, and keeping one's own: favourites, private ones, and a coach's for their pairs. */
export const questionRoutes: FastifyPluginAsync = async (app) => {
  const savedQuestions = app.collections.savedQuestions
  const { findable } = questionData(savedQuestions)
  const { change } = questionMutations(savedQuestions)
  const pairs = pairData(app.collections.pairs)

  route(app, findQuestions, asPerson(), async (request) => {
    const person = personOf(request)
    const all = await findable(person, await pairs.ofPerson(person.tenantId, person.oid))
    const { search: words = '', theme, phase } = request.query
    const questions = search(all, { words, theme, phase, language: languageOf(request) })
    return { questions: questions.slice(0, shown) }
  })

  route(app, putFavourite, asPerson(), async (request) => {
    const person = personOf(request)
    const { questionId } = request.params
    const all = await findable(person, await pairs.ofPerson(person.tenantId, person.oid))
    const known = new Set(all.map((one) => one.id))
    if (!known.has(questionId)) throw new Refused('not-found')
    refuse(await change(person, (saved) => withFavourite(saved, questionId, known)))
  })

  route(app, deleteFavourite, asPerson(), async (request) => {
    refuse(await change(personOf(request), (saved) => withoutFavourite(saved, request.params.questionId)))
  })

  route(app, putOwnQuestion, asPerson(), async (request) => {
    const person = personOf(request)
    const mine = await pairs.ofPerson(person.tenantId, person.oid)
    if (request.body.team && !isCoach(mine, person)) throw new Refused('not-your-role')
    const { ownId } = request.params
    refuse(await change(person, (saved) => withQuestion(saved, ownId, request.body)))
    const written = (await findable(person, [])).find((one) => one.id === ownQuestionId(ownId))
    if (!written) throw new Refused('changed-meanwhile')
    return written
  })

  route(app, deleteOwnQuestion, asPerson(), async (request) => {
    const revision = Number(request.query.revision)
    const { ownId } = request.params
    refuse(await change(personOf(request), (saved) => withoutQuestion(saved, ownId, revision)))
  })
}
