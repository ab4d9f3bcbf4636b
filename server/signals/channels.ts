import { channel } from 'node:diagnostics_channel'

/** A call to Graph. `operation`: method and path without ids. `status`: 0 when there was no answer. */
export type GraphCall = { operation: string; status: number; ms: number }

/** A command to MongoDB, without its values. */
export type DatabaseCommand = { command: string; collection: string; ms: number; isFailure: boolean }

/** Channels to whoever measures; where nobody listens nothing is made to be told. */
export const graphCalls = channel('groei.graph')
export const databaseCommands = channel('groei.database')
