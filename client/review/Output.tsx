import { Button, Text, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { Review, ReviewFile } from '../../server/contract/review.ts'
import { failureOf } from '../lib/api.ts'
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

/** Gives the person a file, as a link that is pressed would. */
function download(name: string, type: string, content: string): void {
  const url = URL.createObjectURL(new Blob([content], { type: `${type};charset=utf-8` }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The browser has taken it over by the next turn.
  setTimeout(() => URL.revokeObjectURL(url))
}

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
      download(`${name}.json`, 'application/json', JSON.stringify(file, null, 2))
    } catch (error) {
      const { title, detail } = failureOf(error, general.unexpected)
      setFailed(`${title}. ${detail}`)
    }
  }
  return (
    <section className={styles.root} aria-label={words.title}>
      <Text as="h2" size={400} weight="semibold" className={styles.heading}>
        {words.title}
      </Text>
      <div className={styles.buttons}>
        <Button onClick={() => window.print()}>{words.print}</Button>
        <Button onClick={() => download(`${name}.html`, 'text/html', paperHtml(paper))}>{words.file}</Button>
        <Button onClick={() => void data()}>{words.data}</Button>
      </div>
      <Text size={200}>{words.hint}</Text>
      <Text role="alert" size={200} className={styles.failed}>
        {failed ?? ''}
      </Text>
    </section>
  )
}
