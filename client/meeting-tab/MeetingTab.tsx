import { Button, Text, makeStyles, tokens } from '@fluentui/react-components'
import { useEffect } from 'react'
import type { Host } from '../hosts/host.ts'
import { useSurroundings } from '../lib/surroundings.tsx'

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalL,
    maxWidth: '560px',
  },
  heading: { margin: 0 },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
})

/**
 * The tab that everybody in a meeting shares, and the dialog that adds it: the same for all who look, and nothing
 * of anybody (platform facts, "Store and shell"). It asks no server for anything.
 */
export function MeetingTab({ host }: { host: Host }) {
  const { texts } = useSurroundings()
  const styles = useStyles()
  const words = texts.meetingTab
  useEffect(() => host.ready(), [host])
  const { openPersonalTab } = host
  return (
    <main className={styles.root}>
      <Text as="h1" size={500} weight="semibold" className={styles.heading}>
        {words.title}
      </Text>
      <Text>{words.intro}</Text>
      <ul className={styles.list}>
        {words.steps.map((step) => (
          <li key={step}>
            <Text>{step}</Text>
          </li>
        ))}
      </ul>
      <Text size={200}>{words.privacy}</Text>
      {host.place === 'configure' && <Text weight="semibold">{words.save}</Text>}
      {host.place === 'meeting-tab' && openPersonalTab && (
        <Button appearance="primary" onClick={() => void openPersonalTab()}>
          {words.open}
        </Button>
      )}
    </main>
  )
}
