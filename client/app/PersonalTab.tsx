import { Button, tokens } from '@fluentui/react-components'
import { ChevronLeftRegular } from '@fluentui/react-icons'
import { useCallback, useEffect, useState } from 'react'
import type { MeetingReference } from '../../server/contract/meeting.ts'
import { Waiting } from '../components/Waiting.tsx'
import { Panel } from '../conversation/Panel.tsx'
import type { Host } from '../hosts/host.ts'
import { useSurroundings } from '../lib/surroundings.tsx'
import { OneOnOnes } from '../one-on-ones/OneOnOnes.tsx'

/** My 1-on-1s, and one layer down the conversation that was chosen, with a way back. */
export function PersonalTab({ host }: { host: Host }) {
  const { texts } = useSurroundings()
  const [chosen, setChosen] = useState<MeetingReference | null | 'asking'>('asking')
  const meeting = useCallback(
    () => Promise.resolve(chosen && chosen !== 'asking' ? chosen : ('none' as const)),
    [chosen],
  )
  useEffect(() => {
    void host.meeting().then((linked) => setChosen(typeof linked === 'string' ? null : linked))
  }, [host])
  if (chosen === 'asking') return <Waiting words={texts.loading} />
  if (!chosen) return <OneOnOnes host={host} onOpen={setChosen} />
  return (
    <>
      <nav aria-label={texts.list.title} style={{ padding: tokens.spacingVerticalXS }}>
        <Button appearance="subtle" icon={<ChevronLeftRegular />} onClick={() => setChosen(null)}>
          {texts.list.back}
        </Button>
      </nav>
      <Panel host={host} meeting={meeting} />
    </>
  )
}
