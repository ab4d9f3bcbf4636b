import { Button, Text, makeStyles, tokens } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import type { MyData } from '../../../server/contract/my-data.ts'
import { failureOf } from '../../lib/api.ts'
import { dayOf } from '../../lib/dates.ts'
import { useSurroundings } from '../../lib/surroundings.tsx'
import { myData } from '../../lib/texts/my-data.ts'
import { KeptPair } from './KeptPair.tsx'

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
      const { title, detail } = failureOf(error, texts.unexpected)
      setFailed(`${title}. ${detail}`)
    })
  }, [api, texts])
  if (!data) return <Text role="status">{failed || words.loading}</Text>
  const { me, pairs, retentionDays } = data
  return (
    <div className={styles.root}>
      <Button onClick={() => takeOut(data)}>{words.download}</Button>
      <Text>{words.retention(String(retentionDays))}</Text>
      <Text>{words.settings(me.language ?? words.unknown, me.timeZone ?? words.unknown)}</Text>
      {pairs.length === 0 && <Text>{words.none}</Text>}
      {pairs.map((one) => (
        <KeptPair key={one.pair.id} kept={one} />
      ))}
    </div>
  )
}

/** Hands the browser a file; what is in it goes nowhere else. */
function takeOut(data: MyData): void {
  const url = URL.createObjectURL(new Blob([JSON.stringify(data, null, 2)], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = url
  link.download = `groei-${dayOf(data.madeAt, undefined)}.json`
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
