import { Suspense } from 'react'
import { Notice } from '../components/Notice.tsx'
import { Loading } from '../components/Waiting.tsx'
import type { Host, NoMeeting } from '../hosts/host.ts'
import { retryOf, signInWords } from '../hosts/sign-in-words.ts'
import { useAppContext, useTexts } from '../lib/app-context.tsx'
import { PersonQuestion, RolesQuestion } from './parts.ts'
import { Steps } from './Steps.tsx'
import { useOpened, type Asked } from './useOpened.ts'
import { commonTexts } from '../lib/texts.ts'
import { conversationTexts } from './texts.ts'

/** A conversation, in the side panel, the pane and the personal tab; or why there is none. */
export function Panel(props: { host: Host; asked: () => Promise<Asked | NoMeeting> }) {
  const { host } = props
  const { language } = useAppContext()
  const common = useTexts(commonTexts)
  const words = useTexts(conversationTexts)
  const { opened, chooseRole, retry, ...fresh } = useOpened(host, props.asked)
  const loading = (
    <main>
      <Loading />
    </main>
  )
  switch (opened.state) {
    case 'loading':
      return loading
    case 'no-meeting':
      return (
        <Notice
          {...words.noMeeting[opened.why]}
          {...(opened.why === 'not-saved' ? { action: { name: common.retry, run: () => void retry() } } : {})}
        />
      )
    case 'failed': {
      const { failure, refused } = opened
      if (refused) {
        const { action, asks: _asks, ...said } = signInWords(refused, host.otherAccount(), language)
        return <Notice {...said} action={{ name: action, run: () => void retry() }} />
      }
      const { title, detail } = failure
      const action = { name: retryOf(failure, language).action, run: () => void retry() }
      return <Notice title={title} detail={detail} action={action} />
    }
    case 'gone':
      return <Notice {...words.gone} />
    case 'roles':
      return (
        <Suspense fallback={loading}>
          <RolesQuestion {...opened} onChoose={chooseRole} />
        </Suspense>
      )
    case 'person':
      return (
        <Suspense fallback={loading}>
          <PersonQuestion {...opened} onAnswered={() => void retry()} />
        </Suspense>
      )
    case 'open':
      return (
        <Steps key={opened.conversation.id} conversation={opened.conversation} host={host} fresh={fresh} />
      )
  }
}
