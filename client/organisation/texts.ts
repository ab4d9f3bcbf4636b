import type { AdminAction } from '../../server/contract/audit.ts'
import { bilingual } from '../../server/contract/bilingual.ts'

/** The parts that an organisation can switch off. */
export const onAndOffTexts = bilingual({
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
  },
})

/** How long an organisation keeps what two people wrote. */
export const retentionTexts = bilingual({
  nl: {
    title: 'Hoe lang bewaren we?',
    days: 'Dagen na het einde van een duo, of na hun laatste gesprek',
    hint: 'Tussen 30 en 3650. Daarna wordt alles van dat duo automatisch verwijderd.',
    invalid: 'Vul een heel getal in tussen 30 en 3650.',
    save: 'Bewaartermijn opslaan',
    saved: 'Opgeslagen',
    shorter: (days: string) =>
      `Wat langer dan ${days} dagen geleden is, wordt over zeven dagen voorgoed verwijderd, ook van duo’s die nog actief zijn. Tot dan kun je het terugnemen.`,
    shorten: 'Korter bewaren',
    waits: (days: string, until: string) =>
      `Tot ${until} bewaren we nog alles van de laatste ${days} dagen. Daarna geldt de kortere termijn.`,
    takeBack: (days: string) => `Toch ${days} dagen bewaren`,
    asItIs: 'Laat het zo',
  },
  en: {
    title: 'How long do we keep it?',
    days: 'Days after a pair ended, or after their last conversation',
    hint: 'From 30 to 3650. After that, the pair’s data is deleted automatically.',
    invalid: 'Enter a whole number from 30 to 3650.',
    save: 'Save retention period',
    saved: 'Saved',
    shorter: (days) =>
      `What is more than ${days} days ago is deleted for good in seven days, also for pairs that are still active. Until then you can take it back.`,
    shorten: 'Shorten',
    waits: (days, until) =>
      `Until ${until} we still keep everything of the last ${days} days. After that the shorter period holds.`,
    takeBack: (days) => `Keep it for ${days} days after all`,
    asItIs: 'Leave it as it is',
  },
})

/** The language in which an organisation reads Groei. */
export const spokenTexts = bilingual({
  nl: {
    title: 'In welke taal?',
    label: 'Taal van Groei',
    options: {
      own: 'Ieder de eigen taal',
      nl: 'Nederlands voor iedereen',
      en: 'Engels voor iedereen',
    },
    hint: 'De eigen taal is die van Teams en Outlook. Geldt voor schermen, berichten en wat in uitnodigingen komt. Wat mensen zelf schrijven blijft zoals het is.',
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
  },
})

/** Texts of the admins' audit log. `parts` name the settings in it; a template has a title of its own. */
export const adminLogTexts = bilingual({
  nl: {
    title: 'Wie veranderde wat?',
    list: 'Wat beheerders veranderden',
    none: 'Er is nog niets veranderd.',
    somebody: 'Een beheerder die Groei verliet',
    more: 'Eerdere veranderingen',
    actions: {
      'changed-retention': 'veranderde de bewaartermijn',
      'switched-parts': 'zette onderdelen aan of uit',
      'changed-language': 'veranderde de taal',
      'chose-templates': 'koos welke gespreksvormen er zijn',
      'published-template': 'publiceerde een gespreksvorm',
      'withdrew-template': 'trok een gespreksvorm in',
      'renewed-key': 'vernieuwde de sleutel',
    } satisfies Record<AdminAction, string>,
    parts: {
      retentionDays: 'dagen',
      reminders: 'herinneringen',
      ratings: 'cijfers',
      summaries: 'samenvattingen',
      language: 'taal',
      standard: 'standaard',
      off: 'uitgezet',
      'data-key': 'sleutel',
    } as Record<string, string>,
    values: { own: 'die van ieders Teams', nl: 'Nederlands', en: 'Engels' } as Record<string, string>,
    on: 'aan',
    off: 'uit',
    nothing: 'geen',
    change: (what: string, from: string, to: string) => `${what}: van ${from} naar ${to}`,
  },
  en: {
    title: 'Who changed what?',
    list: 'What admins changed',
    none: 'Nothing was changed yet.',
    somebody: 'An admin who left Groei',
    more: 'Earlier changes',
    actions: {
      'changed-retention': 'changed the retention period',
      'switched-parts': 'switched parts on or off',
      'changed-language': 'changed the language',
      'chose-templates': 'chose which templates there are',
      'published-template': 'published a template',
      'withdrew-template': 'withdrew a template',
      'renewed-key': 'renewed the key',
    },
    parts: {
      retentionDays: 'days',
      reminders: 'reminders',
      ratings: 'ratings',
      summaries: 'summaries',
      language: 'language',
      standard: 'standard',
      off: 'switched off',
      'data-key': 'key',
    },
    values: { own: 'that of each person’s Teams', nl: 'Dutch', en: 'English' },
    on: 'on',
    off: 'off',
    nothing: 'none',
    change: (what, from, to) => `${what}: from ${from} to ${to}`,
  },
})
