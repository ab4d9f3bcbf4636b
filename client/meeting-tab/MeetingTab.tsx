import { Button, Text, makeStyles, tokens } from '@fluentui/react-components'
import { useEffect } from 'react'
import type { Host } from '../hosts/host.ts'
import type { Language } from '../../server/contract/shape.ts'
import { Bullets, Heading } from '../components/basics.tsx'
import { meetingTabTexts } from './texts.ts'

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalL,
    maxWidth: '560px',
  },
})

/**
 * The tab that everybody in a meeting shares, and the dialog that adds it: the same for all who look, and nothing
 * of anybody (docs/platform-facts.md, Pages in Teams and Outlook). It asks no server for anything.
 */
export function MeetingTab({ host, language }: { host: Host; language: Language }) {
  const styles = useStyles()
  const words = meetingTabTexts[language]
  useEffect(() => host.ready(), [host])
  const { openPersonalTab } = host
  return (
    <main className={styles.root}>
      <Heading as="h1" size={500}>
        {words.title}
      </Heading>
      <Text>{words.intro}</Text>
      <Bullets lines={words.steps} />
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
