/** As often as possible decoded, so that two spellings of one link are the same. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('&amp;', '&').replace(/%(?![0-9a-fA-F]{2})/g, '%25'))
  } catch {
    return text
  }
}

/**
 * Does a body that we are about to write keep the meeting blob? A body that loses the join link turns the
 * online meeting off (platform facts, event bodies).
 */
export function keepsMeetingBlob(before: string, after: string, joinUrl: string | null): boolean {
  if (!joinUrl) return true
  const link = decoded(joinUrl)
  const times = (body: string) => decoded(body).split(link).length - 1
  return times(after) === times(before)
}
