import { Button, Text, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { CheckmarkCircleFilled, CircleRegular } from '@fluentui/react-icons'
import { getGuide, guideWeeks, putTip, type Progress } from '../../server/contract/guide.ts'
import { Surface } from '../components/Surface.tsx'
import { inWords } from '../lib/api.ts'
import { useAction } from '../lib/useAction.ts'
import { useQuery } from '../lib/query.ts'
import { useAppContext, useTexts } from '../lib/app-context.tsx'
import { guideTexts, type GuideTexts } from './texts.ts'

const useStyles = makeStyles({
  list: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    display: 'grid',
    gap: tokens.spacingVerticalS,
  },
  title: { minHeight: '24px', cursor: 'pointer' },
  body: {
    display: 'grid',
    gap: tokens.spacingVerticalS,
    justifyItems: 'start',
    paddingTop: tokens.spacingVerticalS,
  },
  item: { display: 'flex', gap: tokens.spacingHorizontalS, alignItems: 'flex-start' },
  icon: { flexShrink: 0, fontSize: '20px' },
  done: { color: tokens.colorBrandForeground1 },
})

/** The first weeks: begin small, and see how far it has come; until it is set aside. */
export function Guide() {
  const { api } = useAppContext()
  const words = useTexts(guideTexts)
  const styles = useStyles()
  const { data, failure, set } = useQuery(getGuide, {})
  const { refused, run } = useAction()
  if (!data) return failure && <Text role="alert">{inWords(failure)}</Text>
  const { progress } = data
  if (!progress) return null
  const aside = () =>
    run(async () => {
      await api(putTip, { params: { tip: 'guide' } })
      set(() => ({ progress: null }))
    })
  return (
    <Surface>
      <details>
        <summary className={styles.title}>{words.week(weeksOf(progress), String(guideWeeks))}</summary>
        <div className={styles.body}>
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
          {refused && <Text role="alert">{refused}</Text>}
        </div>
      </details>
    </Surface>
  )
}

/** The weeks of the guide that went by; it ends, and the pair goes on. */
const weeksOf = ({ weeks }: Progress): string => String(Math.min(weeks, guideWeeks))

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
    { text: steps.weeks(weeksOf(progress), String(guideWeeks)), done: weeks >= guideWeeks },
  ]
}
