/** Removing everything of mine at once: what that does, said before, and what is said afterwards. */
export const leaving = {
  nl: {
    open: 'Alles van mij verwijderen',
    hint: 'Al je duo’s, je instellingen en wat je zelf bewaarde, in één keer.',
    self: 'Je instellingen, favorieten, herinneringen en je aanmelding bij Microsoft zijn meteen weg. De chatbot schrijft je niet meer.',
    own: (questions: string, templates: string) =>
      `Je eigen vragen (${questions}) en eigen gespreksvormen (${templates}) zijn meteen weg.`,
    team: (questions: string, templates: string) =>
      `Wie jij begeleidt, vindt jouw teamvragen (${questions}) en teamvormen (${templates}) niet meer. Gesprekken die ermee gevoerd zijn, blijven voor hen te lezen zolang het duo bestaat.`,
    notes: (notes: string, drafts: string) =>
      `Je eigen notities (${notes}) en concepten (${drafts}) zijn meteen weg, net als wat je over gesprekken aangaf.`,
    pair: (name: string, talks: string, commitments: string) =>
      `Met ${name}: gesprekken (${talks}) en afspraken (${commitments}). Het duo eindigt en jij ziet er niets meer van.`,
    final: 'Dit is niet terug te draaien. Download eerst wat je wilt houden.',
    anew: 'Open je Groei later weer, dan begin je opnieuw.',
    now: 'Ja, alles van mij verwijderen',
    doneTitle: 'Alles van jou is verwijderd',
    done: 'Je kunt dit venster sluiten. Open je Groei later weer, dan begin je opnieuw.',
  },
  en: {
    open: 'Delete everything of mine',
    hint: 'All your pairs, your settings and what you kept yourself, at once.',
    self: 'Your settings, favourites, reminders and your sign-in at Microsoft are gone at once. The chat bot writes to you no more.',
    own: (questions: string, templates: string) =>
      `Your own questions (${questions}) and own templates (${templates}) are gone at once.`,
    team: (questions: string, templates: string) =>
      `Those whom you coach find your team questions (${questions}) and team templates (${templates}) no more. Talks that were held with them can be read by them for as long as the pair is there.`,
    notes: (notes: string, drafts: string) =>
      `Your own notes (${notes}) and drafts (${drafts}) are gone at once, and so is what you said of talks.`,
    pair: (name: string, talks: string, commitments: string) =>
      `With ${name}: talks (${talks}) and commitments (${commitments}). The pair ends and you see nothing of it any more.`,
    final: 'This cannot be undone. Download what you want to keep first.',
    anew: 'If you open Groei again later, you begin anew.',
    now: 'Yes, delete everything of mine',
    doneTitle: 'Everything of yours is deleted',
    done: 'You can close this window. If you open Groei again later, you begin anew.',
  },
}
