import { createContext, useContext, type ComponentType, type ReactNode } from 'react'
import type { Role } from '../../server/contract/pair.ts'
import type { Language } from '../../server/contract/shape.ts'
import type { Phase } from '../../server/contract/phase.ts'
import type { Api } from './api.ts'
import type { Kept } from './kept.ts'
import type { Owner } from './owner.ts'

export type PlanNextProps = {
  pairId: string
  otherName: string
  onPlanned: () => void
  /** The screen over the present one in which a time is chosen; without it, it is chosen in place. */
  View?: ComponentType<{ title: string; onBack: () => void; children: ReactNode }>
}

export type FindQuestionsProps = {
  /** The part of the conversation that it is for; what one makes is made for it. */
  phase: Phase
  /** As whom one makes questions of one's own; null: the library's only, and none are made. */
  own: Role | null
  /** Begins with searching, or with writing one's own, which is taken when it is saved. */
  starts?: 'search' | 'own'
  /** Those that I wrote for my team as well. */
  isTeams?: boolean
  /** Taking several; else one press takes a question. */
  several?: { take: string; taken: string[]; onClose: () => void }
  onTake: (questionId: string) => void
  /** Favourites or questions of one's own are not what they were. */
  onChanged?: () => void
}

/** The surroundings of every screen: the language, and the API as the person who is signed in. */
export type AppContext = {
  language: Language
  api: Api
  owner: Owner
  /** Does the host keep a file that a page gives? */
  takesFiles: boolean
  /** Texts that the owner typed here and has not sent, and offers that they dismissed. */
  kept: Kept
  /** Tells the server nothing more of somebody who leaves: whoever tells it where they are begins anew. */
  tellNothing: () => void
  /** Planning the next conversation, which more than one screen offers; loaded when it is first shown. */
  PlanNext: ComponentType<PlanNextProps>
  /** Searching the questions, likewise. */
  FindQuestions: ComponentType<FindQuestionsProps>
}

const Context = createContext<AppContext | null>(null)
export const AppContextProvider = Context.Provider

export function useAppContext(): AppContext {
  const found = useContext(Context)
  if (!found) throw new Error('AppContextProvider is missing')
  return found
}

/** The texts of a feature in the language of the person. */
export const useTexts = <T,>(texts: Record<Language, T>): T => texts[useAppContext().language]
