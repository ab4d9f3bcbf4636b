import { Button, Text } from '@fluentui/react-components'
import { useState } from 'react'
import { getPairs } from '../../../server/contract/pair.ts'
import { Heading, List, Part } from '../../components/basics.tsx'
import { inWords } from '../../lib/api.ts'
import { useQuery } from '../../lib/query.ts'
import { useTexts } from '../../lib/app-context.tsx'
import { Kept } from './Kept.tsx'
import { Leave } from './Leave.tsx'
import { PairItem } from './PairItem.tsx'
import { myDataTexts } from './texts.ts'

/** Your data: what is kept, who read or changed it, and ending or deleting it. */
export function YourData({ onChanged, onLeft }: { onChanged: () => void; onLeft: () => void }) {
  const words = useTexts(myDataTexts)
  const { data, failure, reload } = useQuery(getPairs, {})
  const pairs = data ?? []
  const [shown, setShown] = useState(false)
  const [done, setDone] = useState(false)
  const changed = () => {
    setShown(false)
    setDone(true)
    void reload()
    onChanged()
  }
  return (
    <Part title={words.title} isNarrow>
      <Text>{words.intro}</Text>
      <Text>{words.sealed}</Text>
      <Text>{words.source}</Text>
      <Button aria-expanded={shown} onClick={() => setShown(!shown)}>
        {shown ? words.hide : words.show}
      </Button>
      {shown && <Kept />}
      {!data && failure && <Text role="alert">{inWords(failure)}</Text>}
      {pairs.length > 0 && <Heading as="h3">{words.pairs}</Heading>}
      <div style={{ width: '100%' }}>
        <List>
          {pairs.map((pair) => (
            <PairItem key={pair.id} pair={pair} onChanged={changed} />
          ))}
        </List>
      </div>
      <Text role="status">{done ? words.deleted : ''}</Text>
      <Leave onLeft={onLeft} />
    </Part>
  )
}
