import { bilingual } from '../../../server/contract/bilingual.ts'

/** Removing everything of mine at once: what that does, said before it is done. */
export const leavingTexts = bilingual({
  nl: {
    open: 'Al mijn gegevens verwijderen',
    hint: 'Al je duo’s, je instellingen en wat je voor jezelf bewaarde, in één keer.',
    self: 'Je instellingen, favorieten, herinneringen en je aanmelding bij Microsoft worden meteen verwijderd. De chatbot stuurt je geen berichten meer.',
    own: (questions: string, templates: string) =>
      `Je eigen vragen (${questions}) en eigen gespreksvormen (${templates}) worden meteen verwijderd.`,
    team: (questions: string, templates: string) =>
      `Je medewerkers vinden jouw teamvragen (${questions}) en gespreksvormen voor je team (${templates}) niet meer. Gesprekken die ermee gevoerd zijn, kunnen zij blijven lezen zolang het duo bestaat.`,
    notes: (notes: string, drafts: string) =>
      `Je eigen notities (${notes}) en concepten (${drafts}) worden meteen verwijderd, net als wat je over gesprekken aangaf.`,
    pair: (name: string, conversations: string, commitments: string) =>
      `Met ${name}: gesprekken (${conversations}) en afspraken (${commitments}). Het duo eindigt en jij ziet er niets meer van.`,
    final: 'Dit is niet terug te draaien. Download eerst wat je wilt houden.',
    anew: 'Open je Groei later weer, dan begin je opnieuw.',
    now: 'Ja, al mijn gegevens verwijderen',
  },
  en: {
    open: 'Delete all my data',
    hint: 'All your pairs, your settings and whatever you saved for yourself, in one go.',
    self: 'Your settings, favourites, reminders and your Microsoft sign-in are deleted immediately. The chat bot will not write to you any more.',
    own: (questions, templates) =>
      `Your own questions (${questions}) and your own templates (${templates}) are deleted immediately.`,
    team: (questions, templates) =>
      `The people you coach will no longer find your team questions (${questions}) and team templates (${templates}). They can still read conversations held with them for as long as the pair exists.`,
    notes: (notes, drafts) =>
      `Your private notes (${notes}) and drafts (${drafts}) are deleted immediately, and so is what you noted about conversations.`,
    pair: (name, conversations, commitments) =>
      `With ${name}: conversations (${conversations}) and commitments (${commitments}). The pair ends and you no longer see any of it.`,
    final: 'This cannot be undone. First download what you want to keep.',
    anew: 'If you open Groei again later, you start from scratch.',
    now: 'Yes, delete all my data',
  },
})
