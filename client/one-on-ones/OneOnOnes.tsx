import { Spinner, Text, Title3, tokens } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import type { OneOnOnes as Overview } from '../../server/contract/pair.ts'
import { Notice } from '../components/Notice.tsx'
import type { Host } from '../hosts/host.ts'
import { failureOf, type Failure } from '../lib/api.ts'
import { momentInWords } from '../lib/dates.ts'
import { useSurroundings } from '../lib/surroundings.tsx'

/** My 1-on-1s: the coming conversations and the pairs I am in. */
export function OneOnOnes({ host }: { host: Host }) {
  const { api, texts, language } = useSurroundings()
  const [overview, setOverview] = useState<Overview | Failure | null>(null)
  useEffect(() => {
    api<Overview>('GET', '/api/one-on-ones')
      .then(setOverview, (error: unknown) => setOverview(failureOf(error, texts.unexpected)))
      .finally(() => host.ready())
  }, [api, host, texts])

  if (!overview) return <Spinner label={texts.loading} />
  if ('slug' in overview) {
    return <Notice {...overview} action={{ name: texts.retry, run: () => location.reload() }} />
  }
  return (
    <main style={{ padding: tokens.spacingHorizontalL }}>
      <Title3 as="h1">{texts.list.title}</Title3>
      <h2>{texts.list.coming}</h2>
      {overview.meetings.length === 0 && <Text>{texts.list.none}</Text>}
      <ul>
        {overview.meetings.map((meeting) => (
          <li key={meeting.iCalUId}>
            <Text weight="semibold">{meeting.other.name}</Text> ·{' '}
            {momentInWords(meeting.start, language, undefined)}
          </li>
        ))}
      </ul>
      <h2>{texts.list.pairs}</h2>
      <ul>
        {overview.pairs.map(({ pair, openCommitments, waiting }) => (
          <li key={pair.id}>
            <Text weight="semibold">{pair.myRole === 'coach' ? pair.employee.name : pair.coach.name}</Text> (
            {texts.list.withRole[pair.myRole]}) · {texts.list.open(openCommitments)}
            {waiting?.reason && <div>{texts.waiting[waiting.reason]}</div>}
          </li>
        ))}
      </ul>
    </main>
  )
}
