import { Notice } from '../components/Notice.tsx'
import { Waiting } from '../components/Waiting.tsx'
import type { Host } from '../hosts/host.ts'
import type { Failure } from '../lib/api.ts'
import { useSurroundings } from '../lib/surroundings.tsx'
import type { Texts } from '../lib/texts/nl.ts'
import { RolesQuestion } from './RolesQuestion.tsx'
import { Steps } from './Steps.tsx'
import { useOpened } from './useOpened.ts'

/** The side panel: the conversation of the meeting that it stands beside, or why there is none. */
export function Panel({ host }: { host: Host }) {
  const { texts } = useSurroundings()
  const { opened, chooseRole, retry, ...fresh } = useOpened(host)
  switch (opened.state) {
    case 'loading':
      return (
        <main>
          <Waiting words={texts.loading} />
        </main>
      )
    case 'no-meeting':
      return <Notice {...texts.noMeeting} />
    case 'failed': {
      const { title, detail, slug } = opened.failure
      const action = { name: nameOfRetry(slug, texts), run: () => void retry() }
      return <Notice title={title} detail={detail} action={action} />
    }
    case 'roles':
      return <RolesQuestion {...opened} onChoose={chooseRole} />
    case 'open':
      return (
        <Steps key={opened.conversation.id} conversation={opened.conversation} host={host} fresh={fresh} />
      )
  }
}

const nameOfRetry = (slug: Failure['slug'], texts: Texts): string =>
  slug === 'consent-required' ? texts.consent : slug === 'unauthenticated' ? texts.signIn : texts.retry
