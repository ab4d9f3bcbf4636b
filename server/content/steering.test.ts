import fc from 'fast-check'
import { expect, test } from 'vitest'
import { needsSteering, steeringReasons } from './steering.ts'

test.each([
  ['safety', 'De machine is niet veilig'],
  ['safety', 'Het is GEVAARLIJK op de steiger.'],
  ['safety', 'Er was bijna een ongeluk, gisteren'],
  ['safety', 'A customer threatened me'],
  ['safety', 'The ladder isn’t safe'],
  ['safety', 'Er is geen haast, maar het is wel gevaarlijk'],
  ['safety', 'Niet alleen gevaarlijk, ook duur'],
  ['safety', 'Not only dangerous'],
  ['risk', 'We hebben een datalek'],
  ['risk', 'This is a serious risk for the client'],
  ['risk', 'Er is een groot risico dat we de klant verliezen'],
  ['deadline', 'Er is een harde deadline'],
  ['deadline', 'Moet uiterlijk vrijdag bij de inspectie liggen'],
  ['deadline', 'This cannot wait'],
  ['deadline', 'Het rapport mag niet later'],
])('%s: %s', (why, text) => {
  expect(needsSteering(text)).toMatchObject({ flow: 'steering', why })
})

test.each([
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
  'Ik voel me veilig in het team',
  'De deadline is verschoven naar volgende maand',
  'Ongevaarlijk spul',
  '',
])('nothing: %s', (text) => {
  expect(needsSteering(text)).toBeNull()
})

test('the gravest reason counts, with the very words that gave it', () => {
  expect(needsSteering('Harde deadline. Ook een datalek!\nEn het is Onveilig')).toEqual({
    flow: 'steering',
    why: 'safety',
    words: 'Onveilig',
  })
})

test('whatever is typed gives an answer, and the words that it quotes were typed', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('geen', 'danger', 'harde deadline', '. ', ' maar ', 'datalek', ' is over'),
  )
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const text = pieces.join(' ')
      const found = needsSteering(text)
      expect(found === null || text.includes(found.words)).toBe(true)
    }),
  )
})

test('every reason is said in two different languages', () => {
  for (const { nl, en } of Object.values(steeringReasons)) expect(nl).not.toBe(en)
})
