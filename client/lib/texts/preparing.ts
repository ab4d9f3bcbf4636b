/** A preparation that was changed on two devices of its author. */
export const preparing = {
  nl: {
    keepShared: (name: string) => `Deel die van mij met ${name}`,
    keepMineDraft: 'Bewaar die van mij als concept',
  },
  en: {
    keepShared: (name: string) => `Share mine with ${name}`,
    keepMineDraft: 'Keep mine as a draft',
  },
}
