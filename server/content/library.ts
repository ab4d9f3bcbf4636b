import type { Question } from '../contract/question.ts'
import type { Template } from '../contract/template.ts'
import { questions } from './questions.ts'
import { feedback } from './templates/feedback.ts'
import { firstConversation } from './templates/first-conversation.ts'
import { grow } from './templates/grow.ts'
import { review } from './templates/review.ts'
import { shortCheckIn } from './templates/short-check-in.ts'
import { steering } from './templates/steering.ts'

/** The templates that Groei ships, in the order in which they are offered. */
export const shippedTemplates: Template[] = [
  grow,
  shortCheckIn,
  firstConversation,
  feedback,
  review,
  steering,
]

export const standardTemplate = grow

export const shippedVersion = (id: string, version: number): Template | null =>
  shippedTemplates.find((one) => one.id === id && one.version === version) ?? null

const byId = new Map(questions.map((one) => [one.id, one]))

export const questionById = (id: string): Question | null => byId.get(id) ?? null

/** The questions that a template names, once each, in its order. */
export const questionsOf = (template: Template): Question[] =>
  [...new Set(template.steps.flatMap((step) => step.questions))].flatMap(
    (id) => byId.get(id) ?? template.questions?.find((one) => one.id === id) ?? [],
  )
