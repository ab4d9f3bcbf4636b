import type { Entry, Paper, Table } from './paper.ts'

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => signs[sign] ?? '')

const style = `@page { size: A4; margin: 18mm }
body { font: 11pt/1.45 'Segoe UI', system-ui, sans-serif; color: #000; background: #fff; max-width: 174mm; margin: 0 auto; padding: 8mm; overflow-wrap: anywhere }
h1 { font-size: 20pt; margin: 0 } h2 { font-size: 14pt; margin: 8mm 0 3mm; border-bottom: 1px solid #767676 } h3 { font-size: 11pt; margin: 0 0 1mm }
p { margin: 0; white-space: pre-wrap } dl { margin: 0 } dl div { display: flex; gap: 3mm } dt { flex: 0 0 38mm; color: #444 } dd { margin: 0; white-space: pre-wrap }
table { border-collapse: collapse } th, td { text-align: left; padding: 1mm 5mm 1mm 0; border-bottom: 1px solid #ccc }
section > div { margin-bottom: 5mm; break-inside: avoid } h1, h2, h3 { break-after: avoid } tr { break-inside: avoid } p { orphans: 3; widows: 3 }
@media print { body { padding: 0; max-width: none } }`

/** A page on its own for whatever browser opens it: nothing runs in it, and it asks for nothing. */
export const paperHtml = (paper: Paper): string => `<!doctype html>
<html lang="${paper.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>${escaped(`${paper.title}: ${paper.subtitle}`)}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${escaped(paper.title)}</h1>
<p>${escaped(paper.subtitle)}</p>
<p>${escaped(paper.period)}</p>
<p>${escaped(paper.state)}</p>
${paper.sections.map(section).join('\n')}
</main>
</body>
</html>
`

const section = ({ title, entries }: Paper['sections'][number]): string =>
  `<section>\n<h2>${escaped(title)}</h2>\n${entries.map(entry).join('\n')}\n</section>`

function entry({ title, lines, table }: Entry): string {
  const unnamed = lines.filter(({ label }) => !label).map(({ text }) => `<p>${escaped(text)}</p>`)
  const named = lines
    .filter(({ label }) => label)
    .map(({ label, text }) => `<div><dt>${escaped(label)}</dt><dd>${escaped(text)}</dd></div>`)
  const list = named.length > 0 ? [`<dl>${named.join('')}</dl>`] : []
  return `<div>\n<h3>${escaped(title)}</h3>\n${[...unnamed, ...list, ...(table ? [tableHtml(table)] : [])].join('\n')}\n</div>`
}

const tableHtml = ({ head, rows }: Table): string => {
  const cells = (row: string[]) =>
    row.map((one, at) => (at === 0 ? `<th scope="row">${escaped(one)}</th>` : `<td>${escaped(one)}</td>`))
  return `<table><thead><tr>${head.map((one) => `<th scope="col">${escaped(one)}</th>`).join('')}</tr></thead><tbody>${rows
    .map((row) => `<tr>${cells(row).join('')}</tr>`)
    .join('')}</tbody></table>`
}
