import { makeStyles, tokens } from '@fluentui/react-components'
import type { PairPage as Page } from '../../../server/contract/pair-page.ts'
import { firstName } from '../../../server/contract/first-name.ts'
import { Sparkline } from '../../components/Sparkline.tsx'
import { Surface } from '../../components/Surface.tsx'
import { useAppContext, useTexts } from '../../lib/app-context.tsx'
import { pastDayInWords } from '../../lib/near-days.ts'
import { otherOf, otherRole } from '../../lib/pair.ts'
import { pairTexts } from './texts.ts'

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(240px, 100%), 1fr))',
    gap: tokens.spacingHorizontalL,
  },
})

/** How the numbers of both went over their conversations; nothing where no question was answered twice. */
export function Scales({ page }: { page: Page }) {
  const { language } = useAppContext()
  const words = useTexts(pairTexts)
  const styles = useStyles()
  const { scales, pair, now } = page
  if (scales.length === 0) return null
  const [mine, theirs] = [pair.myRole, otherRole(pair.myRole)]
  return (
    <Surface title={words.scales}>
      <div className={styles.root}>
        {scales.map(({ question, text, points }) => (
          <Sparkline
            key={question}
            title={text[language]}
            when={words.when}
            none={words.noNumber}
            moments={points.map(({ start }) => pastDayInWords(start, now, language, undefined))}
            series={[
              { name: words.me, values: points.map((point) => point[mine]) },
              { name: firstName(otherOf(pair).name), values: points.map((point) => point[theirs]) },
            ]}
          />
        ))}
      </div>
    </Surface>
  )
}
