/**
 * As much of a text as fits in so many UTF-16 units, ended between two characters as people see them: an emoji of a family, a
 * flag and a letter with its accents are one. Of a single one that is longer still, what fits.
 */
export function beginning(text: string, most: number): string {
  if (text.length <= most) return text
  // A character that begins beyond this is longer than any that people write.
  const near = text.slice(0, most + 100)
  const start = new Intl.Segmenter('nl', { granularity: 'grapheme' }).segment(near).containing(most)?.index
  return near.slice(0, start || most).replace(/[\uD800-\uDBFF]$/, '')
}
