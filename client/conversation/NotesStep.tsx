import { Text, makeStyles, tokens } from '@fluentui/react-components'
import { lazy, Suspense } from 'react'
import type { Question, Step } from '../../server/contract/template.ts'
import { useSurroundings } from '../lib/surroundings.tsx'
import type { Live } from './live/useLive.ts'

const NotesEditor = lazy(() => import('./live/NotesEditor.tsx').then((one) => ({ default: one.NotesEditor })))

const useStyles = makeStyles({
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalXL, display: 'grid', gap: tokens.spacingVerticalS },
  purpose: { color: tokens.colorNeutralForeground2, display: 'block' },
  heading: { marginBottom: tokens.spacingVerticalS },
})

/** One step that both type in, with its questions at hand. */
export function NotesStep(props: { step: Step; questions: Question[]; live: Live }) {
  const { texts, language } = useSurroundings()
  const styles = useStyles()
  const { step, live } = props
  const questions = step.questions.flatMap((id) => props.questions.find((one) => one.id === id) ?? [])
  return (
    <>
      <Suspense fallback={<Text>{texts.live.connecting}</Text>}>
        {live.session ? (
          <NotesEditor session={live.session} stepId={step.id} label={step.title[language]} />
        ) : (
          <Text>{texts.live.connecting}</Text>
        )}
      </Suspense>
      {questions.length > 0 && (
        <section aria-labelledby="questions">
          <Text as="h2" size={300} weight="semibold" id="questions" block className={styles.heading}>
            {texts.questions}
          </Text>
          <ul className={styles.list}>
            {questions.map((question) => (
              <li key={question.id}>
                <Text>{question.text[language]}</Text>
                <Text size={200} className={styles.purpose}>
                  {question.purpose[language]}
                  {question.kind === 'scale' && ` ${texts.scaleHint}`}
                </Text>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
