import { makeStyles } from '@fluentui/react-components'
import { Suspense } from 'react'
import type { Conversation } from '../../../server/contract/conversation.ts'
import type { Step } from '../../../server/contract/template.ts'
import { Status } from '../../components/basics.tsx'
import { inWords } from '../../lib/api.ts'
import { useAppContext, useTexts } from '../../lib/app-context.tsx'
import type { Session } from '../live/session.ts'
import { CardTools, Scale } from '../parts-of-steps.ts'
import { Card } from './Card.tsx'
import { nextCard, fixedScale } from './cards.ts'
import { useCard, useUsed } from './useCard.ts'
import { proposalTexts } from './texts.ts'

const useStyles = makeStyles({
  // As high as the numbers are before one is chosen: what stands under them does not move when they come.
  scale: {
    minHeight: '96px',
    // From here on they stand in one row (`NumberScale`).
    '@media (min-width: 268px)': { minHeight: '60px' },
  },
})

/** One question at hand, and the scale that the step begins with. Of a pair that ended: those that were used. */
export function StepQuestions(props: { step: Step; conversation: Conversation; session?: Session | null }) {
  const { language } = useAppContext()
  const words = useTexts(proposalTexts)
  const styles = useStyles()
  const { step, conversation, session = null } = props
  const over = conversation.pair.ended !== null
  const { proposals, failure, reload, card, shown, turnTo, use } = useCard(conversation, step)
  const own = step.questions.flatMap((id) => conversation.questions.find((one) => one.id === id) ?? [])
  const known = proposals?.questions ?? own
  // Before the conversation one thinks; a number is given in it.
  const fixed = step.kind === 'preparation' ? undefined : fixedScale(known, step)
  const cards = known.filter((one) => one !== fixed)
  const question = shown ?? cards.find((one) => one.id === card) ?? cards[0]
  useUsed(over || !proposals || step.kind === 'preparation' ? undefined : question?.id, use)
  const scaleOf = (one: (typeof known)[number]) =>
    one.kind === 'scale' &&
    step.kind !== 'preparation' && (
      <div className={styles.scale}>
        <Suspense>
          <Scale conversation={conversation} question={one} />
        </Suspense>
      </div>
    )
  if (over)
    return known.map((one) => (
      <Card key={one.id} label={one.text[language]} text={one.text[language]}>
        {scaleOf(one)}
      </Card>
    ))
  const proposal = proposals?.questions.find(({ id }) => id === question?.id)
  const other = question && nextCard(cards, question.id)
  return (
    <>
      {fixed && (
        <Card label={fixed.text[language]} text={fixed.text[language]}>
          {scaleOf(fixed)}
        </Card>
      )}
      {question && (
        <Card label={words.title} text={question.text[language]} isAnnounced>
          {scaleOf(question)}
          <Suspense fallback={<div style={{ minHeight: '24px' }} />}>
            {proposal ? (
              <CardTools
                key={question.id}
                step={step}
                conversation={conversation}
                proposal={proposal}
                session={session}
                onOther={other && (() => turnTo(other.id))}
                onTurn={turnTo}
                onUse={() => use(question.id)}
                onChanged={() => void reload()}
              />
            ) : (
              <div style={{ minHeight: '24px' }} />
            )}
          </Suspense>
        </Card>
      )}
      {!proposals && failure && <Status>{inWords(failure)}</Status>}
    </>
  )
}
