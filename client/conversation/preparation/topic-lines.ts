/** A topic a line; what people put before a line of a list is no part of it. */
export const topicsOf = (typed: string): string[] =>
  typed
    .split('\n')
    .map((line) => line.replace(/^\s*(?:[-*•–]|\d+[.)])\s+/, '').trim())
    .filter((line) => line)
