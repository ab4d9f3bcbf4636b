import { Text, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { chooseTemplate, putUsualTemplate, signKey } from '../../../server/contract/choice.ts'
import type { Conversation } from '../../../server/contract/conversation.ts'
import { Failed } from '../../components/basics.tsx'
import { Nudge } from '../../components/Nudge.tsx'
import { otherOf } from '../../lib/pair.ts'
import { useAppContext, useTexts } from '../../lib/app-context.tsx'
import { useFrame } from '../frame/view.tsx'
import type { Session } from '../live/session.ts'
import type { Changed } from '../useWhere.ts'
import type { Where } from '../where.ts'
import { TemplatesView } from './TemplatesView.tsx'
import { useChoices } from './useChoices.ts'
import { choosingTexts } from './texts.ts'
import { conversationTexts } from '../texts.ts'
import { useAction } from '../../lib/useAction.ts'

const useStyles = makeStyles({
  root: { padding: `0 ${tokens.spacingHorizontalM}`, ':empty': { display: 'none' } },
})

/**
 * Choosing another template for this conversation, and the notice that the other did. A steering conversation is offered
 * wherever one is, with what was typed that asks for it; waved away, not again for the same words.
 */
export function Choosing(props: {
  conversation: Conversation
  session: Session | null
  stepId: Where
  /** The other chose another template while one was in it. */
  changed: Changed | null
  onChosen: (conversation: Conversation) => void
}) {
  const { api, language, kept } = useAppContext()
  const { sharing } = useTexts(conversationTexts)
  const words = useTexts(choosingTexts)
  const styles = useStyles()
  const { conversation, session, stepId, changed, onChosen } = props
  const { choices, failure, load } = useChoices(conversation, session, stepId)
  const params = { conversationId: conversation.id }
  const key = `steering waved away ${conversation.id}`
  const [waved, setWaved] = useState(() => kept.recallAs<string[]>(key, []))
  const { view, show } = useFrame()
  const { refused, run } = useAction()
  if (conversation.state === 'finished') return null

  const choose = (templateId: string) =>
    run(async () => {
      onChosen(await api(chooseTemplate, { params, body: { templateId } }))
      show(null)
      load()
    })
  const keepUsual = (templateId: string | null) =>
    run(async () => {
      await api(putUsualTemplate, { params, body: { templateId } })
      load()
    })
  const signs = choices?.offer?.signs.filter((one) => !waved.includes(signKey(one))) ?? []
  const gravest = signs[0]
  const shownSigns = signs.filter((one) => one.why === gravest?.why)
  const steering = choices?.choices.find((one) => one.id === choices.offer?.templateId)
  const wave = () => {
    const now = [...waved, ...shownSigns.map(signKey)]
    kept.keep(key, JSON.stringify(now))
    setWaved(now)
  }
  const { pair, template } = conversation
  const other = otherOf(pair).name
  const here = template.steps.find(({ id }) => id === stepId)?.title[language] ?? sharing
  const answers = {
    onChoose: (id: string) => void choose(id),
    onUsual: (id: string | null) => void keepUsual(id),
    onBack: () => show(null),
  }
  return (
    <div className={styles.root}>
      <Text role="status" size={200} block>
        {changed &&
          [
            words.otherChose(other, template.title[language]),
            ...(changed.left ? [words.left(changed.left.title[language], here)] : []),
          ].join(' ')}
      </Text>
      <Nudge
        words={
          gravest
            ? words.offer(gravest.reason[language], shownSigns.map((one) => one.words).join('”, “'))
            : null
        }
        action={
          steering && {
            name: words.take(steering.title[language]),
            run: () => void choose(steering.id),
          }
        }
        quiet={{ name: words.wave, run: wave }}
      />
      {view === 'templates' && (
        <TemplatesView choices={choices} failure={failure} refused={refused} onLoad={load} {...answers} />
      )}
      {refused && view !== 'templates' && <Failed>{refused}</Failed>}
    </div>
  )
}
