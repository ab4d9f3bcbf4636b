/** The first weeks with Groei, and tips at the moment they help. */
export const guide = {
  nl: {
    title: 'Klein beginnen',
    intro:
      'Eén duo, één gespreksvorm, één opvolging per gesprek, zes tot acht weken lang. Daarna weet je of het werkt.',
    done: 'gedaan',
    todo: 'nog te doen',
    steps: {
      pair: 'Kies één duo: open Groei bij jullie 1-op-1',
      preparation: 'Bereid één gesprek voor, in vijf minuten',
      commitment: 'Maak één afspraak die je kunt zien',
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
      'follow-up': 'Vraag eerst wat er wel lukte. Wat niet lukte komt dan vanzelf, zonder verdediging.',
      scale: 'Geef allebei je eigen cijfer. Het gesprek zit in het verschil, niet in het gemiddelde.',
      observation:
        'Merk je een oordeel? Schrijf op wat een camera had gezien. Daar kun je samen over praten.',
      commitment: 'Eén kleine afspraak die lukt doet meer dan drie grote. Kies een eerste stap voor morgen.',
      minute: 'Eén minuut nu is meer waard dan een uur later: schat je spreektijd voor je verdergaat.',
    },
  },
  en: {
    title: 'Start small',
    intro:
      'One pair, one form of talk, one follow-up each talk, for six to eight weeks. Then you know whether it works.',
    done: 'done',
    todo: 'still to do',
    steps: {
      pair: 'Choose one pair: open Groei at your 1-on-1',
      preparation: 'Prepare one talk, in five minutes',
      commitment: 'Make one commitment that can be seen',
      followUp: (held: string, of: string) =>
        `Begin each talk with the follow-up (${held} of the last ${of})`,
      followUpFirst: 'Begin each talk with the follow-up',
      weeks: (weeks: string, of: string) => `Keep it up for ${of} weeks (now ${weeks})`,
    },
    aside: 'Do not show this again',
    asideFailed: 'That did not work. Try again.',
    tip: 'Tip',
    understood: 'Got it',
    tips: {
      'follow-up': 'Ask first what did work. What did not then comes by itself, and nobody has to defend it.',
      scale: 'Each give your own number. The talk is in the difference, not in the average.',
      observation:
        'Do you notice a judgement? Write down what a camera would have seen. That can be talked about.',
      commitment:
        'One small commitment that works does more than three large ones. Choose a first step for tomorrow.',
      minute: 'A minute now is worth more than an hour later: estimate your talking time before you go on.',
    },
  },
}
export type GuideTexts = (typeof guide)['nl']
