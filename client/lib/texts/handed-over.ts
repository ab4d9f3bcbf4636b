/** That what was prepared came along from a talk that does not take place. */
export const handedOver = {
  nl: {
    from: (when: string) =>
      `Het gesprek van ${when} gaat niet door. Wat daarvoor was voorbereid, staat nu hier.`,
  },
  en: {
    from: (when: string) =>
      `The talk of ${when} does not take place. What was prepared for it stands here now.`,
  },
}
