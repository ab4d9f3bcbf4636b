import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { steeringReasons } from '../content/steering.ts'
import { signsIn } from './steering.ts'

describe('texts with a sign for steering', () => {
  test.each([
    ['safety', 'De machine is niet veilig'],
    ['safety', 'De steiger is echt niet meer veilig.'],
    ['safety', 'Het is niet veilig om in de hal te werken'],
    ['safety', 'We hebben geen veilige werkplek: het dak is onveilig'],
    ['safety', 'Het is GEVAARLIJK op de steiger.'],
    ['safety', 'Er was bijna een ongeluk, gisteren'],
    ['safety', 'A customer threatened me'],
    ['safety', 'The ladder isn’t safe'],
    ['safety', 'The scaffold is not safe'],
    ['safety', 'Er is geen haast, maar het is wel gevaarlijk'],
    ['safety', 'Niet alleen gevaarlijk, ook duur'],
    ['safety', 'Not only dangerous'],
    ['safety', 'Ik word gepest door een collega'],
    ['safety', 'There is bullying in the team'],
    ['safety', 'Er is sprake van discriminatie'],
    ['safety', 'Het is een veiligheidsrisico'],
    ['safety', 'Er was een veiligheidsincident'],
    ['safety', 'There is a safety issue on the site'],
    ['safety', 'I am being harassed'],
    ['safety', 'Somebody could get hurt'],
    ['safety', 'Tim fell off the ladder'],
    ['safety', 'Tim is van de ladder gevallen'],
    ['safety', 'Er was grensoverschrijdend gedrag'],
    ['safety', 'Zijn opmerking was grensoverschrijdend'],
    ['safety', 'Sinds vorig jaar is de steiger onveilig'],
    ['risk', 'We hebben een datalek'],
    ['risk', 'Er is een data lek'],
    ['risk', 'We had a security incident'],
    ['risk', 'We overtreden de AVG'],
    ['risk', 'Hiermee wordt de wet overtreden'],
    ['risk', 'This is a serious risk for the client'],
    ['risk', 'Er is een groot risico dat we de klant verliezen'],
    ['risk', 'I found fraud in the invoices'],
    ['deadline', 'Er is een harde deadline'],
    ['deadline', 'Moet uiterlijk vrijdag bij de inspectie liggen'],
    ['deadline', 'Het moet uiterlijk 1 juni bij de klant zijn'],
    ['deadline', 'Het moet vrijdag klaar zijn'],
    ['deadline', 'De deadline is 1 juni'],
    ['deadline', 'The deadline is June 1st'],
    ['deadline', 'This must be done by Friday'],
    ['deadline', 'The offer is due on Monday'],
    ['deadline', 'This cannot wait'],
    ['deadline', 'Dit kan écht niet wachten'],
    ['deadline', 'Het rapport mag niet later'],
  ])('steering for reason %s is offered for the text "%s"', (why, text) => {
    expect(signsIn(text)[0]).toMatchObject({ why })
  })
})

describe('texts without a sign for steering', () => {
  test.each([
    // Somebody who dares not speak is heard, not steered.
    'Het voelt niet veilig om iets te zeggen',
    'Het is hier niet veilig genoeg om fouten te maken',
    'niet veilig genoeg om fouten te maken',
    'De sfeer is onveilig',
    'Ik voel me onveilig in het team',
    'It is not safe to speak up here',
    'It does not feel safe',
    'Ik voel me veilig in het team',
    'We talked about psychological safety issues',
    // Eagerness.
    'I can’t wait to start',
    'I cannot wait',
    'Ik kan niet wachten om te beginnen',
    'We kunnen niet wachten om te beginnen',
    // A promise.
    'Ik stuur uiterlijk vrijdag het verslag',
    'Uiterlijk vrijdag stuur ik het verslag',
    'I will send it by Friday at the latest',
    'My report is due Friday',
    'Ik moet uiterlijk vrijdag het verslag inleveren',
    'Vrijdag moet ik klaar zijn',
    'Hij moet morgen naar de tandarts',
    'Mijn deadline is vrijdag',
    // Jargon.
    'I work on the fraud detection model',
    'It throws an illegal argument exception',
    'We call the high risk customers',
    'De grensoverschrijdende samenwerking met Duitsland',
    'Het onderzoek is grensoverschrijdend onderzoek',
    'That is a dangerous assumption',
    'De planning is in gevaar',
    'Kansen en bedreigingen',
    'My feelings got hurt',
    'Een training over agressie',
    // Past, denied, another meaning.
    'Vorig jaar was er een ongeluk',
    'There was an accident two years ago',
    'Ik wil meer risico durven nemen',
    'I want to take more risks',
    'Er is geen gevaar',
    'Er is geen enkel groot risico',
    'There is no hard deadline',
    'It isn’t dangerous',
    'We werken zonder harde deadline',
    'Het gevaar is geweken',
    'The danger is over',
    'Het datalek is opgelost',
    'Ik stuurde het per ongeluk naar iedereen',
    'I deleted it by accident',
    'Dat was geweldig',
    'Everything is fine',
    'De deadline is verschoven naar volgende maand',
    'Ongevaarlijk spul',
    '',
  ])('steering is not offered for the text "%s"', (text) => {
    expect(signsIn(text)).toEqual([])
  })
})

describe('signs for steering', () => {
  test('every sign is listed once, the gravest first, in the words of the text', () => {
    expect(
      signsIn('Harde deadline. Ook een datalek!\nEn het is Onveilig, echt onveilig; de ladder gevaarlijk'),
    ).toEqual([
      { why: 'safety', words: 'Onveilig' },
      { why: 'safety', words: 'gevaarlijk' },
      { why: 'risk', words: 'datalek' },
      { why: 'deadline', words: 'Harde deadline' },
    ])
  })

  test('an answer to any text quotes only words of that text', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('geen', 'danger', 'harde deadline', '. ', ' maar ', 'datalek', ' is over'),
    )

    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join(' ')
        const onOneLine = text.replace(/\s+/g, ' ')
        return signsIn(text).every(({ words }) => onOneLine.includes(words))
      }),
    )
  })

  test('a text as long as a whole conversation is scanned within five seconds', () => {
    const text = 'De steiger op de bouwplaats is al weken onveilig en niemand zegt er iets van. '.repeat(2000)
    const begin = performance.now()
    expect(signsIn(text)).toHaveLength(1)
    expect(performance.now() - begin).toBeLessThan(5000)
  })

  test('every reason has different texts in Dutch and English', () => {
    for (const { nl, en } of Object.values(steeringReasons)) expect(nl).not.toBe(en)
  })
})
