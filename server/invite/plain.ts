import { paired, withoutBlob, type Found } from './ranges.ts'
import { markOf, seenLines, type Mark } from './sentinels.ts'

/** The blank line that `mergeSection` puts between a person's text and a new section, and `removeSection` takes out. */
export const separator = '\n\n'

/** The sections of a plain text body: from the line with the begin mark to the line with the end mark. */
export function findInText(content: string): Found {
  const marks: (Mark & { from: number; to: number })[] = []
  let at = 0
  const lines = content.split('\n')
  for (const line of lines) {
    const mark = markOf(line)
    if (mark) marks.push({ ...mark, from: at, to: at + line.replace(/\r$/, '').length })
    at += line.length + 1
  }
  const sections = paired(marks).flatMap(([begin, end]) => {
    const pieces = [{ from: begin.from, to: end.to }]
    const text = seenLines(content.slice(begin.from, end.to).split('\n'))
    return withoutBlob(content, pieces) ? [{ reference: begin.reference, text, pieces }] : []
  })
  return { lines, sections, places: [{ at: content.length, sure: true }] }
}
