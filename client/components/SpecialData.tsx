import { useTexts } from '../lib/app-context.tsx'
import { privacyTexts } from '../lib/privacy-texts.ts'
import { Quiet } from './basics.tsx'

/** Says what does not belong in a text. It stands on a screen once, where it is seen while typing. */
export function SpecialData() {
  return <Quiet>{useTexts(privacyTexts).special}</Quiet>
}
