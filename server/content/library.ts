import type { Question, Template } from '../contract/template.ts'
import { questions } from './questions.ts'
import { grow } from './templates/grow.ts'

/** Every version that a conversation was ever held with stays here, so that it reads as it was held. */
const templates: Template[] = [grow]

/** The template of a new conversation. */
export const currentTemplate = (): Template => grow

export const templateById = (id: string, version: number): Template | null =>
  templates.find((one) => one.id === id && one.version === version) ?? null

export const questionById = (id: string): Question | null => questions.find((one) => one.id === id) ?? null

/** The questions that a template names, once each, in its order. */
export function questionsOf(template: Template): Question[] {
  const wanted = new Set(template.steps.flatMap((step) => step.questions))
  return [...wanted].flatMap((id) => questions.find((one) => one.id === id) ?? [])
}
