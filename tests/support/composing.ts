import type { Panel } from './panels.ts'

/** What somebody has before them while they compose 日本語, key by key. */
export const steps = ['n', 'に', 'にh', 'にほ', 'にほn', 'にほん', 'にほんg', 'にほんご']

/** An input method, as the browser hears one: for Japanese, Korean and Chinese, and for accents. */
export async function inputMethod({ context, page }: Panel) {
  const browser = await context.newCDPSession(page)
  const compose = (text: string) =>
    browser.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
  return {
    async compose(...texts: string[]) {
      for (const text of texts) await compose(text)
    },
    commit: (text: string) => browser.send('Input.insertText', { text }),
  }
}
