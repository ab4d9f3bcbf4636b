/** How large a body may be that Groei reads or writes, and what work on it may cost: far above what people write there. */
export const inviteLimits = {
  /** UTF-8. */
  bytes: 512 * 1024,
  /** Elements, texts and comments in the tree, copies that the parser makes included. */
  nodes: 50_000,
  /** Elements that are open at once. */
  depth: 512,
  /** How long one piece of work may take, in milliseconds. */
  time: 3000,
  /** How much memory its thread may use, in MiB. */
  memory: 128,
}
export type InviteLimits = typeof inviteLimits

/**
 * A body to which Groei adds its section stays this much smaller: Exchange rewrites what it is given, and the section must
 * be found again and come out again.
 */
const room = 0.8
export const forWriting: InviteLimits = {
  ...inviteLimits,
  bytes: inviteLimits.bytes * room,
  nodes: inviteLimits.nodes * room,
  depth: inviteLimits.depth * room,
}

/** A body that is too large, too complicated or too slow to work on. */
export class TooLarge extends Error {
  override name = 'TooLarge'
}

/** @throws TooLarge */
export function checkBytes(content: string, { bytes }: Pick<InviteLimits, 'bytes'> = inviteLimits): void {
  if (Buffer.byteLength(content) > bytes) throw new TooLarge('bytes')
}
