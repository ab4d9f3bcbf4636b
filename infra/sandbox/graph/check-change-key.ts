import type { Held } from '../calendar/mailbox.ts'
import { GraphRefusal } from './refusal.ts'

/** `If-Match`: an event that changed meanwhile is not written over. */
export function checkChangeKey(ifMatch: string | undefined, event: Held): void {
  if (!ifMatch || ifMatch === '*' || ifMatch === `W/"${event.changeKey}"`) return
  throw new GraphRefusal(
    412,
    'ErrorIrresolvableConflict',
    'The send or update operation could not be performed because the change key passed in the request does not match the current change key for the item.',
  )
}
