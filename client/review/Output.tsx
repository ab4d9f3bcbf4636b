import { Button, Text } from '@fluentui/react-components'
import { getReviewFile, type Review } from '../../server/contract/review.ts'
import { Failed, Part, Row } from '../components/basics.tsx'
import { download, downloadJson } from '../lib/download.ts'
import { useAppContext, useTexts } from '../lib/app-context.tsx'
import { paperHtml } from './paper-html.ts'
import type { Paper } from './paper.ts'
import { reviewTexts } from './texts.ts'
import { useAction } from '../lib/useAction.ts'

/** The pack on paper, as a page that prints elsewhere, or as data. Frames of Teams and Outlook may refuse to print. */
export function Output({ review, paper }: { review: Review; paper: Paper }) {
  const { api } = useAppContext()
  const words = useTexts(reviewTexts).output
  const { refused, run } = useAction()
  const { from, to } = review.pack
  const name = `${words.name}-${from}-${to}`
  const data = () =>
    run(async () => {
      downloadJson(`${name}.json`, await api(getReviewFile, { params: { reviewId: review.id } }))
    })
  return (
    <Part title={words.title}>
      <Row>
        <Button onClick={() => window.print()}>{words.print}</Button>
        <Button onClick={() => download(`${name}.html`, paperHtml(paper), 'text/html')}>{words.file}</Button>
        <Button onClick={() => void data()}>{words.data}</Button>
      </Row>
      <Text size={200}>{words.hint}</Text>
      <Failed size={200}>{refused ?? ''}</Failed>
    </Part>
  )
}
