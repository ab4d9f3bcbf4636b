import { Button, Text, makeStyles, tokens } from '@fluentui/react-components'

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalL,
  },
})

/** A whole page in words: what is the matter, and the one thing to do about it. */
export function Notice(props: {
  title: string
  detail: string
  action?: { name: string; run: () => void } | undefined
}) {
  const styles = useStyles()
  return (
    <main className={styles.root} role="main">
      <Text as="h1" size={400} weight="semibold">
        {props.title}
      </Text>
      <Text role="status">{props.detail}</Text>
      {props.action && (
        <Button appearance="primary" onClick={props.action.run}>
          {props.action.name}
        </Button>
      )}
    </main>
  )
}
