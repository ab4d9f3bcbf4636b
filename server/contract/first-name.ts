/** How people call each other. Directories that put the family name first do so with a comma: "Visser, Tom". */
export const firstName = (name: string): string => {
  const given = name.includes(',') ? (name.split(',')[1] ?? name) : name
  return given.trim().split(/\s+/)[0] || name
}
