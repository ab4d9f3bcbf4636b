/** Marks that directories put before a name, with or without a dash; others are in capitals before one. */
const marks = /^(?:ext(?:ern(?:al|e)?)?|guest|gast|inhuur|contractor)\b[\s:|.–-]*(?=\p{L})/iu
const capitals = /^\p{Lu}{2,8}(?::|\s+[-–|:])\s*(?=\p{L})/u
const inBrackets = /[([][^)\]]{0,60}[)\]]/g

/**
 * How people call each other. Directories that put the family name first do so with a comma ("Visser, Tom"), and some mark
 * who is of elsewhere ("EXT - Milan Bakker", "[Extern] Milan").
 */
export const firstName = (name: string): string => {
  const bare = name.replace(inBrackets, ' ').trim().replace(marks, '').replace(capitals, '')
  const given = bare.includes(',') ? (bare.split(',')[1] ?? bare) : bare
  return given.trim().split(/\s+/)[0] || name
}
