import { parseFragment, serialize } from 'parse5'

/** Rougher than Exchange: all is parsed anew, each paragraph gets a div, each text a span, spaces become nbsp. */
export const roughlyMangled = (content: string): string =>
  `<html><head><meta charset="utf-8"></head><body><div class="x_WordSection1">${serialize(
    parseFragment(content),
  )
    .replace(/<!--.*?-->/gs, '')
    .replace(/ (id|class)="/g, ' $1="x_')
    .replace(/ data-[a-z-]+="[^"]*"/g, '')
    .replace(/<p( [^>]*)?>/g, '<div class="x_extra"><p$1>')
    .replaceAll('</p>', '</p></div>')
    .replace(
      />([^<]+)(?=<)/g,
      (_all, text: string) => `><span>${text.replace(/ · /g, '&nbsp;&middot;\u200b ')}</span>`,
    )}</div></body></html>`
