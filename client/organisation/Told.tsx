import { Failed } from '../components/basics.tsx'
import type { SaveState } from '../components/Saving.tsx'
import { Text } from '@fluentui/react-components'

/** The outcome of an admin's change. */
export function Told({ state, saved }: { state: SaveState; saved: string }) {
  if (typeof state === 'object') return <Failed>{state.failed}</Failed>
  return state === 'saved' && <Text role="status">{saved}</Text>
}
