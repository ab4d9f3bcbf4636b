import { bilingual } from '../../../server/contract/bilingual.ts'

/** Choosing the template of a conversation, and what was written under another one. */
export const choosingTexts = bilingual({
  nl: {
    title: 'Gespreksvorm',
    stays: 'Wat jullie al typten blijft staan.',
    loading: 'Gespreksvormen worden geladen…',
    from: { organisation: 'van je organisatie', team: 'van je team' },
    minutes: (minutes: string) => `${minutes}\u00a0min`,
    always: (title: string) => `Nieuwe gesprekken beginnen met ${title}`,
    usual: 'jullie gewone gespreksvorm',
    otherChose: (name: string, title: string) => `${name} koos een andere gespreksvorm: ${title}.`,
    left: (step: string, here: string) =>
      `De stap ${step} zit daar niet in, dus je bent nu bij ${here}. Wat er stond is bewaard.`,
    offer: (reason: string, words: string) => `${reason} (“${words}”)`,
    take: (title: string) => `Naar ${title}`,
    wave: 'Nu niet',
    otherNotes: 'Andere notities',
    otherHint: 'Getypt in stappen van een andere gespreksvorm. Dit wordt niet gedeeld.',
  },
  en: {
    title: 'Template',
    stays: 'What you have typed stays.',
    loading: 'Loading the templates…',
    from: { organisation: 'from your organisation', team: 'from your team' },
    minutes: (minutes) => `${minutes}\u00a0min`,
    always: (title) => `New conversations start with ${title}`,
    usual: 'your usual template',
    otherChose: (name, title) => `${name} chose another template: ${title}.`,
    left: (step, here) => `It has no step ${step}, so you are at ${here} now. What was written is kept.`,
    offer: (reason, words) => `${reason} (“${words}”)`,
    take: (title) => `Go to ${title}`,
    wave: 'Not now',
    otherNotes: 'Other notes',
    otherHint: 'Typed in steps of another template. This is not shared.',
  },
})
