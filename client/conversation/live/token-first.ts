import { HocuspocusProvider } from '@hocuspocus/provider'

type Sent = Parameters<HocuspocusProvider['send']>

/**
 * A connection on which the token goes first. The library sends what somebody types while their token is being fetched,
 * and the server ends a socket that begins with anything else. Nothing is lost by leaving it out: once the token was sent
 * the two tell each other what they lack.
 */
export class TokenFirst extends HocuspocusProvider {
  private told = false

  override async onOpen(event: Event): Promise<void> {
    this.told = false
    await super.onOpen(event)
  }

  override onClose(): void {
    this.told = false
    super.onClose()
  }

  override send(message: Sent[0], args: Sent[1]): void {
    if ('token' in args) this.told = true
    if (this.told) super.send(message, args)
  }
}
