import type { Entry, Paper } from './paper.ts'

/** The pack as plain text, to be pasted wherever it can be printed. */
export const paperText = ({ title, subtitle, period, state, sections }: Paper): string =>
  [
    [title, subtitle, period, state],
    ...sections.flatMap((section) => [[section.title], ...section.entries.map(entryText)]),
  ]
    .map((lines) => lines.join('\n'))
    .join('\n\n')

const entryText = ({ title, lines, table }: Entry): string[] => [
  title,
  ...lines.map(({ label, text }) => (label ? `${label}: ${text}` : text)),
  ...(table ? [table.head, ...table.rows].map((row) => row.join('\t')) : []),
]
