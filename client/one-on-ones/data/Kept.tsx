import { Button, Text, makeStyles, tokens } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import type { MyData } from '../../../server/contract/my-data.ts'
import { sentenceOf } from '../../lib/api.ts'
import { dayOf } from '../../lib/dates.ts'
import { downloadJson } from '../../lib/download.ts'
import { useSurroundings } from '../../lib/surroundings.tsx'
import { myData } from '../../lib/texts/my-data.ts'
import { KeptPair } from './KeptPair.tsx'
import { KeptSelf } from './KeptSelf.tsx'

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalS, justifyItems: 'start', width: '100%' },
})

/** All that is kept about me, readable, and to be taken out as it is. */
export function Kept() {
  const { api, texts, language } = useSurroundings()
  const words = myData[language]
  const styles = useStyles()
  const [data, setData] = useState<MyData | null>(null)
  const [failed, setFailed] = useState('')
  useEffect(() => {
    api<MyData>('GET', '/api/me/data').then(setData, (error: unknown) => {
      setFailed(sentenceOf(error, texts))
    })
  }, [api, texts])
  if (!data) return <Text role="status">{failed || words.loading}</Text>
  const { me, pairs, retentionDays } = data
  return (
    <div className={styles.root}>
      <Button onClick={() => downloadJson(`groei-${dayOf(data.madeAt, undefined)}.json`, data)}>
        {words.download}
      </Button>
      <Text>{words.retention(String(retentionDays))}</Text>
      <KeptSelf me={me} />
      {pairs.length === 0 && <Text>{words.none}</Text>}
      {pairs.map((one) => (
        <KeptPair key={one.pair.id} kept={one} />
      ))}
    </div>
  )
}
