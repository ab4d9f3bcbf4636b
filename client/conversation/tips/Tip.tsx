import { useEffect, useState } from 'react'
import type { TipId } from '../../../server/contract/guide.ts'
import { Nudge } from '../../components/Nudge.tsx'
import { useSurroundings } from '../../lib/surroundings.tsx'
import { guide } from '../../lib/texts/guide.ts'
import { firstTime } from './seen.ts'

/** A tip beside what it is about: the first time that a person comes here, and never again. */
export function Tip({ id }: { id: Exclude<TipId, 'guide'> }) {
  const { api, language } = useSurroundings()
  const words = guide[language]
  const [shown, setShown] = useState(false)
  useEffect(() => {
    void firstTime(api, id).then((first) => first && setShown(true))
  }, [api, id])
  return (
    <Nudge
      words={shown ? `${words.tip}: ${words.tips[id]}` : null}
      quiet={{ name: words.understood, run: () => setShown(false) }}
    />
  )
}
