import type { Localized } from '../server/contract/shape.ts'

/** Everything that a person reads of the package, in both languages. Limits are the schema's. */
export const texts = {
  name: { nl: 'Groei', en: 'Groei' },
  fullName: { nl: 'Groei: 1-op-1’s die doorwerken', en: 'Groei: 1-on-1s that stick' },
  short: {
    nl: '1-op-1’s met voorbereiding, GROW en afspraken die terugkomen.',
    en: '1-on-1s with preparation, GROW and commitments that come back.',
  },
  full: {
    nl: 'Groei helpt leidinggevende en medewerker om van elk 1-op-1 iets te maken. Bereid je voor naast de vergadering in Outlook, volg in het zijpaneel van Teams op wat jullie afspraken, doorloop samen GROW en sluit af met één of twee concrete afspraken. Wat jullie delen komt in de volgende uitnodiging, en wat openstaat komt aan het begin van het volgende gesprek vanzelf terug. Alleen jij ziet een concept.',
    en: 'Groei helps a coach and an employee make every 1-on-1 count. Prepare beside the event in Outlook, follow up on what you agreed in the side panel in Teams, go through GROW together and close with one or two concrete commitments. What you share goes into the next invite, and what is open comes back by itself at the start of the next conversation. Only you can see a draft.',
  },
  open: { nl: 'Groei openen', en: 'Open Groei' },
  openTip: {
    nl: 'Bereid dit gesprek voor en zie wat er openstaat.',
    en: 'Prepare this conversation and see what is open.',
  },
} satisfies Record<string, Localized>

/** The host's tabs of the personal app, in their order (`tabPages`). */
export const tabNames: Localized[] = [
  { nl: 'Vandaag', en: 'Today' },
  { nl: 'Mensen', en: 'People' },
  { nl: 'Afspraken', en: 'Commitments' },
]

/** The bot proposes these where people type to it; it knows them in both languages. */
export const commands = [
  {
    title: { nl: 'mijn afspraken', en: 'my commitments' },
    description: { nl: 'Wat er van jou openstaat', en: 'Commitments of yours that are open' },
  },
  {
    title: { nl: 'hulp', en: 'help' },
    description: { nl: 'Alles wat je mij kunt vragen', en: 'Everything that you can ask of me' },
  },
] satisfies Record<'title' | 'description', Localized>[]
