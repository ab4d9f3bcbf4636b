/** A preparation that was changed on two devices of its author. */
export const preparing = {
  nl: {
    keepShared: (name: string) => `Mijn versie delen met ${name}`,
    keepMineDraft: 'Mijn versie bewaren als concept',
  },
  en: {
    keepShared: (name: string) => `Share mine with ${name}`,
    keepMineDraft: 'Keep mine as a draft',
  },
}
