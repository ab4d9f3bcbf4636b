import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { problemAnswers } from '../contract/problem.ts'
import { FoundQuestion, FoundQuestions, OwnQuestionInput, QuestionId, Theme } from '../contract/question.ts'
import { Id, Strict } from '../contract/shape.ts'
import { Phase } from '../contract/phase.ts'
import { pairSpec } from '../pair/collection.ts'
import { pairData } from '../pair/data.ts'
import { personOf } from '../plugins/auth.ts'
import { languageOf, Refused } from '../plugins/problems.ts'
import { isCoach } from '../template/policy.ts'
import { shelfSpec } from '../shelf/collection.ts'
import { questionData } from '../shelf/data.ts'
import { questionMutations } from '../shelf/mutations.ts'
import { search } from './search.ts'
import {
  ownQuestionId,
  withFavourite,
  withoutFavourite,
  withoutQuestion,
  withQuestion,
  type Changed,
} from '../shelf/rules.ts'

/** More than these nobody reads; the words of the search bring the others up. */
const shown = 400

const refuse = (changed: Changed): void => {
  if (!changed.ok) throw new Refused(changed.reason)
}

/** Finding questions, and keeping one's own: favourites, private ones, and a coach's for their pairs. */
export const questionRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const shelves = await app.database.collection(shelfSpec)
  const { findable } = questionData(shelves)
  const { change } = questionMutations(shelves)
  const pairs = pairData(await app.database.collection(pairSpec))

  app.get(
    '/api/questions',
    {
      schema: {
        querystring: Strict({
          search: Type.Optional(Type.String({ maxLength: 100 })),
          theme: Type.Optional(Theme),
          phase: Type.Optional(Phase),
        }),
        response: { 200: FoundQuestions, ...problemAnswers },
      },
    },
    async (request): Promise<FoundQuestions> => {
      const person = personOf(request)
      const all = await findable(person, await pairs.ofPerson(person.tenantId, person.oid))
      const { search: words = '', theme, phase } = request.query
      const questions = search(all, { words, theme, phase, language: languageOf(request) })
      return { questions: questions.slice(0, shown) }
    },
  )

  const favourite = '/api/questions/:questionId/favourite'
  const favouriteSchema = {
    params: Strict({ questionId: QuestionId }),
    response: { 204: Type.Null(), ...problemAnswers },
  }
  app.put(favourite, { schema: favouriteSchema }, async (request, reply) => {
    const person = personOf(request)
    const { questionId } = request.params
    const all = await findable(person, await pairs.ofPerson(person.tenantId, person.oid))
    const known = new Set(all.map((one) => one.id))
    if (!known.has(questionId)) throw new Refused('not-found')
    refuse(await change(person, (shelf) => withFavourite(shelf, questionId, known)))
    return reply.code(204).send(null)
  })
  app.delete(favourite, { schema: favouriteSchema }, async (request, reply) => {
    refuse(await change(personOf(request), (shelf) => withoutFavourite(shelf, request.params.questionId)))
    return reply.code(204).send(null)
  })

  const own = '/api/questions/own/:ownId'
  app.put(
    own,
    {
      schema: {
        params: Strict({ ownId: Id }),
        body: OwnQuestionInput,
        response: { 200: FoundQuestion, ...problemAnswers },
      },
    },
    async (request): Promise<FoundQuestion> => {
      const person = personOf(request)
      const mine = await pairs.ofPerson(person.tenantId, person.oid)
      if (request.body.team && !isCoach(mine, person)) throw new Refused('not-your-role')
      const { ownId } = request.params
      refuse(await change(person, (shelf) => withQuestion(shelf, ownId, request.body)))
      const written = (await findable(person, [])).find((one) => one.id === ownQuestionId(ownId))
      if (!written) throw new Refused('changed-meanwhile')
      return written
    },
  )
  app.delete(
    own,
    {
      schema: {
        params: Strict({ ownId: Id }),
        querystring: Strict({ revision: Type.String({ pattern: '^[1-9][0-9]{0,6}$' }) }),
        response: { 204: Type.Null(), ...problemAnswers },
      },
    },
    async (request, reply) => {
      const revision = Number(request.query.revision)
      const { ownId } = request.params
      refuse(await change(personOf(request), (shelf) => withoutQuestion(shelf, ownId, revision)))
      return reply.code(204).send(null)
    },
  )
}
