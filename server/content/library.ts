import type { Question } from '../contract/question.ts'
import type { Template } from '../contract/template.ts'
import { questions } from './questions.ts'
import { feedback } from './templates/feedback.ts'
import { firstTalk } from './templates/first-talk.ts'
import { growV1 } from './templates/grow-v1.ts'
import { grow } from './templates/grow.ts'
import { review } from './templates/review.ts'
import { shortCheckIn } from './templates/short-check-in.ts'
import { steering } from './templates/steering.ts'

/** What Groei ships, in the order in which it is offered; the first is the standard one. */
export const shippedTemplates: Template[] = [grow, shortCheckIn, firstTalk, feedback, review, steering]

/** Every version that a conversation was ever held with stays here, so that it reads as it was held. */
export const everyVersion: Template[] = [growV1, ...shippedTemplates]

export const standardTemplate = grow

export const shippedVersion = (id: string, version: number): Template | null =>
  everyVersion.find((one) => one.id === id && one.version === version) ?? null

const byId = new Map(questions.map((one) => [one.id, one]))

export const questionById = (id: string): Question | null => byId.get(id) ?? null

/** The questions that a template names, once each, in its order. */
export const questionsOf = (template: Template): Question[] =>
  [...new Set(template.steps.flatMap((step) => step.questions))].flatMap(
    (id) => byId.get(id) ?? template.questions?.find((one) => one.id === id) ?? [],
  )
