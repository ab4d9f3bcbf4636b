import { bilingual } from '../../../server/contract/bilingual.ts'

/** Tips at the moment when they help. */
export const tipTexts = bilingual({
  nl: {
    tip: 'Tip',
    tips: {
      'follow-up':
        'Vraag eerst wat er wel lukte. De rest komt dan vanzelf, en niemand hoeft zich te verdedigen.',
      scale: 'Geef allebei je eigen cijfer. Praat over het verschil, niet over het gemiddelde.',
      observation:
        'Merk je een oordeel? Schrijf op wat een camera had gezien. Daar kun je samen over praten.',
      commitment: 'Eén kleine afspraak die lukt doet meer dan drie grote. Kies een eerste stap voor morgen.',
      reflection: 'Eén minuut nu is meer waard dan een uur later: schat je spreektijd voor je verdergaat.',
    },
  },
  en: {
    tip: 'Tip',
    tips: {
      'follow-up':
        'First ask what went well. The rest then comes up by itself, and nobody has to get defensive.',
      scale: 'Both give your own number. Conversation about the difference, not about the average.',
      observation:
        'Notice a judgement? Write down what a camera would have seen. You can talk about that together.',
      commitment:
        'One small commitment that works out does more than three big ones. Choose a first step for tomorrow.',
      reflection:
        'A minute now is worth more than an hour later: estimate your talking time before you move on.',
    },
  },
})
