/** In which language an organisation reads Groei. */
export const spoken = {
  nl: {
    title: 'In welke taal?',
    label: 'Taal van Groei',
    options: {
      own: 'Ieder de taal van de eigen Teams en Outlook',
      nl: 'Nederlands voor iedereen',
      en: 'Engels voor iedereen',
    },
    hint: 'Geldt voor schermen, berichten en wat in uitnodigingen komt. Wat mensen zelf schrijven blijft zoals het is.',
    save: 'Taal opslaan',
    saved: 'Taal opgeslagen',
  },
  en: {
    title: 'In which language?',
    label: 'Language of Groei',
    options: {
      own: 'Each person the language of their Teams and Outlook',
      nl: 'Dutch for everybody',
      en: 'English for everybody',
    },
    hint: 'Applies to screens, messages and what goes into invites. What people write themselves stays as it is.',
    save: 'Save language',
    saved: 'Language saved',
  },
}
