import { Button, Text, makeStyles, tokens } from '@fluentui/react-components'
import { useCallback, useEffect, useState } from 'react'
import type { Pair } from '../../../server/contract/pair.ts'
import { useSurroundings } from '../../lib/surroundings.tsx'
import { myData } from '../../lib/texts/my-data.ts'
import { Kept } from './Kept.tsx'
import { Leave } from './Leave.tsx'
import { PairItem } from './PairItem.tsx'

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalS, justifyItems: 'start' },
  heading: { margin: 0 },
  list: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    display: 'grid',
    gap: tokens.spacingVerticalM,
    width: '100%',
  },
})

/** Your data: what is kept, who read or changed it, and ending or deleting it. */
export function YourData({ onChanged, onLeft }: { onChanged: () => void; onLeft: () => void }) {
  const { api, language } = useSurroundings()
  const words = myData[language]
  const styles = useStyles()
  const [pairs, setPairs] = useState<Pair[]>([])
  const [shown, setShown] = useState(false)
  const [done, setDone] = useState(false)
  const load = useCallback(
    // The list above has said what is the matter, if anything is.
    () => api<Pair[]>('GET', '/api/pairs').then(setPairs, () => undefined),
    [api],
  )
  useEffect(() => {
    void load()
  }, [load])
  const changed = () => {
    setShown(false)
    setDone(true)
    void load()
    onChanged()
  }
  return (
    <section className={styles.root} aria-label={words.title}>
      <Text as="h2" size={400} weight="semibold" className={styles.heading}>
        {words.title}
      </Text>
      <Text>{words.intro}</Text>
      <Text>{words.sealed}</Text>
      <Text>{words.source}</Text>
      <Button aria-expanded={shown} onClick={() => setShown(!shown)}>
        {shown ? words.hide : words.show}
      </Button>
      {shown && <Kept />}
      {pairs.length > 0 && (
        <Text as="h3" size={300} weight="semibold" className={styles.heading}>
          {words.pairs}
        </Text>
      )}
      <ul className={styles.list}>
        {pairs.map((pair) => (
          <PairItem key={pair.id} pair={pair} onChanged={changed} />
        ))}
      </ul>
      <Text role="status">{done ? words.deleted : ''}</Text>
      <Leave onLeft={onLeft} />
    </section>
  )
}
