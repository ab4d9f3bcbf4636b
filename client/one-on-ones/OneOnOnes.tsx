import { Text, makeStyles, tokens } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import type { OneOnOnes as Overview } from '../../server/contract/pair.ts'
import { Notice } from '../components/Notice.tsx'
import { Waiting } from '../components/Waiting.tsx'
import type { Host } from '../hosts/host.ts'
import { failureOf, type Failure } from '../lib/api.ts'
import { momentInWords } from '../lib/dates.ts'
import { useSurroundings } from '../lib/surroundings.tsx'

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalL,
    maxWidth: '560px',
  },
  heading: { margin: 0 },
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'grid', gap: tokens.spacingVerticalS },
  quiet: { color: tokens.colorNeutralForeground2, display: 'block' },
})

/** My 1-on-1s: the coming conversations and the pairs I am in. */
export function OneOnOnes({ host }: { host: Host }) {
  const { api, texts, language } = useSurroundings()
  const styles = useStyles()
  const [overview, setOverview] = useState<Overview | Failure | null>(null)
  useEffect(() => {
    api<Overview>('GET', '/api/one-on-ones')
      .then(setOverview, (error: unknown) => setOverview(failureOf(error, texts.unexpected)))
      .finally(() => host.ready())
  }, [api, host, texts])

  if (!overview) return <Waiting words={texts.loading} />
  if ('slug' in overview) {
    const { title, detail } = overview
    return (
      <Notice title={title} detail={detail} action={{ name: texts.retry, run: () => location.reload() }} />
    )
  }
  return (
    <main className={styles.root}>
      <Text as="h1" size={500} weight="semibold" className={styles.heading}>
        {texts.list.title}
      </Text>
      <Text as="h2" size={400} weight="semibold" className={styles.heading}>
        {texts.list.pairs}
      </Text>
      <ul className={styles.list}>
        {overview.pairs.map(({ pair, openCommitments, waiting }) => (
          <li key={pair.id}>
            <Text weight="semibold">{pair[pair.myRole === 'coach' ? 'employee' : 'coach'].name}</Text>
            <Text size={200} className={styles.quiet}>
              {`${texts.list.withRole[pair.myRole]} · ${texts.list.open(openCommitments)}`}
            </Text>
            {waiting?.reason && <Text size={200}>{texts.waiting[waiting.reason]}</Text>}
          </li>
        ))}
      </ul>
      <Text as="h2" size={400} weight="semibold" className={styles.heading}>
        {texts.list.coming}
      </Text>
      {overview.meetings.length === 0 && <Text>{texts.list.none}</Text>}
      <ul className={styles.list}>
        {overview.meetings.map((meeting) => (
          <li key={meeting.iCalUId}>
            <Text weight="semibold">{meeting.other.name}</Text>
            <Text size={200} className={styles.quiet}>
              {momentInWords(meeting.start, language, undefined)}
            </Text>
          </li>
        ))}
      </ul>
    </main>
  )
}
