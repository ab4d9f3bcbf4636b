/** What an organisation does without. */
export const onAndOff = {
  nl: {
    title: 'Wat staat aan?',
    intro: 'Wat je uitzet, ziet niemand meer. Wat er al was blijft bewaard, en is er weer als je het aanzet.',
    parts: {
      reminders: 'Herinneringen in de chat van Teams',
      ratings: 'Een cijfer voor elk gesprek',
      summaries: 'Een samenvatting in de uitnodiging',
    },
    hints: {
      reminders: 'Uit: Groei antwoordt alleen nog wie iets vraagt, en meldt dat een duo wordt verwijderd.',
      ratings: 'Uit: niemand geeft een cijfer of ziet er een. De minuut van de leidinggevende blijft.',
      summaries:
        'Uit: van gesprekken die daarna worden afgerond, komen alleen de afspraken in de uitnodiging.',
    },
    insights: 'Inzichten over mensen heeft Groei niet: er is niets om aan te zetten.',
    save: 'Aan en uit opslaan',
    saved: 'Aan en uit opgeslagen',
  },
  en: {
    title: 'What is on?',
    intro: 'Nobody sees what you switch off. What was there is kept, and is back once you switch it on.',
    parts: {
      reminders: 'Reminders in the chat of Teams',
      ratings: 'A rating for each conversation',
      summaries: 'A summary in the invite',
    },
    hints: {
      reminders: 'Off: Groei only answers who asks something, and tells when a pair will be deleted.',
      ratings: 'Off: nobody gives a rating or sees one. The coach’s own minute stays.',
      summaries: 'Off: of conversations that are finished after that, only commitments go into the invite.',
    },
    insights: 'Groei has no insights about people: there is nothing to switch on.',
    save: 'Save on and off',
    saved: 'On and off saved',
  },
}
