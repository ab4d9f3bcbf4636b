import { bilingual } from '../../server/contract/bilingual.ts'

/** The tab that everybody in the meeting sees. */
export const meetingTabTexts = bilingual({
  nl: {
    title: 'Groei in dit gesprek',
    intro: 'Groei helpt jullie om 1-op-1’s te voeren die doorwerken.',
    steps: [
      'Bereid je voor in Outlook of in Mijn 1-op-1’s: een concept ziet alleen jij.',
      'Open tijdens het gesprek het zijpaneel: daar typen jullie samen.',
      'Wat jullie afspreken komt in de volgende uitnodiging.',
    ],
    privacy: 'Op dit tabblad staat niets persoonlijks: iedereen in de vergadering ziet hetzelfde.',
    save: 'Kies Opslaan om Groei aan deze vergadering toe te voegen.',
    open: 'Naar mijn 1-op-1’s',
  },
  en: {
    title: 'Groei in this conversation',
    intro: 'Groei helps the two of you make your 1-on-1s count.',
    steps: [
      'Prepare in Outlook or in My 1-on-1s: only you can see a draft.',
      'Open the side panel during the conversation: that is where you type together.',
      'What you agree goes into the next invite.',
    ],
    privacy: 'Nothing on this tab is personal: everybody in the meeting sees the same.',
    save: 'Choose Save to add Groei to this meeting.',
    open: 'Go to my 1-on-1s',
  },
})
