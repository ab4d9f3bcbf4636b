import { makeStyles, tokens } from '@fluentui/react-components'
import { Suspense } from 'react'
import type { Conversation } from '../../../server/contract/conversation.ts'
import type { Step } from '../../../server/contract/template.ts'
import { Status } from '../../components/basics.tsx'
import { useAppContext, useTexts } from '../../lib/app-context.tsx'
import type { Live } from '../live/useLive.ts'
import { Topics } from './Topics.tsx'
import { NotesEditor, Observing } from '../parts-of-steps.ts'
import { StepQuestions } from '../questions/StepQuestions.tsx'
import { liveTexts } from '../live/texts.ts'

const useStyles = makeStyles({
  // The shape and height of the editor, so that nothing moves when it comes.
  coming: {
    minHeight: '162px',
    boxSizing: 'border-box',
    padding: tokens.spacingHorizontalM,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground2,
  },
})

/** One step that both type in, with its questions at hand. */
export function NotesStep(props: { step: Step; conversation: Conversation; live: Live }) {
  const { language } = useAppContext()
  const words = useTexts(liveTexts)
  const styles = useStyles()
  const { step, live, conversation } = props
  const over = conversation.pair.ended !== null
  const connecting = (
    <div className={styles.coming}>
      <Status>{words.connecting}</Status>
    </div>
  )
  return (
    <>
      {step.topics && <Topics conversation={conversation} />}
      <Suspense fallback={connecting}>
        {live.session ? (
          <NotesEditor
            session={live.session}
            stepId={step.id}
            label={step.title[language]}
            hint={step.hint[language]}
            readOnly={over || live.state === 'reading' || live.state === 'out'}
          />
        ) : (
          connecting
        )}
      </Suspense>
      <Suspense>
        {live.session && !over && (
          <Observing session={live.session} stepId={step.id} conversation={conversation} />
        )}
      </Suspense>
      <StepQuestions step={step} conversation={conversation} session={live.session} />
    </>
  )
}
