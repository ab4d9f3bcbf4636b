import { WebSocketStatus, type HocuspocusProvider } from '@hocuspocus/provider'
import {
  choiceOf,
  choiceText,
  fieldText,
  itemName,
  type ChoiceField,
  type ItemKind,
  type TextField,
} from '../../server/contract/live-fields.ts'
import { storedMessage } from '../../server/contract/live.ts'
import { until } from './until.ts'

type Joined = { provider: HocuspocusProvider; messages: string[] }
let asked = 1000

/** A follow-up or a commitment as somebody who joined has it before them. */
export function liveItem<Kind extends ItemKind>(
  { provider }: Joined,
  kind: Kind,
  id: string,
  by: 'coach' | 'employee',
) {
  const { document } = provider
  const choices = document.getMap<string>(itemName(kind, id))
  return {
    text: (field: TextField<Kind>) => document.getText(fieldText(kind, id, field)),
    choose: (field: ChoiceField<Kind>, value: string, as: string = by) =>
      choices.set(field, choiceText({ value, by: as as 'coach' })),
    chosen: (field: ChoiceField<Kind>) => choiceOf(kind, field, choices.get(field)),
  }
}

/** Connects after a cut. The library takes no call as long as the socket before is still closing. */
export async function connectAgain({ provider }: Pick<Joined, 'provider'>): Promise<void> {
  const socket = provider.configuration.websocketProvider
  await until(() => Promise.resolve(socket.status === WebSocketStatus.Disconnected ? true : null))
  void provider.connect()
}

/** Waits until the server says that all that was typed is stored. */
export async function stored({ provider, messages }: Joined): Promise<void> {
  const question = storedMessage((asked += 1))
  // What is asked while the connection is away is asked of nobody.
  await until(async () => {
    if (provider.isSynced) provider.sendStateless(question)
    return messages.includes(question) ? true : null
  })
}
