import { Button, Text, makeStyles, tokens } from '@fluentui/react-components'
import { MoreHorizontalRegular } from '@fluentui/react-icons'
import { Suspense, useRef, useState } from 'react'
import type { Conversation } from '../../../server/contract/conversation.ts'
import { stepText } from '../../../server/contract/live.ts'
import { deleteFavourite, putFavourite } from '../../../server/contract/question.ts'
import type { Step } from '../../../server/contract/template.ts'
import { Failed } from '../../components/basics.tsx'
import { Star } from '../../components/Star.tsx'
import { Waiting } from '../../components/Waiting.tsx'
import { useAppContext, useTexts } from '../../lib/app-context.tsx'
import { useAction } from '../../lib/useAction.ts'
import { View } from '../frame/view.tsx'
import type { Session } from '../live/session.ts'
import type { Proposal } from './useCard.ts'
import { proposalTexts } from './texts.ts'

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  end: { marginInlineStart: 'auto' },
  more: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start' },
  why: { color: tokens.colorNeutralForeground2 },
})

/** Another question, the star, and under “more” the search, why this one, one of one's own, and into the notes. */
export function CardTools(props: {
  step: Step
  conversation: Conversation
  proposal: Proposal
  session: Session | null
  /** Undefined: there is no other. */
  onOther: (() => void) | undefined
  onTurn: (questionId: string) => void
  onUse: () => void
  onChanged: () => void
}) {
  const { api, language, FindQuestions } = useAppContext()
  const words = useTexts(proposalTexts)
  const styles = useStyles()
  const { step, conversation, proposal, session, onOther, onTurn, onUse, onChanged } = props
  const { id, favourite } = proposal
  const text = proposal.text[language]
  const [isMore, setMore] = useState(false)
  const more = useRef<HTMLButtonElement>(null)
  const [isWhy, setWhy] = useState(false)
  const [finding, setFinding] = useState<'search' | 'own' | null>(null)
  const { refused, run } = useAction()
  const star = () =>
    run(async () => {
      await api(favourite ? deleteFavourite : putFavourite, { params: { questionId: id } })
      if (!favourite) onUse()
      onChanged()
    })
  const closeMore = () => {
    setMore(false)
    // The list goes with what was pressed in it; the keyboard stays near, and comes back there.
    more.current?.focus()
  }
  const intoNotes = () => {
    session?.document.getText(stepText(step.id)).insert(0, `${text}\n`)
    closeMore()
    onUse()
  }
  const find = (what: 'search' | 'own') => {
    closeMore()
    setFinding(what)
  }
  return (
    <>
      <div className={styles.row}>
        {onOther && (
          <Button
            size="small"
            onClick={onOther}
            onKeyDown={({ key }) => {
              if (key === 'ArrowRight') onOther()
            }}
          >
            {words.other}
          </Button>
        )}
        <span className={styles.end}>
          <Star on={favourite} name={`${words.favourite}: ${text}`} onToggle={() => void star()} />
          <Button
            size="small"
            appearance="subtle"
            icon={<MoreHorizontalRegular />}
            ref={more}
            aria-label={words.more}
            title={words.more}
            aria-expanded={isMore}
            onClick={() => setMore(!isMore)}
          />
        </span>
      </div>
      {isMore && (
        <div className={styles.more}>
          <Button size="small" appearance="subtle" onClick={() => find('search')}>
            {words.search}
          </Button>
          <Button size="small" appearance="subtle" aria-expanded={isWhy} onClick={() => setWhy(!isWhy)}>
            {words.whyThis}
          </Button>
          <Button size="small" appearance="subtle" onClick={() => find('own')}>
            {words.own}
          </Button>
          {session && (
            <Button size="small" appearance="subtle" onClick={intoNotes}>
              {words.intoNotes}
            </Button>
          )}
          {isWhy && (
            <Text size={200} role="status" className={styles.why}>
              {`${words.why[proposal.why]}. ${proposal.purpose[language]}`}
            </Text>
          )}
        </div>
      )}
      {refused && <Failed size={200}>{refused}</Failed>}
      {finding && (
        <View title={finding === 'own' ? words.own : words.search} onBack={() => setFinding(null)}>
          <Suspense fallback={<Waiting words={words.searching} lines={[80, 65]} />}>
            <FindQuestions
              phase={step.phase ?? (step.kind === 'notes' ? 'focus' : step.kind)}
              own={conversation.pair.myRole}
              starts={finding}
              onTake={(questionId) => {
                setFinding(null)
                onTurn(questionId)
              }}
              onChanged={onChanged}
            />
          </Suspense>
        </View>
      )}
    </>
  )
}
