import { Button, Text, makeStyles, tokens } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import { useAppContext, useTexts } from '../../lib/app-context.tsx'
import { privacyTexts } from '../../lib/privacy-texts.ts'
import { remember, seenTips } from '../tips/seen.ts'

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'flex-end',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  words: { flex: '1 1 140px' },
})

/** A warning about special categories of data, until the person has understood it. It stays in the information. */
export function SpecialDataOnce() {
  const { api } = useAppContext()
  const words = useTexts(privacyTexts)
  const styles = useStyles()
  const [isNew, setNew] = useState(false)
  useEffect(() => {
    // The warning is not shown when the answer cannot be read: it is in the information too.
    void seenTips(api).then(
      (seen) => setNew(!seen.has('special-data')),
      () => undefined,
    )
  }, [api])
  if (!isNew) return null
  return (
    <div role="note" className={styles.root}>
      <Text size={200} className={styles.words}>
        {words.special}
      </Text>
      <Button
        size="small"
        onClick={() => {
          setNew(false)
          void remember(api, 'special-data')
        }}
      >
        {words.understood}
      </Button>
    </div>
  )
}
