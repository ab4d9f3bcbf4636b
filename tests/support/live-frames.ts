/** A message as Hocuspocus frames it: the document's name, the type, and the rest. */
export const frame = (name: string, ...rest: number[]) =>
  new Uint8Array([name.length, ...new TextEncoder().encode(name), ...rest])

export const varUint = (value: number): number[] =>
  value < 128 ? [value] : [(value % 128) | 128, ...varUint(Math.floor(value / 128))]

export const varText = (text: string): number[] => {
  const bytes = new TextEncoder().encode(text)
  return [...varUint(bytes.length), ...bytes]
}

export const auth = (name: string, token: string) => frame(name, 2, 0, ...varText(token))
