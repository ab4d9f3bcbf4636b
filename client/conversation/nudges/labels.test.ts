import { describe, expect, it } from 'vitest'
import { labelFinder } from './labels.ts'

const labelIn = labelFinder(['Sanne de Vries', 'Milan Özdemir'])

describe('labels of people in a text', () => {
  it.each([
    ['Je bent lui', 'lui'],
    ['Milan reageert negatief', 'negatief'],
    ['Een ongemotiveerde indruk', 'ongemotiveerde'],
    ['She is lazy', 'lazy'],
    ['a “negative” attitude', 'negative'],
    ['Zoals altijd was hij negatief', 'negatief'],
    ['Hij is traag', 'traag'],
    ['Sanne reageerde heel agressief', 'agressief'],
    ['Zij is vaak wat onzeker. Ze is onzeker', 'onzeker'],
    ['Hij is een beetje moeilijk', 'moeilijk'],
    ['Hij kan moeilijk zijn', 'moeilijk'],
    ['Ze komt passief over', 'passief'],
    ['Een moeilijke collega', 'moeilijke'],
    ['She was rude to the client', 'rude'],
    ['He gets defensive', 'defensive'],
    ['He’s always so difficult', 'difficult'],
    ['They can be difficult', 'difficult'],
    ['A difficult person', 'difficult'],
    ['I feel he is lazy', 'lazy'],
  ])('the text “%s” contains the label “%s”', (text, word) =>
    expect(labelIn(text)).toEqual({ kind: 'label', word }),
  )
})

describe('absolute words about people in a text', () => {
  it.each([
    ['Hij komt altijd te laat.', 'altijd'],
    ['Jij luistert NOOIT!', 'nooit'],
    ['Je komt altijd te laat', 'altijd'],
    ['Milan komt altijd te laat', 'altijd'],
    ['Altijd komt hij te laat', 'altijd'],
    ['You never listen', 'never'],
    ['I think you never listen', 'never'],
    ['She’s late. She always is', 'always'],
  ])('the text “%s” contains the absolute word “%s”', (text, word) =>
    expect(labelIn(text)).toEqual({ kind: 'absolute', word }),
  )
})

describe('texts without a label or absolute word', () => {
  it.each([
    '',
    'Ik luister naar Milan',
    // Feelings and wishes.
    'Ik ben altijd moe na het overleg',
    'Ik ben ongemotiveerd',
    'Ik was ook lui',
    'Ik voel me dom',
    'Ik voel me vaak onzeker',
    'I felt stupid',
    'I’m insecure about it',
    'Ik wil dat we altijd op tijd leveren',
    'It’s always good to talk',
    'Nooit te laat om te leren',
    'Je bent niet lui',
    'Ben je onzeker over de planning?',
    // Words about things.
    'Een negatief advies',
    'Hij gaf negatief advies',
    'passive candidates',
    'We look for passive candidates',
    'Het is moeilijk',
    'Hij heeft een moeilijke klant',
    'He works on a difficult case',
    'Een negatief saldo op de rekening',
    'A negative balance',
    'Lazy loading van de plaatjes',
    'De site is traag',
    // Softened, offered, or meant well.
    'Zoals altijd om negen uur',
    'Het lukt bijna nooit op maandag',
    'Niet altijd op tijd, twee van de vijf keer',
    'Dat doe ik nooit meer',
    'Je kunt me altijd bellen',
    'You can always call me',
    'Ik help je altijd',
    'I will always support you',
    'As always, at nine',
    'Always late',
    'It does not always work',
    'It is almost never on time',
    'Never mind',
    'Whenever the domain changes',
    'De kathedraal van de domtoren',
  ])('the text “%s” contains no label or absolute word', (text) => expect(labelIn(text)).toBeNull())
  it('names without letters do not disturb the search for labels', () => {
    expect(labelFinder(['', '*', '<x>|?', '#'])('Hij is lui')).toEqual({ kind: 'label', word: 'lui' })
  })
})
