import { MessageActivityInput } from '@microsoft/teams.api'
import type { AdaptiveCard } from '@microsoft/teams.cards'

/** A message that is a card. `summary` is what a notification on a phone shows. */
export function cardActivity(card: AdaptiveCard, summary = 'Groei'): MessageActivityInput {
  const message = new MessageActivityInput()
  message.addCard('adaptive', card)
  return Object.assign(message, { summary })
}
