import { describe, expect, test } from 'vitest'
import { firstName } from './first-name.ts'

describe('first name', () => {
  test.each([
    ['Milan Bakker', 'Milan'],
    ['  Sanne  de Vries', 'Sanne'],
    ['Visser, Tom', 'Tom'],
    ['Cher', 'Cher'],
    ['', ''],
  ])('%j is %j to who knows them', (name, first) => expect(firstName(name)).toBe(first))
})
