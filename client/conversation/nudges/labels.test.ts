import { describe, expect, it } from 'vitest'
import { labelIn } from './labels.ts'

describe('a label', () => {
  it.each([
    ['Je bent lui', 'lui'],
    ['Milan reageert negatief', 'negatief'],
    ['Hij komt altijd te laat.', 'altijd'],
    ['Jij luistert NOOIT!', 'nooit'],
    ['Een ongemotiveerde indruk', 'ongemotiveerde'],
    ['She is lazy', 'lazy'],
    ['Always late', 'always'],
    ['You never listen', 'never'],
    ['a “negative” attitude', 'negative'],
    ['Zoals altijd was hij negatief', 'negatief'],
  ])('in “%s” is “%s”', (text, label) => expect(labelIn(text)).toBe(label))
})

describe('what is no label', () => {
  it.each([
    '',
    'Ik luister naar Milan',
    'Zoals altijd om negen uur',
    'Het lukt bijna nooit op maandag',
    'Niet altijd op tijd, twee van de vijf keer',
    'Dat doe ik nooit meer',
    'Een negatief saldo op de rekening',
    'Lazy loading van de plaatjes',
    'As always, at nine',
    'It does not always work',
    'It is almost never on time',
    'Never mind',
    'A negative balance',
    'Whenever the domain changes',
    'De kathedraal van de domtoren',
  ])('“%s”', (text) => expect(labelIn(text)).toBeNull())
})
