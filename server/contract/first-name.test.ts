import { describe, expect, test } from 'vitest'
import { firstName } from './first-name.ts'

describe('first name', () => {
  test.each([
    ['Milan Bakker', 'Milan'],
    ['  Sanne  de Vries', 'Sanne'],
    ['Visser, Tom', 'Tom'],
    ['Cher', 'Cher'],
    ['', ''],
    ['EXT - Milan Bakker', 'Milan'],
    ['EXT-Milan Bakker', 'Milan'],
    ['Ext. Milan Bakker', 'Milan'],
    ['[Extern] Milan Bakker', 'Milan'],
    ['(EXT) Bakker, Milan (Contoso)', 'Milan'],
    ['ACME | Milan Bakker', 'Milan'],
    ['ACME: Bakker, Milan', 'Milan'],
    ['Milan Bakker - EXT', 'Milan'],
    ['JEAN-LUC PICARD', 'JEAN-LUC'],
    ['Exter Janssen', 'Exter'],
    ['Gast, Peter', 'Peter'],
    ['EXT', 'EXT'],
    ['(EXT)', '(EXT)'],
  ])('%j is %j to who knows them', (name, first) => expect(firstName(name)).toBe(first))
})
