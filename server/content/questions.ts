import type { Question } from '../contract/template.ts'

const open = (id: string, nl: string, en: string, whenNl: string, whenEn: string): Question => ({
  id,
  kind: 'open',
  text: { nl, en },
  purpose: { nl: whenNl, en: whenEn },
})
const scale = (...words: Parameters<typeof open>): Question => ({ ...open(...words), kind: 'scale' })

/** The library: id, question and purpose, each in Dutch and English. */
export const questions: Question[] = [
  scale(
    'check-in-energy',
    'Hoeveel energie heb je deze week, van 1 tot 10?',
    'How much energy do you have this week, from 1 to 10?',
    'Om rustig te landen.',
    'To arrive calmly.',
  ),
  open(
    'check-in-mind',
    'Wat houdt je hoofd het meest bezig?',
    'What takes up most of your head?',
    'Om ruimte te maken voor wat eerst moet.',
    'To make room for what comes first.',
  ),
  open(
    'check-in-proud',
    'Waar ben je sinds vorige keer stilletjes trots op?',
    'What are you quietly proud of since last time?',
    'Om te zien wat lukt.',
    'To see what works.',
  ),
  open(
    'check-in-drain',
    'Wat kostte meer kracht dan je had verwacht?',
    'What took more out of you than you expected?',
    'Om last vroeg te horen.',
    'To hear of strain early.',
  ),

  open(
    'focus-most',
    'Waar helpt een halfuur samen denken je het meest?',
    'Where would half an hour of thinking together help you most?',
    'Om één onderwerp te kiezen.',
    'To choose one subject.',
  ),
  open(
    'focus-lift',
    'Wat maakt de rest makkelijker als het opgelost is?',
    'What would make the rest easier once it is solved?',
    'Bij te veel onderwerpen.',
    'When there are too many subjects.',
  ),
  open(
    'focus-avoid',
    'Welk onderwerp schuif je voor je uit?',
    'Which subject do you keep pushing ahead of you?',
    'Als het gesprek vlak blijft.',
    'When the talk stays flat.',
  ),

  open(
    'goal-good',
    'Wanneer is dit gesprek voor jou geslaagd?',
    'What would make this conversation a good one for you?',
    'Aan het begin.',
    'At the start.',
  ),
  open(
    'goal-see',
    'Wat zien anderen je doen als het gelukt is?',
    'What will others see you doing when it has worked?',
    'Om een doel zichtbaar te maken.',
    'To make a goal visible.',
  ),
  open(
    'goal-matter',
    'Waarom is juist dit belangrijk voor je?',
    'Why does this, of all things, matter to you?',
    'Om bij de eigen drijfveer te komen.',
    'To reach their own reason.',
  ),
  open(
    'goal-yours',
    'Welk deel hiervan heb je zelf in de hand?',
    'Which part of this is in your own hands?',
    'Als het doel van anderen afhangt.',
    'When the goal depends on others.',
  ),
  scale(
    'goal-scale',
    'Hoe graag wil je dit, van 1 tot 10, en waarom niet lager?',
    'How much do you want this, from 1 to 10, and why not less?',
    'Om het verlangen te toetsen.',
    'To test the wish.',
  ),

  open(
    'reality-happens',
    'Wat gebeurt er precies, stap voor stap?',
    'What exactly happens, step by step?',
    'Om van oordeel naar feiten te gaan.',
    'To move from judgement to facts.',
  ),
  open(
    'reality-tried',
    'Wat heb je al geprobeerd, en wat leverde dat op?',
    'What have you tried already, and what came of it?',
    'Voor je iets nieuws bedenkt.',
    'Before thinking up something new.',
  ),
  open(
    'reality-part',
    'Wat is jouw eigen aandeel in hoe het nu gaat?',
    'What is your own part in how it goes now?',
    'Bij wijzen naar anderen.',
    'When others get the blame.',
  ),
  open(
    'reality-behaviour',
    'Welke situatie, welk gedrag en welk effect zag je?',
    'Which situation, which behaviour and which effect did you see?',
    'In plaats van een etiket.',
    'In place of a label.',
  ),
  scale(
    'reality-scale',
    'Waar sta je nu van 1 tot 10, en waarom is het geen 3?',
    'Where are you now from 1 to 10, and what makes it not a 3?',
    'Om te zien wat er al is.',
    'To see what is there already.',
  ),

  open(
    'options-three',
    'Welke drie dingen zou je kunnen doen?',
    'Which three things could you do?',
    'Om voorbij het eerste idee te komen.',
    'To get past the first idea.',
  ),
  open(
    'options-free',
    'Wat zou je doen als niemand het raar vond?',
    'What would you do if nobody found it odd?',
    'Als het denken vastzit.',
    'When thinking is stuck.',
  ),
  open(
    'options-worked',
    'Wat hielp je eerder in iets dat hierop leek?',
    'What helped you before in something like this?',
    'Om eigen ervaring te gebruiken.',
    'To use their own experience.',
  ),
  open(
    'options-nothing',
    'Wat gebeurt er als je niets doet?',
    'What happens if you do nothing?',
    'Om de urgentie te wegen.',
    'To weigh the urgency.',
  ),
  open(
    'options-cost',
    'Wat kost elke mogelijkheid je, en wat geeft ze?',
    'What does each option cost you, and what does it give?',
    'Om te kunnen kiezen.',
    'To be able to choose.',
  ),

  open(
    'will-choose',
    'Wat ga je doen, en wanneer begin je?',
    'What will you do, and when do you begin?',
    'Om te kiezen.',
    'To choose.',
  ),
  open(
    'will-way',
    'Wat kan er tussen komen, en wat doe je dan?',
    'What could get in the way, and what will you do then?',
    'Voor een als-dan-plan.',
    'For an if–then plan.',
  ),
  open(
    'will-help',
    'Wat heb je van mij nodig, en wat juist niet?',
    'What do you need from me, and what not?',
    'Om steun af te spreken.',
    'To agree on support.',
  ),
  open(
    'will-know',
    'Waaraan merken we straks dat het werkte?',
    'How will we notice that it worked?',
    'Voor een toetsbare afspraak.',
    'For a commitment one can check.',
  ),
  scale(
    'will-scale',
    'Hoe zeker ben je dat je het doet, van 1 tot 10, en wat maakt het één punt meer?',
    'How sure are you that you will do it, from 1 to 10, and what would make it one point more?',
    'Om de stap klein genoeg te maken.',
    'To make the step small enough.',
  ),
]
