/** How long a change waits before it is stored, with what comes meanwhile; milliseconds. */
export const storeAfter = 500

/** One document is stored in so many milliseconds. */
const each = 6

/** How soon the next few are stored, and for each document that waits so much later; milliseconds. */
const nextAfter = 20
const nextLater = 0.1

/** Milliseconds until the next few of so many waiting documents are stored. */
export const pauseOf = (waiting: number): number => nextAfter + nextLater * waiting

/**
 * How many of so many waiting documents are stored at once. Each has its turn, and there is no crowd when many become due in one
 * moment: a key would wait behind it.
 */
export const placesOf = (waiting: number): number => Math.ceil(pauseOf(waiting) / each)
