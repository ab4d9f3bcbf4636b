import { makeStyles } from '@fluentui/react-components'

const useStyles = makeStyles({
  root: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
})

/** The class of an element that a screen reader reads and nobody sees. */
export const useUnseen = (): string => useStyles().root

/** Words for who hears the screen; who sees it has them elsewhere. */
export function Unseen({ children }: { children: React.ReactNode }) {
  return <span className={useUnseen()}>{children}</span>
}
