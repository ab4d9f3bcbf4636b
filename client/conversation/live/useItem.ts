import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import type * as Y from 'yjs'
import {
  choiceOf,
  choiceText,
  fieldText,
  itemName,
  type Choice,
  type ChoiceField,
  type ItemKind,
  type TextField,
} from '../../../server/contract/live-fields.ts'
import type { Role } from '../../../server/contract/pair.ts'
import type { Session } from './session.ts'

/** A follow-up or a commitment in the live document, for one person. */
export type Item<Kind extends ItemKind> = {
  session: Session
  kind: Kind
  id: string
  myRole: Role
  readOnly: boolean
}

/** Reads something of a shared type, now and at each change of it. */
function useShared<T>(shared: Y.Text | Y.Map<string>, read: () => T): T {
  const subscribe = useCallback(
    (changed: () => void) => {
      shared.observe(changed)
      return () => shared.unobserve(changed)
    },
    [shared],
  )
  return useSyncExternalStore(subscribe, read)
}

/** The present text of a live field. */
export function useLiveText<Kind extends ItemKind>(
  { session, kind, id }: Pick<Item<Kind>, 'session' | 'kind' | 'id'>,
  field: TextField<Kind>,
): string {
  const text = session.document.getText(fieldText(kind, id, field))
  return useShared(text, () => text.toString())
}

export type LiveChoice = {
  /** Null when nobody chose. */
  chosen: Choice | null
  /** My choice, when the other chose something else over it; else null. */
  overruled: string | null
  choose: (value: string) => void
}

/** One choice of a follow-up or a commitment: the last one counts, and says whose it is. */
export function useChoice<Kind extends ItemKind>(
  { session, kind, id, myRole }: Item<Kind>,
  field: ChoiceField<Kind>,
): LiveChoice {
  const choices = session.document.getMap<string>(itemName(kind, id))
  const [overruled, setOverruled] = useState<string | null>(null)
  useEffect(() => {
    const look = (event: { changes: { keys: Map<string, { oldValue: unknown }> } }) => {
      const change = event.changes.keys.get(field)
      if (!change) return
      const [was, is] = [change.oldValue, choices.get(field)].map((one) => choiceOf(kind, field, one))
      if (is?.by === myRole) setOverruled(null)
      else if (was?.by === myRole && is?.value !== was.value) setOverruled(was.value)
    }
    choices.observe(look)
    return () => choices.unobserve(look)
  }, [choices, kind, field, myRole])
  const text = useShared(choices, () => choices.get(field))
  return {
    chosen: choiceOf(kind, field, text),
    overruled,
    choose: (value) => void choices.set(field, choiceText({ value, by: myRole })),
  }
}
