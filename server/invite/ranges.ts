import { holdsBlob, type Mark } from './sentinels.ts'

/** A stretch of the original characters. */
export type Range = { from: number; to: number }

export type Spot = { at: number; sure: boolean }

/** The contents of a body, before anything is changed. */
export type Found = {
  /** Its lines, as they are. */
  lines: string[]
  /** Whole sections, each with its lines as a reader sees them and the pieces of the original that are its own. */
  sections: { reference: string; text: string; pieces: Range[] }[]
  /** Where a new section may go, the best place first; `sure`: it can be found there again. */
  places: Spot[]
}

/**
 * A begin mark with the end mark that follows it at once. Any other mark in between means that somebody took
 * one of the two away: what is left is theirs.
 */
export const paired = <One extends Mark>(marks: One[]): [One, One][] =>
  marks.flatMap((begin, index) => {
    const end = marks[index + 1]
    return begin.kind === 'begin' && end?.kind === 'end' && end.reference === begin.reference
      ? [[begin, end]]
      : []
  })

/** A section with the meeting blob in it is left alone: the blob must stay (docs/platform-facts.md, Event bodies). */
export const withoutBlob = (content: string, pieces: Range[]): boolean =>
  !pieces.some(({ from, to }) => holdsBlob(content.slice(from, to)))

/** Puts the replacement where the first piece begins and takes all pieces out. */
export function spliced(content: string, pieces: Range[], replacement: string): string {
  const inOrder = [...pieces].sort((a, b) => a.from - b.from)
  let result = ''
  let at = 0
  for (const [index, { from, to }] of inOrder.entries()) {
    result += content.slice(at, Math.max(at, from)) + (index === 0 ? replacement : '')
    at = Math.max(at, to)
  }
  return result + content.slice(at)
}
