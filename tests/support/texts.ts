const asSigns = ['‹1›', '‹2›', '‹3›']

/** Every text by its path; a text with something filled in is called with signs that show where. */
export function flatTexts(texts: object, path = '', given = asSigns): [string, string][] {
  return Object.entries(texts).flatMap(([name, value]: [string, unknown]): [string, string][] => {
    const here = path ? `${path}.${name}` : name
    if (typeof value === 'function')
      return [[here, String((value as (...all: string[]) => string)(...given))]]
    if (typeof value === 'string') return [[here, value]]
    return value && typeof value === 'object' ? flatTexts(value, here, given) : []
  })
}

/** What is wrong with a text in two languages: missing in one, blank, filled in otherwise, or not translated. */
export function faultsIn(topic: { nl: object; en: object }, twins: ReadonlySet<string>): string[] {
  const dutch = new Map(flatTexts(topic.nl))
  const english = new Map(flatTexts(topic.en))
  const signs = (text: string) => JSON.stringify(text.match(/‹\d›|\$n/g)?.sort() ?? [])
  return [...new Set([...dutch.keys(), ...english.keys()])].flatMap((path) => {
    const [nl, en] = [dutch.get(path), english.get(path)]
    if (nl === undefined || en === undefined)
      return [`${path} is missing in ${nl === undefined ? 'nl' : 'en'}`]
    if (!nl.trim() || !en.trim()) return [`${path} is empty`]
    if (signs(nl) !== signs(en)) return [`${path} fills in other things`]
    // What only puts together what is filled in has no word in it.
    const hasWords = /\p{L}/u.test(nl)
    return nl === en && hasWords && !twins.has(nl) ? [`${path} is the same in both: ${nl}`] : []
  })
}

/** Texts in which a name from right to left would reorder what stands beside it, by their paths. */
export const notIsolated = (texts: object): string[] =>
  flatTexts(texts, '', ['דנה', 'דנה', 'דנה'])
    .filter(([, text]) => /[\u05d0-\u05ea]/.test(text.replace(/\u2068[^\u2069]*\u2069/g, '')))
    .map(([path]) => path)

/** Topics that stand the other way about: each text with its two languages. */
export const turned = (texts: Record<string, { nl: object | string; en: object | string }>) => ({
  nl: Object.fromEntries(Object.entries(texts).map(([name, { nl }]) => [name, nl])),
  en: Object.fromEntries(Object.entries(texts).map(([name, { en }]) => [name, en])),
})
