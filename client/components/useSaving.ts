import { useState } from 'react'
import { sentenceOf } from '../lib/api.ts'
import { useAppContext } from '../lib/app-context.tsx'
import type { SaveState } from './Saving.tsx'

/** How something stands that is saved or removed at once, outside a form. */
export function useSaving(initial: SaveState = 'untouched') {
  const { language } = useAppContext()
  const [state, setState] = useState(initial)
  /**
   * @param after how it stands when it was done; what is gone then stays as it was while it went
   * @returns whether it was done
   */
  const save = async (send: () => Promise<unknown>, after: 'saved' | 'saving' = 'saved') => {
    setState('saving')
    try {
      await send()
      setState(after)
      return true
    } catch (error) {
      setState({ failed: sentenceOf(error, language) })
      return false
    }
  }
  return { state, setState, save }
}
