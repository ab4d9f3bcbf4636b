/** That what was prepared came along from a talk that does not take place. */
export const handedOver = {
  nl: {
    from: (when: string) =>
      `Het gesprek van ${when} gaat niet door. Wat daarvoor was voorbereid, staat nu hier.`,
  },
  en: {
    from: (when: string) =>
      `The conversation on ${when} is not going ahead. What was prepared for it is here now.`,
  },
}
