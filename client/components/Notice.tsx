import { Heading, Quiet } from './basics.tsx'
import { Button, Text, makeStyles, tokens } from '@fluentui/react-components'

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalL,
    maxWidth: '480px',
    overflowWrap: 'anywhere',
  },
})

/** A whole page in words: what is the matter, and the one thing to do about it. */
export function Notice(props: {
  title: string
  detail: string
  small?: string | undefined
  action?: { name: string; run: () => void } | undefined
}) {
  const styles = useStyles()
  return (
    <main className={styles.root}>
      <Heading as="h1" size={500}>
        {props.title}
      </Heading>
      <Text role="status">{props.detail}</Text>
      {props.action && (
        <Button appearance="primary" onClick={props.action.run}>
          {props.action.name}
        </Button>
      )}
      {props.small && <Quiet>{props.small}</Quiet>}
    </main>
  )
}
