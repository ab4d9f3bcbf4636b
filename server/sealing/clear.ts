/** Reasons why a field is not sealed; the table in docs/security.md prints them. */
export const clear = {
  id: 'clear: an id, by which documents find each other',
  date: 'clear: a date or time, by which work is found, sorted and deleted',
  state: 'clear: a state or a choice out of a fixed list',
  number: 'clear: a number that counts, sorts or tells versions apart',
  mark: 'clear: a mark that is there or not',
  key: 'clear: a key that another key wraps, or a hash',
  code: 'clear: a code of a service',
} as const
