import { makeStyles, tokens } from '@fluentui/react-components'

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: tokens.shadow4,
    // A status without words takes no room.
    '& > [role="status"]:empty': { position: 'absolute' },
  },
})

/** The looks of a group, for what has a role of its own. */
export const useGroupStyle = () => useStyles().root

/** A named group. Fluent's Card would bring its keyboard groups along, 20 KB for a border. */
export function Group({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div role="group" aria-label={name} className={useGroupStyle()}>
      {children}
    </div>
  )
}
