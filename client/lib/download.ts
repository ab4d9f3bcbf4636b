/** Gives somebody a file, as a link that is pressed would. */
export function download(name: string, content: string, type = 'application/json'): void {
  const url = URL.createObjectURL(new Blob([content], { type: `${type};charset=utf-8` }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The browser has taken it over by the next turn.
  setTimeout(() => URL.revokeObjectURL(url))
}

/** The same of data, as somebody can read it. */
export const downloadJson = (name: string, content: unknown): void =>
  download(name, JSON.stringify(content, null, 2))
