import { Button, Text, makeStyles, tokens } from '@fluentui/react-components'
import { getMyData } from '../../../server/contract/my-data.ts'
import { FileBox } from '../../components/FileBox.tsx'
import { inWords } from '../../lib/api.ts'
import { dayOf } from '../../lib/dates.ts'
import { jsonFile } from '../../lib/download.ts'
import { useQuery } from '../../lib/query.ts'
import { useTexts } from '../../lib/app-context.tsx'
import { useFile } from '../../lib/useFile.ts'
import { KeptPair } from './KeptPair.tsx'
import { KeptSelf } from './KeptSelf.tsx'
import { myDataTexts } from './texts.ts'

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalS, justifyItems: 'start', width: '100%' },
})

/** All that is kept about me, readable, and to be taken out as it is. */
export function Kept() {
  const words = useTexts(myDataTexts)
  const styles = useStyles()
  const { given, give } = useFile()
  const { data, failure } = useQuery(getMyData, {})
  if (!data) return <Text role="status">{failure ? inWords(failure) : words.loading}</Text>
  const { me, pairs, retentionDays } = data
  return (
    <div className={styles.root}>
      <Button onClick={() => give(jsonFile(`groei-${dayOf(data.madeAt, undefined)}.json`, data))}>
        {words.download}
      </Button>
      <FileBox file={given} />
      <Text>{words.retention(String(retentionDays))}</Text>
      <KeptSelf me={me} />
      {pairs.length === 0 && <Text>{words.none}</Text>}
      {pairs.map((one) => (
        <KeptPair key={one.pair.id} kept={one} />
      ))}
    </div>
  )
}
