/**
 * Index keys as bytes that sort as MongoDB sorts values: missing and null, numbers, strings, booleans, dates
 * (manual, "BSON Types > Comparison/Sort Order").
 */
const tag = { none: 0x05, number: 0x10, string: 0x20, boolean: 0x40, date: 0x50 } as const

/** Above every tag: a key with this behind it lies after all keys that begin with it. */
export const above = Buffer.from([0xff])

function ordered(value: number): Buffer {
  const bytes = Buffer.alloc(8)
  // −0 and 0 are one value.
  bytes.writeDoubleBE(value + 0)
  if (bytes.readUInt8(0) & 0x80) for (let i = 0; i < 8; i += 1) bytes[i] = ~(bytes[i] ?? 0) & 0xff
  else bytes[0] = (bytes[0] ?? 0) | 0x80
  return bytes
}

/** @throws TypeError for a value that no index of ours holds */
export function encode(value: unknown): Buffer {
  if (value === null || value === undefined) return Buffer.from([tag.none])
  if (typeof value === 'number') return Buffer.concat([Buffer.from([tag.number]), ordered(value)])
  if (typeof value === 'boolean') return Buffer.from([tag.boolean, Number(value)])
  if (value instanceof Date) return Buffer.concat([Buffer.from([tag.date]), ordered(value.getTime())])
  if (typeof value === 'string') {
    // A zero byte inside a string is escaped, so that two of them can end it.
    const text = Buffer.from(value.replaceAll('\0', '\0\u0001'), 'utf8')
    return Buffer.concat([Buffer.from([tag.string]), text, Buffer.from([0, 0])])
  }
  throw new TypeError(`A value of type ${typeof value} cannot be indexed`)
}

/** First and one-past-last key of all values of the same type as `value`. */
export function bracket(value: unknown): [Buffer, Buffer] {
  const first = encode(value)[0] ?? 0
  return [Buffer.from([first]), Buffer.from([first + 1])]
}

/** The values of a dotted path; an array gives one for each of its elements. */
function valuesAt(document: unknown, path: string[]): unknown[] {
  if (Array.isArray(document)) {
    const [first = ''] = path
    const element: unknown = /^\d+$/.test(first) ? document[Number(first)] : undefined
    if (element !== undefined) return valuesAt(element, path.slice(1))
    return document.length === 0 ? [undefined] : document.flatMap((one: unknown) => valuesAt(one, path))
  }
  const [first, ...rest] = path
  if (first === undefined) return [document]
  if (document === null || typeof document !== 'object' || document instanceof Date) return [undefined]
  return valuesAt((document as Record<string, unknown>)[first], rest)
}

/** The keys of one document in an index over these fields. */
export function keysOf(document: unknown, fields: string[]): Buffer[] {
  let keys = [Buffer.alloc(0)]
  for (const field of fields) {
    const values = valuesAt(document, field.split('.')).map(encode)
    keys = keys.flatMap((key) => values.map((value) => Buffer.concat([key, value])))
  }
  return [...new Map(keys.map((key) => [key.toString('hex'), key])).values()]
}
