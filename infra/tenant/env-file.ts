/** The text of an env file with these values; a line that is not there yet comes at the end. */
export function withValues(text: string, values: Record<string, string>): string {
  let next = text
  for (const [name, value] of Object.entries(values)) {
    const line = new RegExp(`^${name}=.*$`, 'm')
    next = line.test(next)
      ? next.replace(line, () => `${name}=${value}`)
      : `${next}${next === '' || next.endsWith('\n') ? '' : '\n'}${name}=${value}\n`
  }
  return next
}
