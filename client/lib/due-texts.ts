import { bilingual } from '../../server/contract/bilingual.ts'

/** Choosing the day on which a commitment is done. */
export const dueTexts = bilingual({
  nl: { due: 'Wanneer is het klaar?', other: 'Anders', anotherDay: 'Andere dag' },
  en: { due: 'When will it be done?', other: 'Other', anotherDay: 'Another day' },
})
