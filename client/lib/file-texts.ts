import { bilingual } from '../../server/contract/bilingual.ts'

/** A file that somebody asked for, and its text where the file does not come. */
export const fileTexts = bilingual({
  nl: {
    given: (name: string) =>
      `${name} is gemaakt. Staat het niet bij je downloads? Kopieer dan hieronder de tekst.`,
    notKept: (name: string) =>
      `Teams bewaart op een telefoon geen bestanden. Kopieer hieronder de tekst van ${name}, of maak het bestand op je computer.`,
    textOf: (name: string) => `Tekst van ${name}`,
    copy: 'Tekst kopiëren',
    copied: 'Gekopieerd.',
    selected: 'De tekst is geselecteerd. Kopieer die met Ctrl+C, op een Mac met ⌘C.',
  },
  en: {
    given: (name) => `${name} was made. Is it not among your downloads? Then copy the text below.`,
    notKept: (name) =>
      `Teams keeps no files on a phone. Copy the text of ${name} below, or make the file on your computer.`,
    textOf: (name) => `Text of ${name}`,
    copy: 'Copy the text',
    copied: 'Copied.',
    selected: 'The text is selected. Copy it with Ctrl+C, or ⌘C on a Mac.',
  },
})
