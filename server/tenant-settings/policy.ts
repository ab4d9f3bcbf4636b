/** The app role in the registration of Groei, given to people in the enterprise application. */
export const adminRole = 'Groei.Admin'

/** Who may change what holds for the whole organisation. It opens nobody's conversations. */
export const isAdmin = (person: { roles?: string[] }): boolean => person.roles?.includes(adminRole) ?? false
