import { Button, Text, makeStyles, tokens } from '@fluentui/react-components'
import type { Conversation } from '../../../server/contract/conversation.ts'
import type { Question } from '../../../server/contract/question.ts'
import { getScale, type ScaleAnswer } from '../../../server/contract/scale.ts'
import { Status } from '../../components/basics.tsx'
import { Sparkline } from '../../components/Sparkline.tsx'
import { momentInWords } from '../../lib/dates.ts'
import { otherOf } from '../../lib/pair.ts'
import { useQuery } from '../../lib/query.ts'
import { useAppContext, useTexts } from '../../lib/app-context.tsx'
import { ScaleForm } from './ScaleForm.tsx'
import { scaleTexts } from './texts.ts'
import { commonTexts } from '../../lib/texts.ts'
import { proposalTexts } from '../questions/texts.ts'

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gap: tokens.spacingVerticalM,
    marginTop: tokens.spacingVerticalS,
    // A status without words takes no room.
    '& > [role="status"]:empty': { position: 'absolute' },
  },
  theirs: { whiteSpace: 'pre-wrap', display: 'block' },
})

/** A scale question in this conversation: my number, the other's, and how both went over the conversations. */
export function Scale({ conversation, question }: { conversation: Conversation; question: Question }) {
  const { language } = useAppContext()
  const common = useTexts(commonTexts)
  const proposal = useTexts(proposalTexts)
  const words = useTexts(scaleTexts)
  const styles = useStyles()
  const params = { conversationId: conversation.id, question: question.id }
  // The conversation is fetched again whenever the other did something: so is this.
  const { data: answers, failure, reload, set } = useQuery(getScale, { params }, { again: conversation.now })
  if (!answers && failure)
    return (
      <div className={styles.root}>
        <Text role="alert" size={200}>
          {words.failed}
        </Text>
        <Button size="small" style={{ justifySelf: 'start' }} onClick={() => void reload()}>
          {common.retry}
        </Button>
      </div>
    )
  if (!answers) return <Text size={200}>{proposal.scaleHint}</Text>
  const { mine, theirs, theyChose, course } = answers
  const { pair } = conversation
  const other = otherOf(pair).name
  return (
    <div role="group" aria-label={question.text[language]} className={styles.root}>
      {pair.ended === null ? (
        <ScaleForm
          params={params}
          about={question.text[language]}
          answers={answers}
          onSaved={(now) => set(() => now)}
        />
      ) : (
        mine && <Answered title={`${words.mine}: ${mine.value}`} answer={mine} />
      )}
      <Status>{theyChose && !theirs && words.chose(other)}</Status>
      {theirs && <Answered title={words.theirs(other, String(theirs.value))} answer={theirs} />}
      {course.length > 1 && (
        <Sparkline
          title={words.course}
          when={words.conversation}
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
