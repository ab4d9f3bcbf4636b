import { Text, makeStyles, tokens } from '@fluentui/react-components'
import type { Presence } from '../../server/contract/live.ts'
import { useSurroundings } from '../lib/surroundings.tsx'
import type { LiveState } from './live/session.ts'

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    color: tokens.colorNeutralForeground2,
  },
  unstored: { color: tokens.colorStatusDangerForeground3 },
  dot: {
    display: 'inline-block',
    width: '8px',
    height: '8px',
    marginInlineEnd: tokens.spacingHorizontalXS,
    borderRadius: tokens.borderRadiusCircular,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
  },
})

/** Where the other is, and how the notes stand. */
export function PresenceLine(props: {
  state: LiveState
  unstored: boolean
  otherName: string
  other: Presence | undefined
  title: (stepId: string | null) => string
}) {
  const { texts } = useSurroundings()
  const styles = useStyles()
  const { other, otherName, state } = props
  return (
    <div className={styles.root}>
      <Text size={200} aria-live="polite">
        <span className={styles.dot} style={other && { backgroundColor: other.color }} aria-hidden />
        {other ? texts.live.here(otherName, props.title(other.step)) : texts.live.alone(otherName)}
      </Text>
      <Text size={200} role="status">
        {texts.live[state]}
      </Text>
      <Text size={200} role="alert" className={styles.unstored}>
        {props.unstored && (state === 'full' ? texts.live.unstoredYet : texts.live.unstored)}
      </Text>
    </div>
  )
}
