/** The product has ended instead of starting, and has said why. */
export class NotStarted extends Error {
  override name = 'NotStarted'
  constructor() {
    super('Groei did not start.')
  }
}
