import type { Host } from './host.ts'

/** Outlook opens `/pane`, Teams everything else. What one host needs the other does not load. */
export const findHost = (): Promise<Host> =>
  location.pathname === '/pane'
    ? import('./outlook.ts').then((one) => one.outlookHost())
    : import('./teams.ts').then((one) => one.teamsHost())
