import type { Question } from '../contract/question.ts'
import { checkIn } from './questions/check-in.ts'
import { collaboration } from './questions/collaboration.ts'
import { ownership } from './questions/ownership.ts'
import { problem } from './questions/problem.ts'
import { reflection } from './questions/reflection.ts'

/**
 * The library. Conversations and published templates keep ids only: a question stays, and other words get another
 * id.
 */
export const questions: Question[] = [...checkIn, ...problem, ...ownership, ...collaboration, ...reflection]
