import type { Aspect } from '../contract/template.ts'
import type { Language, Localized } from '../contract/shape.ts'

/** The message of each check of a template, by its name; `n` stands for its limit, or for the value that it found. */
export const mistakes = {
  type: { nl: 'Hier hoort iets anders: $n.', en: 'This has to be something else: $n.' },
  required: { nl: 'Dit ontbreekt.', en: 'This is missing.' },
  unknownField: { nl: 'Dit veld kennen we niet.', en: 'We do not know this field.' },
  const: { nl: 'Hier hoort $n.', en: 'This has to be $n.' },
  enum: { nl: 'Kies een van deze: $n.', en: 'Choose one of these: $n.' },
  minLength: { nl: 'Vul hier iets in.', en: 'Fill in something here.' },
  maxLength: { nl: 'Dit is te lang: hooguit $n tekens.', en: 'This is too long: $n characters at most.' },
  minimum: { nl: 'Dit is te laag: ten minste $n.', en: 'This is too low: $n at least.' },
  maximum: { nl: 'Dit is te hoog: hooguit $n.', en: 'This is too high: $n at most.' },
  minItems: { nl: 'Dit zijn er te weinig: ten minste $n.', en: 'There are too few here: $n at least.' },
  maxItems: { nl: 'Dit zijn er te veel: hooguit $n.', en: 'There are too many here: $n at most.' },
  uniqueItems: { nl: 'Hier staat iets dubbel.', en: 'Something is in here twice.' },
  pattern: {
    nl: 'Dit kan zo niet: gebruik kleine letters en streepjes, en laat een tekst niet leeg.',
    en: 'This is not possible: use lower-case letters and hyphens, and do not leave a text empty.',
  },
  invalid: { nl: 'Dit klopt niet.', en: 'This is not right.' },
  otherId: { nl: 'De naam hoort “$n” te zijn.', en: 'The name has to be “$n”.' },
  stepTwice: {
    nl: 'Er is al een stap met de naam “$n”.',
    en: 'There is already a step named “$n”.',
  },
  reservedId: {
    nl: 'Een stap kan niet “$n” heten. Kies een andere naam.',
    en: 'A step cannot be named “$n”. Choose another name.',
  },
  oneFollowUp: {
    nl: 'Er hoort precies één stap van de soort follow-up te zijn: wat openstaat komt altijd terug.',
    en: 'There has to be exactly one step of the kind follow-up: what is open always comes back.',
  },
  followUpFirst: {
    nl: 'Elk gesprek begint met de opvolging: alleen een voorbereiding mag ervoor staan.',
    en: 'Every conversation starts with the follow-up: only a preparation may come before it.',
  },
  noPhase: {
    nl: 'Alleen een stap van de soort notes kan een ander deel van het gesprek zijn.',
    en: 'Only a step of the kind notes can be another part of the conversation.',
  },
  oneCommitments: {
    nl: 'Er hoort precies één stap van de soort commitments te zijn.',
    en: 'There has to be exactly one step of the kind commitments.',
  },
  onePreparation: {
    nl: 'Er is hooguit één stap van de soort preparation, en die staat vooraan.',
    en: 'There can be at most one step of the kind preparation, and it comes first.',
  },
  neverInSummary: {
    nl: 'Deze stap komt nooit in de uitnodiging.',
    en: 'This step never goes into the invite.',
  },
  fewQuestions: { nl: 'Kies hier drie tot vijf vragen.', en: 'Choose three to five questions here.' },
  unknownQuestion: {
    nl: 'De vraag “$n” staat niet in de bibliotheek en is niet van jouw team.',
    en: 'The question “$n” is not in the library and does not belong to your team.',
  },
  unknownTemplate: {
    nl: 'De gespreksvorm “$n” is er niet.',
    en: 'There is no template “$n”.',
  },
  standardOff: {
    nl: 'De gespreksvorm waarmee jullie beginnen kan niet uit staan. Kies eerst een andere.',
    en: 'The template you start with cannot be off. Choose another one first.',
  },
} satisfies Record<string, Localized>
export type TemplateMistake = keyof typeof mistakes

export const mistakeIn = (
  language: Language,
  mistake: TemplateMistake,
  n: string | number | bigint = '',
): string => mistakes[mistake][language].replace('$n', () => String(n))

/** Why a team may not have something otherwise. */
export type Closed = Aspect | 'never' | 'tooMany'

export const closed: Record<Closed, Localized> = {
  wording: {
    nl: 'Je organisatie houdt deze woorden overal gelijk.',
    en: 'Your organisation keeps these words the same everywhere.',
  },
  order: {
    nl: 'Je organisatie houdt de volgorde overal gelijk.',
    en: 'Your organisation keeps the order the same everywhere.',
  },
  questions: {
    nl: 'Je organisatie houdt deze vragen overal gelijk.',
    en: 'Your organisation keeps these questions the same everywhere.',
  },
  limits: {
    nl: 'Je organisatie houdt aantallen en minuten overal gelijk.',
    en: 'Your organisation keeps numbers and minutes the same everywhere.',
  },
  never: {
    nl: 'Dit ligt vast. Alleen een beheerder kan het veranderen, voor iedereen.',
    en: 'This is fixed. Only an admin can change it, for everybody.',
  },
  tooMany: {
    nl: 'Dit zijn meer afspraken dan deze gespreksvorm toelaat. Een beheerder kan het aantal verhogen.',
    en: 'These are more commitments than this template allows. An admin can raise the number.',
  },
}
export const closedIn = (language: Language, why: Closed): string => closed[why][language]
