/** The words of a review pack by which tests find its parts. */
export const reviewWords = {
  'nl-nl': {
    open: (name: string) => `Periodeoverzicht met ${name}`,
    begin: 'Periode openen',
    periods: 'Eerdere perioden',
    paper: 'Periodeoverzicht',
    file: 'Bewaren als bestand',
    print: 'Afdrukken of PDF maken',
    toRead: '3. Lezen en delen',
  },
  'en-us': {
    open: (name: string) => `Review pack with ${name}`,
    begin: 'Open period',
    periods: 'Earlier periods',
    paper: 'Review pack',
    file: 'Save as a file',
    print: 'Print or make a PDF',
    toRead: '3. Read and share',
  },
}
export type Language = keyof typeof reviewWords
