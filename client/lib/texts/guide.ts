/** The first weeks with Groei, and tips at the moment they help. */
export const guide = {
  nl: {
    title: 'Klein beginnen',
    intro:
      'Eén duo, één gespreksvorm, één opvolging per gesprek, zes tot acht weken lang. Daarna weet je of het werkt.',
    done: 'gedaan',
    todo: 'nog te doen',
    steps: {
      pair: 'Kies één duo: open Groei in jullie 1-op-1',
      preparation: 'Bereid één gesprek voor, in vijf minuten',
      commitment: 'Maak één afspraak die je kunt zien gebeuren',
      followUp: (held: string, of: string) =>
        `Begin elk gesprek met de opvolging (${held} van de laatste ${of})`,
      followUpFirst: 'Begin elk gesprek met de opvolging',
      weeks: (weeks: string, of: string) => `Houd het ${of} weken vol (nu ${weeks})`,
    },
    aside: 'Niet meer tonen',
    asideFailed: 'Dat lukte niet. Probeer het opnieuw.',
    tip: 'Tip',
    understood: 'Begrepen',
    tips: {
      'follow-up':
        'Vraag eerst wat er wel lukte. De rest komt dan vanzelf, en niemand hoeft zich te verdedigen.',
      scale: 'Geef allebei je eigen cijfer. Praat over het verschil, niet over het gemiddelde.',
      observation:
        'Merk je een oordeel? Schrijf op wat een camera had gezien. Daar kun je samen over praten.',
      commitment: 'Eén kleine afspraak die lukt doet meer dan drie grote. Kies een eerste stap voor morgen.',
      minute: 'Eén minuut nu is meer waard dan een uur later: schat je spreektijd voor je verdergaat.',
    },
  },
  en: {
    title: 'Start small',
    intro:
      'One pair, one template, one follow-up per conversation, for six to eight weeks. Then you know if it works.',
    done: 'done',
    todo: 'still to do',
    steps: {
      pair: 'Choose one pair: open Groei in your 1-on-1',
      preparation: 'Prepare one conversation, in five minutes',
      commitment: 'Make one commitment you can see happen',
      followUp: (held: string, of: string) =>
        `Start every conversation with the follow-up (${held} of the last ${of})`,
      followUpFirst: 'Start every conversation with the follow-up',
      weeks: (weeks: string, of: string) => `Keep it up for ${of} weeks (now ${weeks})`,
    },
    aside: 'Do not show this again',
    asideFailed: 'That did not work. Try again.',
    tip: 'Tip',
    understood: 'Got it',
    tips: {
      'follow-up':
        'First ask what went well. The rest then comes up by itself, and nobody has to get defensive.',
      scale: 'Both give your own number. Talk about the difference, not about the average.',
      observation:
        'Notice a judgement? Write down what a camera would have seen. You can talk about that together.',
      commitment:
        'One small commitment that works out does more than three big ones. Choose a first step for tomorrow.',
      minute: 'A minute now is worth more than an hour later: estimate your talking time before you move on.',
    },
  },
}
export type GuideTexts = (typeof guide)['nl']
