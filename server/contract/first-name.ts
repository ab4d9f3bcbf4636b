/** Marks that directories put before a name, with or without a dash; others are in capitals before one. */
const marks = /^(?:ext(?:ern(?:al|e)?)?|guest|gast|inhuur|contractor)\b[\s:|.–-]*(?=\p{L})/iu
const capitals = /^\p{Lu}{2,8}(?::|\s+[-–|:])\s*(?=\p{L})/u
/** Titles before a name; the short ones with a dot, for some are names. */
const titles = /^(?:(?:dr|drs|prof|mr|mrs|ms|mw|dhr|mevr)\b\.?|(?:ir|ing|mag|dipl)\.)\s*(?=\p{L})/iu
const inBrackets = /[([][^)\]]{0,60}[)\]]/g

/**
 * How people call each other. Directories that put the family name first do so with a comma ("Visser, Tom"), and some mark
 * who is of elsewhere ("EXT - Milan Bakker", "[Extern] Milan").
 */
export const firstName = (name: string): string => {
  const bare = name.replace(inBrackets, ' ').trim().replace(marks, '').replace(capitals, '')
  const given = bare.includes(',') ? (bare.split(',')[1] ?? bare) : bare
  let called = given.trim()
  for (let count = 0; count < 4 && titles.test(called); count += 1) called = called.replace(titles, '')
  return called.split(/\s+/)[0] || name
}
