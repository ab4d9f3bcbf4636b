import { Nudge } from '../../components/Nudge.tsx'
import { useTexts } from '../../lib/app-context.tsx'
import { namesSoon } from './soon.ts'
import { useQuiet } from './useQuiet.ts'
import { useRested } from '../../lib/useRested.ts'
import { vagueCommitment, vagueWording } from './vague.ts'
import { nudgeTexts } from './texts.ts'

type Wording = { what: string; firstStep: string; criterion: string; due: string | null }

/**
 * One question about a commitment that is hard to see or to begin, until it is waved away.
 * @param whole is it all there, or is it still being written? What is not reached yet is not missing.
 */
export function CommitmentNudge(props: { id: string; wording: Wording; whole: boolean; now: string }) {
  const words = useTexts(nudgeTexts)
  // A nudge that came with the leaving of a field would push the button away that was aimed at.
  const what = useRested(props.wording.what)
  const firstStep = useRested(props.wording.firstStep)
  const wording = { ...props.wording, what, firstStep }
  const [quiet, beQuiet] = useQuiet(`commitment ${props.id}`)
  return (
    <Nudge
      words={quiet ? null : questionOf({ ...props, wording }, words)}
      quiet={{ name: words.quiet, run: beQuiet }}
    />
  )
}

function questionOf(
  { wording, whole, now }: { wording: Wording; whole: boolean; now: string },
  { nudge }: (typeof nudgeTexts)['nl'],
): string | null {
  const vague = whole ? vagueCommitment(wording) : vagueWording(wording.what)
  if (vague) return vague.kind === 'vague-word' ? nudge['vague-word'](vague.word) : nudge[vague.kind]
  const { what, firstStep, due } = wording
  const begun = whole ? what.trim() : firstStep.trim()
  // A commitment that is itself soon needs no step before it.
  const first = firstStep.trim() || `${what}\n${due ?? ''}`
  return begun && !namesSoon(first, new Date(now)) ? nudge['not-soon'] : null
}
