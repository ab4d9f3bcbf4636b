import { bilingual } from '../../server/contract/bilingual.ts'

/** The question whether somebody on the invite is a person. */
export const personTexts = bilingual({
  nl: {
    title: (name: string) => `Is ${name} een persoon?`,
    detail: (address: string) =>
      `${address} staat in de uitnodiging, en kan van een app zijn die notities maakt. Dit vraagt Groei één keer voor jullie duo.`,
    reads: 'Een app op de uitnodiging leest mee wat jullie daarin delen. Groei noemt die voordat je deelt.',
    app: 'Nee, het is een app',
    person: 'Ja, een persoon',
    saidTitle: (name: string) => `Met ${name} erbij is dit geen 1-op-1`,
    saidDetail: (name: string) =>
      `Jullie zeiden dat ${name} een persoon is. Haal ${name} uit de uitnodiging, of zeg hier dat het toch een app is.`,
    after: 'Het is een app',
  },
  en: {
    title: (name) => `Is ${name} a person?`,
    detail: (address) =>
      `${address} is on the invite, and may belong to an app that takes notes. Groei asks this once for the two of you.`,
    reads: 'An app on the invite reads what you share there. Groei names it before you share.',
    app: 'No, it is an app',
    person: 'Yes, a person',
    saidTitle: (name) => `With ${name} this is not a 1-on-1`,
    saidDetail: (name) =>
      `You said that ${name} is a person. Remove ${name} from the invite, or say here that it is an app after all.`,
    after: 'It is an app',
  },
})
