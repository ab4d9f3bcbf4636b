import type { GivenFile } from './download.ts'

/**
 * Copies a file's text, formatted where it is a page. The command is old, and the one way that needs no permission of the host
 * around the frame; where it is refused the text stays selected.
 */
export function copyFile(field: HTMLTextAreaElement, { content, type, text }: GivenFile): boolean {
  const fill = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text ?? content)
    if (type === 'text/html') event.clipboardData?.setData('text/html', content)
    event.preventDefault()
  }
  field.focus()
  field.select()
  document.addEventListener('copy', fill, { once: true, capture: true })
  try {
    return document.execCommand('copy')
  } finally {
    document.removeEventListener('copy', fill, { capture: true })
  }
}
