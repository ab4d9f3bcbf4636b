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
    ['Dr. Milan Bakker', 'Milan'],
    ['Prof. dr. ir. Sanne de Vries', 'Sanne'],
    ['Bakker, Drs. Milan (Contoso)', 'Milan'],
    ['Mw. Sanne', 'Sanne'],
    ['Dries Visser', 'Dries'],
    ['Ing Lee', 'Ing'],
    ['Dr.', 'Dr.'],
    ['EXT', 'EXT'],
    ['(EXT)', '(EXT)'],
  ])('%j is %j to who knows them', (name, first) => expect(firstName(name)).toBe(first))
})
