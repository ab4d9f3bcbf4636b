/** The newest schema version that this code knows. */
export const known = 0
