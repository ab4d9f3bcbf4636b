import { Text, makeStyles, tokens } from '@fluentui/react-components'
import { useSurroundings } from '../../lib/surroundings.tsx'
import { myData } from '../../lib/texts/my-data.ts'
import type { Line } from './said-lines.ts'

const useStyles = makeStyles({
  body: { padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}` },
  list: { margin: 0 },
  text: { margin: `0 0 ${tokens.spacingVerticalS}`, whiteSpace: 'pre-wrap' },
})

/** Lines under a title, unfolded by who wants to read them. */
export function Unfold({ title, lines }: { title: string; lines: Line[] }) {
  const { language } = useSurroundings()
  const styles = useStyles()
  return (
    <details>
      <summary>
        <Text>{title}</Text>
      </summary>
      <div className={styles.body}>
        {lines.length === 0 && <Text>{myData[language].nothing}</Text>}
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
    </details>
  )
}
