import { Spinner } from '@fluentui/react-components'
import { Notice } from '../components/Notice.tsx'
import type { Host } from '../hosts/host.ts'
import { useSurroundings } from '../lib/surroundings.tsx'
import { RolesQuestion } from './RolesQuestion.tsx'
import { Steps } from './Steps.tsx'
import { useOpened } from './useOpened.ts'

/** The side panel: the conversation of the meeting that it stands beside, or why there is none. */
export function Panel({ host }: { host: Host }) {
  const { texts } = useSurroundings()
  const { opened, refresh, chooseRole, retry, replace } = useOpened(host)
  switch (opened.state) {
    case 'loading':
      return <Spinner style={{ padding: 32 }} label={texts.loading} />
    case 'no-meeting':
      return <Notice {...texts.noMeeting} />
    case 'failed': {
      const { slug } = opened.failure
      const name =
        slug === 'consent-required' ? texts.consent : slug === 'unauthenticated' ? texts.signIn : texts.retry
      return <Notice {...opened.failure} action={{ name, run: () => void retry() }} />
    }
    case 'roles':
      return <RolesQuestion {...opened} onChoose={(role) => void chooseRole(role)} />
    case 'open':
      return (
        <Steps
          key={opened.conversation.id}
          conversation={opened.conversation}
          host={host}
          onChanged={() => void refresh()}
          onReplaced={replace}
        />
      )
  }
}
