/** In which language an organisation reads Groei. */
export const spoken = {
  nl: {
    title: 'In welke taal?',
    label: 'Taal van Groei',
    options: {
      own: 'Ieder de eigen taal',
      nl: 'Nederlands voor iedereen',
      en: 'Engels voor iedereen',
    },
    hint: 'De eigen taal is die van Teams en Outlook. Geldt voor schermen, berichten en wat in uitnodigingen komt. Wat mensen zelf schrijven blijft zoals het is.',
    save: 'Taal opslaan',
    saved: 'Taal opgeslagen',
  },
  en: {
    title: 'In which language?',
    label: 'Language of Groei',
    options: {
      own: 'Each person their own',
      nl: 'Dutch for everybody',
      en: 'English for everybody',
    },
    hint: 'Their own is that of their Teams and Outlook. Applies to screens, messages and what goes into invites. What people write themselves stays as it is.',
    save: 'Save language',
    saved: 'Language saved',
  },
}
