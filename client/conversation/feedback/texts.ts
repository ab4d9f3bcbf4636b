import { bilingual } from '../../../server/contract/bilingual.ts'

/** A rating for a conversation, and the other’s. */
export const feedbackTexts = bilingual({
  nl: {
    title: 'Hoe was dit gesprek voor jou?',
    stars: ['1: slecht', '2: zwak', '3: goed genoeg', '4: goed', '5: heel goed'],
    mine: (star: string) => `Jouw cijfer was ${star}.`,
    noRating: 'Je gaf dit gesprek geen cijfer.',
    mineAlone: 'Alleen jij ziet dit',
    both: 'Jullie zien elkaars sterren',
    show: (name: string) => `Toon mijn sterren aan ${name}`,
    ifBoth: 'Jullie zien elkaars sterren zodra jullie dat allebei willen.',
    theirs: (name: string, value: string) => `${name} gaf een ${value}.`,
    waiting: (name: string) => `${name} ziet dit als jullie dat allebei willen`,
    failed: 'Je cijfer is niet bewaard. Probeer het opnieuw.',
  },
  en: {
    title: 'How was this conversation for you?',
    stars: ['1: poor', '2: weak', '3: good enough', '4: good', '5: very good'],
    mine: (star) => `Your rating was ${star}.`,
    noRating: 'You did not rate this conversation.',
    mineAlone: 'Only you see this',
    both: 'You see each other’s stars',
    show: (name) => `Show ${name} my stars`,
    ifBoth: 'You see each other’s stars as soon as you both want to.',
    theirs: (name, value) => `${name} gave it ${value}.`,
    waiting: (name) => `${name} sees this if you both want to`,
    failed: 'Your rating was not saved. Try again.',
  },
})

/** The coach’s own reflection. */
export const minuteTexts = bilingual({
  nl: {
    hint: 'Alleen jij ziet dit.',
    open: 'Minuut voor jezelf',
    none: 'Geen antwoord',
    ends: {
      asked: { first: 'ik vertelde alleen', last: 'ik vroeg alleen' },
      listened: { first: 'ik was er niet bij', last: 'ik volgde elk woord' },
      summarised: { first: 'niet één keer', last: 'bij elk onderwerp' },
      frames: { first: 'vaag', last: 'we bedoelen allebei hetzelfde' },
    },
  },
  en: {
    hint: 'Only you see this.',
    open: 'A minute for yourself',
    none: 'No answer',
    ends: {
      asked: { first: 'I only told', last: 'I only asked' },
      listened: { first: 'my mind was elsewhere', last: 'I followed every word' },
      summarised: { first: 'not once', last: 'with every topic' },
      frames: { first: 'vague', last: 'we both mean the same' },
    },
  },
})
