import type { Role } from '../contract/pair.ts'
import type { Both } from './data.ts'

/** The reflection is the coach's own: the employee neither writes one nor learns of it. */
export const mayWriteReflection = (role: Role): boolean => role === 'coach'

/** Each sees the other's rating when both gave one and both want that; either can change their mind. */
export const showEachOther = ({ mine, theirs }: Both): boolean =>
  mine?.rating?.showEachOther === true && theirs?.rating?.showEachOther === true
