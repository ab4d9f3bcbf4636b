import { Button, Text, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { Review, ReviewFile } from '../../server/contract/review.ts'
import { sentenceOf } from '../lib/api.ts'
import { download, downloadJson } from '../lib/download.ts'
import { useSurroundings } from '../lib/surroundings.tsx'
import { review as texts } from '../lib/texts/review.ts'
import { paperHtml } from './paper-html.ts'
import type { Paper } from './paper.ts'

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalS },
  heading: { margin: 0 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  failed: { color: tokens.colorStatusDangerForeground1 },
})

/** The pack on paper, as a page that prints elsewhere, or as data. Frames of Teams and Outlook may refuse to print. */
export function Output({ review, paper }: { review: Review; paper: Paper }) {
  const { api, language, texts: general } = useSurroundings()
  const words = texts[language].output
  const styles = useStyles()
  const [failed, setFailed] = useState<string | null>(null)
  const { from, to } = review.pack
  const name = `${words.name}-${from}-${to}`
  const data = async () => {
    setFailed(null)
    try {
      const file = await api<ReviewFile>('GET', `/api/reviews/${review.id}/export`)
      downloadJson(`${name}.json`, file)
    } catch (error) {
      setFailed(sentenceOf(error, general))
    }
  }
  return (
    <section className={styles.root} aria-label={words.title}>
      <Text as="h2" size={400} weight="semibold" className={styles.heading}>
        {words.title}
      </Text>
      <div className={styles.buttons}>
        <Button onClick={() => window.print()}>{words.print}</Button>
        <Button onClick={() => download(`${name}.html`, paperHtml(paper), 'text/html')}>{words.file}</Button>
        <Button onClick={() => void data()}>{words.data}</Button>
      </div>
      <Text size={200}>{words.hint}</Text>
      <Text role="alert" size={200} className={styles.failed}>
        {failed ?? ''}
      </Text>
    </section>
  )
}
