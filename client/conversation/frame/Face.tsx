import { Avatar, mergeClasses, makeStyles, tokens } from '@fluentui/react-components'

const useStyles = makeStyles({
  // Not here yet: an empty line around the initials, and no colour.
  away: {
    '& > span': {
      backgroundColor: 'transparent',
      border: `1px dashed ${tokens.colorNeutralStrokeAccessible}`,
    },
  },
})

/** The other's face: their initials, with a ring of their colour when they are in the same step. */
export function Face(props: { name: string; label: string; isHere: boolean; ring: string | null }) {
  const { name, label, isHere, ring } = props
  const styles = useStyles()
  return (
    <Avatar
      className={mergeClasses(!isHere && styles.away)}
      style={ring ? { boxShadow: `0 0 0 2px ${tokens.colorNeutralBackground1}, 0 0 0 4px ${ring}` } : {}}
      size={28}
      name={name}
      color={isHere ? 'colorful' : 'neutral'}
      role="img"
      aria-label={label}
      title={label}
    />
  )
}
