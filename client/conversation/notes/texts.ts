import { bilingual } from '../../../server/contract/bilingual.ts'

/** The topics that were shared, beside the notes. */
export const topicTexts = bilingual({
  nl: {
    title: 'Onderwerpen',
    of: (name: string) => `${name} wil het hebben over`,
  },
  en: {
    title: 'Topics',
    of: (name) => `${name} wants to talk about`,
  },
})
