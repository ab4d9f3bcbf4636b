/** Reasons why a field is not sealed; the table in docs/security.md prints them. */
export const clear = {
  id: 'clear: id, links documents',
  date: 'clear: date, work is found and deleted by it',
  state: 'clear: state or choice of a fixed list',
  number: 'clear: number, counts or sorts',
  mark: 'clear: mark, there or not',
  key: 'clear: wrapped key or hash',
  code: 'clear: code of a service',
} as const
