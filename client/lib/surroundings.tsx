import { createContext, useContext, type ComponentType } from 'react'
import type { Role } from '../../server/contract/pair.ts'
import type { FoundQuestion } from '../../server/contract/question.ts'
import type { Language } from '../../server/contract/shape.ts'
import type { Phase } from '../../server/contract/phase.ts'
import type { Api } from './api.ts'
import type { Texts } from './texts/nl.ts'

export type PlanNextProps = { pairId: string; otherName: string; onPlanned: () => void }

export type FindQuestionsProps = {
  /** The part of the talk that it is for; what one makes is made for it. */
  phase: Phase
  /** As whom one makes questions of one's own; null: the library's only, and none are made. */
  own: Role | null
  /** Those that I wrote for my team as well. */
  isTeams?: boolean
  /** What taking one is called, and which are taken already. */
  take: string
  taken: string[]
  onTake: (question: FoundQuestion) => void
  onClose: () => void
  /** Favourites or questions of one's own are not what they were. */
  onChanged?: () => void
}

export type TemplatesProps = { isCoach: boolean }
export type MyQuestionsProps = { isCoach: boolean }

/** What every screen has at hand: the language and its texts, and the API as the person who is signed in. */
export type Surroundings = {
  language: Language
  texts: Texts
  api: Api
  /** Planning the next talk, which more than one screen offers; loaded when it is first shown. */
  PlanNext: ComponentType<PlanNextProps>
  /** Searching the questions, likewise. */
  FindQuestions: ComponentType<FindQuestionsProps>
  /** The questions that a person wrote, for the list of 1-on-1s. */
  MyQuestions: ComponentType<MyQuestionsProps>
  /** The templates of a coach and of the organisation, for the list of 1-on-1s. */
  Templates: ComponentType<TemplatesProps>
  /** What the organisation decides for all its people, for its admins. */
  OrganisationSettings: ComponentType
}

const Context = createContext<Surroundings | null>(null)
export const SurroundingsProvider = Context.Provider

export function useSurroundings(): Surroundings {
  const found = useContext(Context)
  if (!found) throw new Error('SurroundingsProvider is missing')
  return found
}
