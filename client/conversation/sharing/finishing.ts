/** How the last screen stands, and what is done there. */
export type Finishing = {
  /** Is the result shown, and not the form? */
  isResult: boolean
  /** The one who finished it just now, as far as that was seen here. */
  by: 'me' | 'other' | null
  onFinish: () => void
  /** Back to the form: something is to be changed. */
  onChange: () => void
}
