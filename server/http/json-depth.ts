/**
 * Are arrays and objects of a JSON text nested deeper than this? Rules that walk through a body call themselves for each
 * level, and would run out of stack. The text need not be valid.
 */
export function isDeeperThan(limit: number, text: string): boolean {
  let depth = 0
  for (let at = 0; at < text.length; at += 1) {
    switch (text[at]) {
      case '"':
        at = endOfString(text, at)
        break
      case '[':
      case '{':
        depth += 1
        if (depth > limit) return true
        break
      case ']':
      case '}':
        depth -= 1
    }
  }
  return false
}

function endOfString(text: string, start: number): number {
  let at = start + 1
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1
  return at
}
