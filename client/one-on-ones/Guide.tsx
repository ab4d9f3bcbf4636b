import { Button, Text, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { CheckmarkCircleFilled, CircleRegular } from '@fluentui/react-icons'
import { useEffect, useState } from 'react'
import { guideWeeks, type Guide as Answer, type Progress } from '../../server/contract/guide.ts'
import { CallFailed } from '../lib/api.ts'
import { useSurroundings } from '../lib/surroundings.tsx'
import { guide, type GuideTexts } from '../lib/texts/guide.ts'

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalS, justifyItems: 'start' },
  heading: { margin: 0 },
  list: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    display: 'grid',
    gap: tokens.spacingVerticalS,
  },
  item: { display: 'flex', gap: tokens.spacingHorizontalS, alignItems: 'flex-start' },
  icon: { flexShrink: 0, fontSize: '20px' },
  done: { color: tokens.colorBrandForeground1 },
})

/** The first weeks: begin small, and see how far it has come; until it is set aside. */
export function Guide() {
  const { api, language } = useSurroundings()
  const words = guide[language]
  const styles = useStyles()
  const [progress, setProgress] = useState<Progress | null>(null)
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    // The list above has said what is the matter, if anything is.
    api<Answer>('GET', '/api/guide').then(
      (answer) => setProgress(answer.progress),
      () => undefined,
    )
  }, [api])
  if (!progress) return null
  const aside = async () => {
    setFailed(false)
    try {
      await api('PUT', '/api/tips/guide')
      setProgress(null)
    } catch (error) {
      if (!(error instanceof CallFailed)) throw error
      setFailed(true)
    }
  }
  return (
    <section className={styles.root} aria-label={words.title}>
      <Text as="h2" size={400} weight="semibold" className={styles.heading}>
        {words.title}
      </Text>
      <Text>{words.intro}</Text>
      <ol className={styles.list}>
        {stepsOf(progress, words).map(({ text, done }) => (
          <li key={text} className={styles.item}>
            {done ? (
              <CheckmarkCircleFilled
                className={mergeClasses(styles.icon, styles.done)}
                aria-label={words.done}
              />
            ) : (
              <CircleRegular className={styles.icon} aria-label={words.todo} />
            )}
            <Text>{text}</Text>
          </li>
        ))}
      </ol>
      <Button size="small" appearance="subtle" onClick={() => void aside()}>
        {words.aside}
      </Button>
      {failed && <Text role="alert">{words.asideFailed}</Text>}
    </section>
  )
}

function stepsOf(progress: Progress, { steps }: GuideTexts): { text: string; done: boolean }[] {
  const { followUp, weeks } = progress
  return [
    { text: steps.pair, done: progress.pair },
    { text: steps.preparation, done: progress.preparation },
    { text: steps.commitment, done: progress.commitment },
    {
      text:
        followUp.of > 0 ? steps.followUp(String(followUp.held), String(followUp.of)) : steps.followUpFirst,
      done: followUp.of > 0 && followUp.held === followUp.of,
    },
    { text: steps.weeks(String(weeks), String(guideWeeks)), done: weeks >= guideWeeks },
  ]
}
