import { fingerprintOf, sectionIn } from '../../server/invite/edited.ts'
import { find, type Body } from '../../server/invite/merge.ts'
import { renderSection } from '../../server/invite/render.ts'

export const reference = 'GR-ABCD2345'

/** A whole section: two texts of several lines and two commitments. `goal` is what one of them wrote. */
export const sectionWith = (goal: string, language: 'nl' | 'en' = 'nl') =>
  renderSection({
    reference,
    language,
    meetingDate: new Date('2026-06-02T08:30:00Z'),
    timeZone: 'Europe/Amsterdam',
    summary: {
      scope: 'summary-and-commitments',
      steps: [
        { title: { nl: 'Doel', en: 'Goal' }, text: goal },
        {
          title: { nl: 'Realiteit', en: 'Reality' },
          text: 'Het team groeit, 3 < 5 & "druk"\n- links: https://wiki.contoso.com/a?b=1&c=2\n👩\u200d💻 عمل 目標',
        },
      ],
      commitments: [
        {
          owner: 'Milan',
          what: 'Twee ochtenden blokken',
          firstStep: 'Agenda delen',
          due: '2026-06-09',
          criterion: 'Twee weken achtereen',
          ifThen: 'Als iemand iets wil plannen, dan stel ik de middag voor',
        },
        { owner: 'Sanne', what: 'Vragen', firstStep: '', due: null, criterion: '', ifThen: '' },
      ],
      fingerprint: 'x',
    },
  })

export const fingerprintIn = (body: Body): string | null => {
  const foundSection = sectionIn(body, reference)
  return foundSection && fingerprintOf(foundSection.text)
}

/** The references of the whole sections in a body, once each, in its order. */
export const findSections = (body: Body): string[] => [
  ...new Set(find(body).sections.map((one) => one.reference)),
]

/** How many whole sections of this reference a body holds. */
export const countSections = (body: Body, reference: string): number =>
  find(body).sections.filter((one) => one.reference === reference).length
