import { Button, Text, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { FoundQuestion } from '../../server/contract/question.ts'
import { Star } from '../components/Star.tsx'
import { sentenceOf } from '../lib/api.ts'
import { useSurroundings } from '../lib/surroundings.tsx'
import { questions } from '../lib/texts/questions.ts'
import type { Writing } from './OwnQuestion.tsx'

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground2, display: 'block' },
  tools: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  refused: { color: tokens.colorStatusDangerForeground1 },
})

/** One question that was found: where it comes from, taking it, its star, and changing it when it is mine. */
export function Found(props: {
  question: FoundQuestion
  /** Taking it, where it can be taken, and what that is called; `taken`: it is already. */
  take?: { name: string; taken: boolean; onTake: () => void }
  onChanged: () => void
  onWrite?: (writing: Writing) => void
}) {
  const { api, language, texts } = useSurroundings()
  const words = questions[language]
  const styles = useStyles()
  const { question, take, onChanged, onWrite } = props
  const { id, ownId, favourite, source, revision } = question
  const text = question.text[language]
  const [asking, setAsking] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  const call = async (method: 'PUT' | 'DELETE', path: string) => {
    setRefused(null)
    try {
      await api(method, path)
    } catch (error) {
      setRefused(sentenceOf(error, texts))
    }
    onChanged()
  }
  const named = (name: string) => `${name}: ${text}`
  return (
    <>
      <Text>{text}</Text>
      <Text size={200} className={styles.quiet}>
        {[
          question.purpose[language],
          words.sources[source],
          ...(ownId ? [question.phases.map((one) => words.phases[one]).join(', ')] : []),
        ].join(' · ')}
      </Text>
      <div className={styles.tools}>
        {take && (
          <Button
            size="small"
            disabledFocusable={take.taken}
            aria-label={named(take.taken ? words.picked : take.name)}
            onClick={take.onTake}
          >
            {take.taken ? words.picked : take.name}
          </Button>
        )}
        <Star
          on={favourite}
          name={named(words.favourite)}
          onToggle={() => void call(favourite ? 'DELETE' : 'PUT', `/api/questions/${id}/favourite`)}
        />
        {ownId && onWrite && !asking && (
          <>
            <Button
              size="small"
              aria-label={named(words.own.change)}
              onClick={() => onWrite({ id: ownId, question })}
            >
              {words.own.change}
            </Button>
            <Button size="small" aria-label={named(words.own.remove)} onClick={() => setAsking(true)}>
              {words.own.remove}
            </Button>
          </>
        )}
      </div>
      {ownId && asking && (
        <div className={styles.tools}>
          <Text role="alert">{words.own.sure}</Text>
          <Button
            size="small"
            autoFocus
            onClick={() => {
              setAsking(false)
              void call('DELETE', `/api/questions/own/${ownId}?revision=${revision}`)
            }}
          >
            {words.own.removeNow}
          </Button>
          <Button size="small" onClick={() => setAsking(false)}>
            {words.own.keepIt}
          </Button>
        </div>
      )}
      {refused && (
        <Text role="alert" size={200} className={styles.refused}>
          {refused}
        </Text>
      )}
    </>
  )
}
