/** Asked of whoever chose higher: "what makes it not a 3?" */
const usual = 3

/** The number that an answer is held against: a 3, or of a low one the next below; null of a 1. */
export const lowerThan = (value: number): number | null =>
  value > usual ? usual : value > 1 ? value - 1 : null

/** One point more; null of a 10. */
export const higherThan = (value: number): number | null => (value < 10 ? value + 1 : null)
