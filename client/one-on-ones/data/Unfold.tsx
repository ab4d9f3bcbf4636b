import { Text, makeStyles, tokens } from '@fluentui/react-components'
import { Fold } from '../../components/Fold.tsx'
import { useTexts } from '../../lib/app-context.tsx'
import type { Line } from './said-lines.ts'
import { myDataTexts } from './texts.ts'

const useStyles = makeStyles({
  body: { padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}` },
  list: { margin: 0 },
  text: { margin: `0 0 ${tokens.spacingVerticalS}`, whiteSpace: 'pre-wrap' },
})

/** Lines under a title, unfolded by who wants to read them. */
export function Unfold({ title, lines }: { title: string; lines: Line[] }) {
  const words = useTexts(myDataTexts)
  const styles = useStyles()
  return (
    <Fold title={title}>
      <div className={styles.body}>
        {lines.length === 0 && <Text>{words.nothing}</Text>}
        <dl className={styles.list}>
          {lines.map(({ label, text }, at) => (
            <div key={`${at} ${label}`}>
              <dt>
                <Text size={200}>{label}</Text>
              </dt>
              <dd className={styles.text}>
                <Text>{text}</Text>
              </dd>
            </div>
          ))}
        </dl>
      </div>
    </Fold>
  )
}
