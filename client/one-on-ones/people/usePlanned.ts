import { useEffect, useState } from 'react'
import type { Publication } from '../../../server/contract/publication.ts'

/** A section that waited for a next conversation goes into its invite in a moment: how often to look, and the pause. */
const looks = { most: 5, pause: 2000 }

/** Has somebody just planned the next conversation here? Then what waited for it is looked at again. */
export function usePlanned(waiting: Publication | null, onChanged: () => void) {
  const [isPlanned, setPlanned] = useState(false)
  const [looked, setLooked] = useState(0)
  const reason = waiting?.reason
  const isAwaited = isPlanned && (reason === 'no-next-meeting' || reason === 'queued') && looked < looks.most
  useEffect(() => {
    if (!isAwaited) return
    const timer = setTimeout(() => {
      setLooked(looked + 1)
      onChanged()
    }, looks.pause)
    return () => clearTimeout(timer)
  }, [isAwaited, looked, onChanged])
  const onPlanned = () => {
    setPlanned(true)
    onChanged()
  }
  return { isPlanned, onPlanned }
}
