import { useRef, useState } from 'react'
import type { SaveState } from './Saving.tsx'
import { type Failure, failureOf, inWords } from '../lib/api.ts'
import { useAppContext } from '../lib/app-context.tsx'

/** Text that is typed and not saved, and the revision that it was typed over. */
type Draft<T> = { base: number; value: T }

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

/**
 * A form whose text outlives a failed call, a reload and moving between steps. It knows which revision its text
 * was typed over: when the other changed that one meanwhile, the person chooses, whoever's change came first.
 */
export function useForm<T extends object, Answer extends { revision: number }, Choice = never>(options: {
  key: string
  saved: T
  revision: number
  /** Was it ever saved? Then a form without a draft says so. */
  exists: boolean
  /** `choice`: what else the button that was pressed says, such as whether to share it. */
  send: (value: T, revision: number, choice?: Choice) => Promise<Answer>
  onSaved: (answer: Answer) => void
  /** It was refused because somebody was first: fetch what they made of it. */
  onBehind: () => void
}) {
  const { language, kept } = useAppContext()
  const { key, saved, revision } = options
  const [draft, setDraft] = useState(() => kept.recallAs<Draft<T> | null>(key, null))
  const latest = useRef(draft)
  const [saving, setSaving] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)

  const put = (next: Draft<T> | null) => {
    latest.current = next
    if (next) kept.keep(key, JSON.stringify(next))
    else kept.forget(key)
    setDraft(next)
  }
  const value = draft?.value ?? saved
  const conflict = draft !== null && revision > 0 && draft.base !== revision && !same(draft.value, saved)

  const change = (part: Partial<T>) => {
    setFailure(null)
    put({ base: draft?.base ?? revision, value: { ...value, ...part } })
  }
  /** @returns what the server answered; null when it refused */
  const submit = async (over: number, choice?: Choice): Promise<Answer | null> => {
    setSaving(true)
    setFailure(null)
    try {
      const answer = await options.send(value, over, choice)
      options.onSaved(answer)
      // Text typed during the call stays, over what is there now.
      const now = latest.current
      put(now && !same(now.value, value) ? { base: answer.revision, value: now.value } : null)
      return answer
    } catch (error) {
      const refused = failureOf(error, language)
      setFailure(refused)
      if (refused.slug === 'changed-meanwhile') options.onBehind()
      return null
    } finally {
      setSaving(false)
    }
  }
  const rest: SaveState = draft ? 'unsaved' : options.exists ? 'saved' : 'untouched'
  const state: SaveState = saving ? 'saving' : failure ? { failed: inWords(failure) } : rest
  return {
    value,
    /** The revision that the unsaved text was typed over; 0 when there is none, or nothing was there. */
    basedOn: draft?.base ?? 0,
    conflict,
    state,
    /** The last refusal, until something is changed. */
    failure,
    change,
    // A commitment that is not there (any more) is made; otherwise the revision that the text was typed over.
    save: (choice?: Choice) => submit(revision === 0 ? 0 : (draft?.base ?? revision), choice),
    keepMine: (choice?: Choice) => submit(revision, choice),
    discard: () => {
      setFailure(null)
      put(null)
    },
  }
}
