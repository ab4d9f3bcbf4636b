/** A file for somebody to keep; `text`: the same in words, where the content is not what people read. */
export type GivenFile = { name: string; content: string; type: string; text?: string }

/** Data, as somebody can read them. */
export const jsonFile = (name: string, content: unknown): GivenFile => ({
  name,
  content: JSON.stringify(content, null, 2),
  type: 'application/json',
})

/** Gives somebody a file, as a link that is pressed would. Whether it was kept the page never hears. */
export function download({ name, content, type }: GivenFile): void {
  const url = URL.createObjectURL(new Blob([content], { type: `${type};charset=utf-8` }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The browser has taken it over by the next turn.
  setTimeout(() => URL.revokeObjectURL(url))
}
