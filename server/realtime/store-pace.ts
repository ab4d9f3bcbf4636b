/** How long a change waits before it is stored, with what comes meanwhile; milliseconds. */
export const storeAfter = 500

/** All that wait are stored within so much longer for each of them, one after the other; milliseconds. */
const longer = 7

/** How soon the next few are stored; milliseconds. Later when more wait, for a command that stores several costs less. */
const nextAfter = 20
const nextLater = 0.5
const nextAtLast = 70

/** Milliseconds until the next few of so many waiting documents are stored. */
export const pauseOf = (waiting: number): number => Math.min(nextAfter + nextLater * waiting, nextAtLast)

/**
 * How many of so many waiting documents are stored at once. Each has its turn, and there is no crowd when many become due in one
 * moment: a key would wait behind it.
 */
export const placesOf = (waiting: number): number =>
  Math.ceil((waiting * pauseOf(waiting)) / (storeAfter + longer * waiting))
