import { GraphFailure } from './failure.ts'

/**
 * An id as one segment of Graph's path, and never as a step in it: `..` would lead to another resource. What cannot
 * be an id is as absent as an unknown one.
 * @throws GraphFailure
 */
export function segment(id: string): string {
  if (!id.isWellFormed() || id === '.' || id === '..') throw new GraphFailure('not-found', 'no-id')
  return encodeURIComponent(id)
}
