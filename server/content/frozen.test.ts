import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { shippedTemplates } from './library.ts'
import { questions } from './questions.ts'

/** Fingerprints of what conversations were held with. A line is added for what is new, and none is ever changed. */
const frozen = {
  questions: {
    'prepare-worth': '2UK4CNVoPmN2',
    'check-in-energy': 'eqkamHPuJ-f6',
    'check-in-mind': '1Vvosv1ZxjbZ',
    'check-in-proud': 's4xetQVvG2Aj',
    'check-in-drain': 'UmeaS9JLUbAM',
    'check-in-words': 'wVS0QGpIULjb',
    'check-in-glad': '4vX6JdnbWHjw',
    'check-in-first': 'PpiME1Y14bNL',
    'check-in-rest': 'rDvfVf5hUojm',
    'check-in-beneath': 'fGzp2zneK2d3',
    'focus-most': 'IK75LsOIU3yk',
    'focus-lift': 'WNQOYo-_6uMV',
    'focus-avoid': 'TCSZ5j0e445y',
    'focus-today': 'EMFA-9f8JWVw',
    'focus-part': '6yLgWZZUKX8F',
    'focus-really': 'bSPChLq4xmzJ',
    'prepare-stuck': 'vNHZ9hT2_4Q4',
    'goal-good': 'i-MridXyNFvz',
    'goal-see': 'j7KaLtjQXLGI',
    'goal-matter': 'lZ5gN6cOhZ9x',
    'goal-day': '7-rUmVtYv7ie',
    'goal-enough': 'zPfXxA9VTSVc',
    'goal-scale': '0AWYkcm1pNTh',
    'reality-happens': 'QLLSY8cS4wrQ',
    'reality-tried': 'yx7Ate3yeg9H',
    'reality-sure': 'lc59Cw2WmZQU',
    'reality-exception': 'B-UP7tjfbyh1',
    'reality-feel': 'HauvOxziRsXQ',
    'reality-scale': 'e0F6lFAqItEO',
    'blockers-now': 'ON3o1hybiaDr',
    'blockers-lighter': 'JZIE7AFEBAPW',
    'blockers-again': 'TSSakULuqX4z',
    'blockers-keeps': '8m63Y3cz8ZAH',
    'options-three': 'WsRjj7dQyHaG',
    'options-free': 'p1DAL1cAdvY1',
    'options-worked': 'UTgR878SmOSL',
    'options-nothing': 'tOZtHWtDnWNF',
    'options-cost': 'ubv2pwLRlVEH',
    'options-friend': 'Jtft9j3Fo6qd',
    'options-stop': 'y2Mv9NXkw5Fw',
    'goal-yours': 'GmJTzRksl-qM',
    'reality-part': 'eKcCE9JqoVSF',
    'focus-open': 'VOWvgZrx-aZT',
    'follow-next': 'YQWu3z0_w7bu',
    'follow-keep': 'aLWfhQP6fWJw',
    'follow-mean': '8CxC2hfI4tgq',
    'will-choose': 'iKlnBKy49j6d',
    'will-way': '8_Uko4q8We2k',
    'will-know': 'wBS08ogGfUQp',
    'will-scale': '14lzuFatcBaP',
    'will-soon': 'IjNB46Nqr0ro',
    'will-no': 'C0H5_tQH69Tt',
    'will-want': '7Y6vi3HQVPRI',
    'commit-sentence': 'vSypUXzSfZtx',
    'commit-moment': '2Em52fqk4zS5',
    'commit-doable': 'Uocu0jFErJAo',
    'prepare-other': 'CgRTcQoLz1iH',
    'will-help': '0Apsyk0dSSZf',
    'together-best': 'aiajKFzMg_oc',
    'together-way': 'iiRrPq15S8hN',
    'together-expect': 'zzfwm6vqnBjl',
    'together-say': 'mfNT3ROqVYKC',
    'together-strain': 'tv8e_EQWX1Ap',
    'together-need': 'qlYHFmiKbThW',
    'together-unsaid': 'snTIzrRjztLO',
    'together-trust': 'z187FBXoWA5r',
    'together-thanks': 'H6Ur_I8cs2rB',
    'reality-behaviour': '9iIn3xccd_36',
    'feedback-saw': 'A2uXhEJCZ-nZ',
    'feedback-effect': 'XhTL8a6ECfSp',
    'feedback-side': 'mn4_4zjvO5lv',
    'feedback-lands': 'jwVn2RFSYr1t',
    'feedback-wish': 'VAsr0Rhf-G1i',
    'steer-clear': '0d4nkCPkvpel',
    'steer-words': '18hdj6kw8Lrx',
    'steer-room': 'fX6F1uUKqNGB',
    'steer-need': 'Pn5ePU7PeUup',
    'steer-check': '_wDhrgg-C7OZ',
    'prepare-progress': 'K48gkoySvuQ9',
    'follow-surprise': 'Y0rlsHZ5SSO7',
    'follow-easier': 'Z_fuu9MAwVuA',
    'follow-effect': '3asUA3i3oOqa',
    'reflect-new': 'GPdyghMdc7W5',
    'reflect-again': 'bK_TJu2htitU',
    'reflect-best': 'SDoUChaWTCrC',
    'reflect-helped': 'DFLq63q06yR9',
    'reflect-strength': 'WMvUIEqkK_na',
    'reflect-different': 'lSiaL5Qlscak',
    'reflect-others': 'bBzZp_T5p-jW',
    'reflect-scale': 'F0BU74jzkDbO',
    'reflect-turn': 'k6AIjwDmnWgU',
    'reflect-pattern': '5Me_6aj7oPUN',
    'reflect-ahead': '20s-s9ypl2Yx',
  },
  templates: {
    'grow 1': 'IQZTnaiXIcVX',
    'short-check-in 1': '051S5q4O8LtH',
    'first-conversation 1': 'a-K4Q4paJi26',
    'feedback 1': 'tXSOxGEFBVl2',
    'review 1': '0JarxPReSy0x',
    'steering 1': '6fCgNXEY6YLu',
  },
}

const print = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 12)

describe('frozen content', () => {
  /**
   * Conversations were held with these words, and read so for years. Something is changed here: give a question another id, or
   * a template another version, and leave what was. Something is new: add the line that is missing in `frozen`.
   */
  test('every question and every template version has the fingerprint recorded here', () => {
    expect({
      questions: Object.fromEntries(
        questions.map(({ id, kind, text }) => [id, print([kind, text.nl, text.en])]),
      ),
      templates: Object.fromEntries(shippedTemplates.map((one) => [`${one.id} ${one.version}`, print(one)])),
    }).toEqual(frozen)
  })
})
