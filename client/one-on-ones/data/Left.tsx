import { Notice } from '../../components/Notice.tsx'
import { useSurroundings } from '../../lib/surroundings.tsx'
import { leaving } from '../../lib/texts/leaving.ts'

/** All that there is to say to somebody of whom nothing is kept. */
export function Left() {
  const { language } = useSurroundings()
  const { doneTitle, done } = leaving[language]
  return <Notice title={doneTitle} detail={done} />
}
