import type { Host } from './host.ts'

/** Every path at which Groei opens today belongs to Teams. What one host needs the other does not load. */
export const findHost = (): Promise<Host> => import('./teams.ts').then((one) => one.teamsHost())
