import { Suspense } from 'react'
import { Notice } from '../components/Notice.tsx'
import { Waiting } from '../components/Waiting.tsx'
import type { Host, NoMeeting } from '../hosts/host.ts'
import type { Failure } from '../lib/api.ts'
import { useSurroundings } from '../lib/surroundings.tsx'
import type { Texts } from '../lib/texts/nl.ts'
import { RolesQuestion } from './parts.ts'
import { Steps } from './Steps.tsx'
import { useOpened, type Asked } from './useOpened.ts'

/** A conversation, in the side panel, the pane and the personal tab; or why there is none. */
export function Panel(props: { host: Host; asked: () => Promise<Asked | NoMeeting> }) {
  const { host } = props
  const { texts } = useSurroundings()
  const { opened, chooseRole, retry, ...fresh } = useOpened(host, props.asked)
  const loading = (
    <main>
      <Waiting words={texts.loading} />
    </main>
  )
  switch (opened.state) {
    case 'loading':
      return loading
    case 'no-meeting':
      return (
        <Notice
          {...texts.noMeeting[opened.why]}
          {...(opened.why === 'not-saved' ? { action: { name: texts.retry, run: () => void retry() } } : {})}
        />
      )
    case 'failed': {
      const { title, detail, slug } = opened.failure
      const action = { name: nameOfRetry(slug, texts), run: () => void retry() }
      return <Notice title={title} detail={detail} action={action} />
    }
    case 'gone':
      return <Notice {...texts.gone} />
    case 'roles':
      return (
        <Suspense fallback={loading}>
          <RolesQuestion {...opened} onChoose={chooseRole} />
        </Suspense>
      )
    case 'open':
      return (
        <Steps key={opened.conversation.id} conversation={opened.conversation} host={host} fresh={fresh} />
      )
  }
}

const nameOfRetry = (slug: Failure['slug'], texts: Texts): string =>
  slug === 'consent-required'
    ? texts.consent
    : slug === 'unauthenticated' || slug === 'proof-required'
      ? texts.signIn
      : texts.retry
