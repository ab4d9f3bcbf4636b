/** As Azure Key Vault says no ("Azure Key Vault REST API error codes"). */
export class VaultRefusal extends Error {
  override name = 'VaultRefusal'
  readonly status: number
  readonly code: string
  readonly inner: string | undefined
  constructor(status: number, code: string, message: string, inner?: string) {
    super(message)
    this.status = status
    this.code = code
    this.inner = inner
  }
}

export const errorBody = ({ code, message, inner }: VaultRefusal) => ({
  error: { code, message, ...(inner ? { innererror: { code: inner } } : {}) },
})
