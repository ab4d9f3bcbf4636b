import { Text, makeStyles, tokens } from '@fluentui/react-components'
import { useTexts } from '../lib/app-context.tsx'
import { commonTexts } from '../lib/texts.ts'

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalM, padding: tokens.spacingHorizontalM },
  bar: {
    height: '14px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralStencil1,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    animationName: { '50%': { opacity: 0.5 } },
    animationDuration: '1.6s',
    animationIterationCount: 'infinite',
    '@media (prefers-reduced-motion: reduce)': { animationName: 'none' },
  },
})

/** The shape of what is coming, and in words that it is. */
export function Waiting(props: { words: string; lines?: number[] }) {
  const styles = useStyles()
  return (
    <div className={styles.root}>
      <Text role="status">{props.words}</Text>
      {(props.lines ?? [60, 95, 85, 40]).map((width, at) => (
        <div key={at} className={styles.bar} style={{ width: `${width}%` }} aria-hidden />
      ))}
    </div>
  )
}

/** The same in the words that are right on any page. */
export const Loading = () => <Waiting words={useTexts(commonTexts).loading} />
