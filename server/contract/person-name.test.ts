import { describe, expect, test } from 'vitest'
import { personName, subjectLine } from './person-name.ts'

describe('the name of a person, as an invite or a directory has it', () => {
  test.each([
    ['Sanne de Vries', 'Sanne de Vries'],
    ['  Aylin \t Yılmaz\r\n', 'Aylin Yılmaz'],
    ['李小龍', '李小龍'],
    ['Meld je aan\u202e txt.exe', 'Meld je aan txt.exe'],
    ['a\u200bb\u2066c\u2069\ufeff', 'abc'],
    ['regel\u2028twee\u0000drie', 'regel twee drie'],
    ['', ''],
    [' \u200f ', ''],
    ['a\u00adb\u061cc\u180ed\ufff9e\u{e0041}f', 'abcdef'],
    ['\u3164\u115f\uffa0', ''],
    ['Noor\u034f\ufe0f\u{e0100}', 'Noor'],
  ])('%j reads %j', (text, name) => {
    expect(personName(text)).toBe(name)
  })

  test('a name is cut after 80 characters, between two of them and not within one', () => {
    expect(personName('x'.repeat(80))).toBe('x'.repeat(80))
    expect(personName('x'.repeat(2_000_000))).toBe(`${'x'.repeat(79)}…`)
    expect(personName('😀'.repeat(100))).toBe(`${'😀'.repeat(39)}…`)
    expect(personName(`${'x'.repeat(78)}e\u0301e`)).toBe(`${'x'.repeat(78)}…`)
  })
})

describe('the subject of a meeting, as an invite has it', () => {
  test('a subject is one line of 255 characters at most, in which nothing turns the direction', () => {
    expect(subjectLine('Meld je\r\n opnieuw \u202Etxt.exe\u2067')).toBe('Meld je opnieuw txt.exe')
    expect(subjectLine('x'.repeat(2_000_000))).toHaveLength(255)
    expect(subjectLine('1-op-1 👩‍👩‍👧 Sanne & דנה')).toBe('1-op-1 👩‍👩‍👧 Sanne & דנה')
  })
})
