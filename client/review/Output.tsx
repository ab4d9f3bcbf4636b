import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { getReviewFile, type Review } from '../../server/contract/review.ts'
import { Failed, Part, Row } from '../components/basics.tsx'
import { FileBox } from '../components/FileBox.tsx'
import { jsonFile, type GivenFile } from '../lib/download.ts'
import { useAppContext, useTexts } from '../lib/app-context.tsx'
import { paperHtml } from './paper-html.ts'
import { paperText } from './paper-text.ts'
import type { Paper } from './paper.ts'
import { reviewTexts } from './texts.ts'
import { useAction } from '../lib/useAction.ts'
import { useFile } from '../lib/useFile.ts'

/** The pack on paper, as a page that prints elsewhere, or as data. Frames of Teams and Outlook may do nothing, without a word. */
export function Output({ review, paper }: { review: Review; paper: Paper }) {
  const { api } = useAppContext()
  const words = useTexts(reviewTexts).output
  const { refused, run } = useAction()
  const { given, give } = useFile()
  /** Nothing tells whether a host let the page print. */
  const [isPrinted, setIsPrinted] = useState(false)
  const { from, to } = review.pack
  const name = `${words.name}-${from}-${to}`
  const asPage = {
    name: `${name}.html`,
    content: paperHtml(paper),
    type: 'text/html',
    text: paperText(paper),
  }
  const save = (file: GivenFile) => {
    setIsPrinted(false)
    give(file)
  }
  const data = () =>
    run(async () => {
      save(jsonFile(`${name}.json`, await api(getReviewFile, { params: { reviewId: review.id } })))
    })
  const print = () => {
    window.print()
    setIsPrinted(true)
  }
  return (
    <Part title={words.title}>
      <Row>
        <Button onClick={print}>{words.print}</Button>
        <Button onClick={() => save(asPage)}>{words.file}</Button>
        <Button onClick={() => void data()}>{words.data}</Button>
      </Row>
      <FileBox file={isPrinted ? asPage : given} says={isPrinted ? words.hint : undefined} />
      <Failed size={200}>{refused ?? ''}</Failed>
    </Part>
  )
}
