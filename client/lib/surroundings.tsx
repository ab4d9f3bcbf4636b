import { createContext, useContext, type ComponentType } from 'react'
import type { Language } from '../../server/contract/shape.ts'
import type { Api } from './api.ts'
import type { Texts } from './texts/nl.ts'

export type PlanNextProps = { pairId: string; otherName: string; onPlanned: () => void }

/** What every screen has at hand: the language and its texts, and the API as the person who is signed in. */
export type Surroundings = {
  language: Language
  texts: Texts
  api: Api
  /** Planning the next talk, which more than one screen offers; loaded when it is first shown. */
  PlanNext: ComponentType<PlanNextProps>
}

const Context = createContext<Surroundings | null>(null)
export const SurroundingsProvider = Context.Provider

export function useSurroundings(): Surroundings {
  const found = useContext(Context)
  if (!found) throw new Error('SurroundingsProvider is missing')
  return found
}
