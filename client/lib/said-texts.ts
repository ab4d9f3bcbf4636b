import { bilingual } from '../../server/contract/bilingual.ts'

/** The questions to each about a conversation that is finished. */
export const saidTexts = bilingual({
  nl: {
    rate: 'Hoe was dit gesprek?',
    reflection: {
      title: 'Mijn minuut',
      talked: 'Hoeveel van de tijd was jij aan het woord?',
      asked: 'Vertelde (1) of vroeg (10) je?',
      listened: 'Hoe goed luisterde je?',
      summarised: 'Hoe vaak vatte je samen?',
      frames: 'Hoe duidelijk waren de kaders?',
    },
  },
  en: {
    rate: 'How was this conversation?',
    reflection: {
      title: 'My minute',
      talked: 'How much of the time did you talk?',
      asked: 'Did you tell (1) or ask (10)?',
      listened: 'How well did you listen?',
      summarised: 'How often did you summarise?',
      frames: 'How clear were the boundaries?',
    },
  },
})
