import { bilingual } from '../../../server/contract/bilingual.ts'

/** Questions that make a commitment or an observation more precise. */
export const nudgeTexts = bilingual({
  nl: {
    quiet: 'Laat maar',
    nudge: {
      'vague-word': (word: string) => `“${word}”: wat zou iemand je dan precies zien doen?`,
      'no-verb': 'Wat ga je dan precies doen?',
      'no-result': 'Waaraan zou een ander zien dat het gelukt is?',
      'no-date': 'Wanneer kijken jullie of het gelukt is?',
      'not-soon': 'Wat kun je binnen 48 uur al doen?',
    },
    label: (word: string) => `“${word}” is een etiket. Wat zag of hoorde je?`,
    absolute: (word: string) => `“${word}”: wanneer was de laatste keer?`,
    observation: {
      open: 'Beschrijf wat je zag',
      title: 'Beschrijf wat je zag',
      situation: 'Wanneer en waar was het?',
      behaviour: 'Wat deed of zei iemand precies?',
      effect: 'Wat gebeurde er daardoor?',
      wish: 'Wat zou je liever zien?',
      labels: { situation: 'Situatie', behaviour: 'Gedrag', effect: 'Effect', wish: 'Wens' },
      add: 'In de notities zetten',
      added: 'Het staat in de notities.',
      empty: 'Vul minstens één veld in.',
    },
  },
  en: {
    quiet: 'Never mind',
    nudge: {
      'vague-word': (word) => `“${word}”: what exactly would somebody see you do?`,
      'no-verb': 'What exactly will you do?',
      'no-result': 'How would somebody else see that it worked?',
      'no-date': 'When will the two of you check if it worked?',
      'not-soon': 'What can you do within 48 hours?',
    },
    label: (word) => `“${word}” is a label. What did you see or hear?`,
    absolute: (word) => `“${word}”: when was the last time?`,
    observation: {
      open: 'Describe what you saw',
      title: 'Describe what you saw',
      situation: 'When and where was it?',
      behaviour: 'What exactly did somebody do or say?',
      effect: 'What happened because of it?',
      wish: 'What would you rather see?',
      labels: { situation: 'Situation', behaviour: 'Behaviour', effect: 'Effect', wish: 'Wish' },
      add: 'Add to the notes',
      added: 'It is in the notes.',
      empty: 'Fill in at least one field.',
    },
  },
})
