import { Button, Text, makeStyles, tokens } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import type { Conversation } from '../../../server/contract/conversation.ts'
import type { Question } from '../../../server/contract/question.ts'
import type { Scale as Answers, ScaleAnswer } from '../../../server/contract/scale.ts'
import { Sparkline } from '../../components/Sparkline.tsx'
import { CallFailed } from '../../lib/api.ts'
import { momentInWords } from '../../lib/dates.ts'
import { otherOf } from '../../lib/pair.ts'
import { useSurroundings } from '../../lib/surroundings.tsx'
import { precision } from '../../lib/texts/precision.ts'
import { Tip } from '../tips/Tip.tsx'
import { ScaleForm } from './ScaleForm.tsx'

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalM, marginTop: tokens.spacingVerticalS },
  theirs: { whiteSpace: 'pre-wrap', display: 'block' },
})

/** A scale question in this talk: my number, the other's, and how both went over the talks. */
export function Scale({ conversation, question }: { conversation: Conversation; question: Question }) {
  const { api, language, texts } = useSurroundings()
  const words = precision[language].scale
  const styles = useStyles()
  const [answers, setAnswers] = useState<Answers | null>(null)
  const [failed, setFailed] = useState(false)
  const [round, setRound] = useState(0)
  const path = `/api/conversations/${conversation.id}/scales/${question.id}`
  // The conversation is fetched again whenever the other did something: so is this.
  useEffect(() => {
    let left = false
    api<Answers>('GET', path).then(
      (found) => {
        if (left) return
        setFailed(false)
        setAnswers((shown) => (isOlder(found, shown) ? shown : found))
      },
      (error: unknown) => {
        if (!(error instanceof CallFailed)) throw error
        if (!left) setFailed(true)
      },
    )
    return () => {
      left = true
    }
  }, [api, path, conversation.now, round])

  if (!answers && failed)
    return (
      <div className={styles.root}>
        <Text role="alert" size={200}>
          {words.failed}
        </Text>
        <Button size="small" style={{ justifySelf: 'start' }} onClick={() => setRound(round + 1)}>
          {texts.retry}
        </Button>
      </div>
    )
  if (!answers) return <Text size={200}>{texts.scaleHint}</Text>
  const { mine, theirs, course } = answers
  const { pair } = conversation
  const other = otherOf(pair).name
  return (
    <div role="group" aria-label={question.text[language]} className={styles.root}>
      {pair.ended === null ? (
        <>
          <Tip id="scale" />
          <ScaleForm path={path} about={question.text[language]} answers={answers} onSaved={setAnswers} />
        </>
      ) : (
        mine && <Answered title={`${words.mine}: ${mine.value}`} answer={mine} />
      )}
      {theirs && <Answered title={words.theirs(other, String(theirs.value))} answer={theirs} />}
      {course.length > 1 && (
        <Sparkline
          title={words.course}
          when={words.talk}
          none={words.none}
          moments={course.map(({ start }) => momentInWords(start, language, undefined))}
          series={[
            { name: pair.employee.name, values: course.map(({ employee }) => employee) },
            { name: pair.coach.name, values: course.map(({ coach }) => coach) },
          ]}
        />
      )}
    </div>
  )
}

function Answered({ title, answer }: { title: string; answer: ScaleAnswer }) {
  const styles = useStyles()
  return (
    <div>
      <Text weight="semibold" block>
        {title}
      </Text>
      {[answer.notLower, answer.oneMore].filter(Boolean).map((text, at) => (
        <Text key={`${at} ${text}`} size={200} className={styles.theirs}>
          {text}
        </Text>
      ))}
    </div>
  )
}

/** An answer that was on its way while I saved mine knows less than what is shown. */
const isOlder = (found: Answers, shown: Answers | null): boolean =>
  (found.mine?.revision ?? 0) < (shown?.mine?.revision ?? 0)
