import { bilingual } from '../../server/contract/bilingual.ts'

/** Choosing the day on which a commitment is done. */
export const dueTexts = bilingual({
  nl: { due: 'Wanneer is het klaar?', anotherDay: 'Andere dag…' },
  en: { due: 'When will it be done?', anotherDay: 'Another day…' },
})
