import { Failed } from '../../components/basics.tsx'
import { isolated } from '../../../server/contract/isolated.ts'
import { useTexts } from '../../lib/app-context.tsx'
import { liveTexts } from './texts.ts'
import type { Live } from './useLive.ts'

/** Why something that was typed is not there any more. */
export function PutBack({ live }: { live: Live }) {
  const words = useTexts(liveTexts)
  const { putBack } = live
  if (!putBack) return null
  const why = words.putBack[putBack.reason]
  return <Failed>{typeof why === 'string' ? why : why(isolated(putBack.typed))}</Failed>
}
