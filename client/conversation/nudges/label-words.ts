/**
 * Words that label a person instead of saying what they did, Dutch and English, as `server/wording/phrases.ts` reads
 * them. `<person>` is the one who is spoken of or to, by name too.
 */
export const labelParts = {
  you: ['jij|je|u|jullie|you'],
  third: ['hij|zij|ze|he|she|they'],
  /** Contracted: the verb is in it. */
  isWho: ["you're|he's|she's|they're"],
  is: [
    'is|bent|ben|zijn|was|waren|wordt|werd|blijft|bleef|doet|deed|reageert|reageerde|klinkt|klonk|gedraagt',
    'are|were|became|becomes|gets|got|being|acts|acted|reacts|reacted|sounds|sounded|seems|seemed|stays|stayed',
    'can|could be',
  ],
  /** Between the two may stand how much and how often. */
  degree: [
    'erg|heel|zo|te|nogal|vaak|soms|altijd|nooit|best|wel|ook|een|beetje|behoorlijk|echt|ontzettend|weer|gewoon|zich',
    'very|so|too|quite|rather|often|sometimes|always|never|really|a|an|bit|just|such|pretty|again|also',
  ],
  /** Words that are said of work, feelings and things as well: a label only when said of a person. */
  ofPerson: [
    'negatief|passief|traag|agressief|onzeker|moeilijk|defensief|dom|chaotisch|afstandelijk|dominant',
    'negative|negatively|passive|passively|slow|aggressive|aggressively|insecure|difficult|defensive|defensively',
    'rude|rudely|stupid|chaotic|distant|bossy|dominant',
  ],
  /** As they stand before a noun. */
  inflected: [
    'negatieve|passieve|trage|agressieve|onzekere|moeilijke|defensieve|domme|chaotische|afstandelijke|dominante',
    'negative|passive|slow|aggressive|insecure|difficult|defensive|rude|stupid|chaotic|distant|bossy|dominant',
  ],
  self: ['me|mij|mezelf|myself|zich'],
  someone: [
    'collega|persoon|mens|type|medewerker|manager|leidinggevende|man|vrouw|houding|toon|instelling|indruk',
    'colleague|person|guy|woman|employee|worker|boss|attitude|tone|character|manner',
  ],
}

/** Said of a person these are labels, whatever stands around them. */
const alone = [
  'lui|luie|slordig|slordige|arrogant|arrogante|koppig|koppige|eigenwijs|eigenwijze|ongemotiveerd|ongemotiveerde',
  'onprofessioneel|onprofessionele|onbetrouwbaar|onbetrouwbare|ongeïnteresseerd|ongeïnteresseerde|egoïstisch',
  'lazy|sloppy|careless|stubborn|unmotivated|unprofessional|unreliable|uninterested|selfish|toxic',
]
export const labelWords = [...alone, ...labelParts.ofPerson, ...labelParts.inflected]

export const labels = {
  when: [
    ...alone,
    '<person> <degree>? <is> <degree>? <degree>? <degree>? <ofPerson>',
    '<is> <third> <degree>? <degree>? <degree>? <ofPerson>',
    '<isWho> <degree>? <degree>? <degree>? <ofPerson>',
    '<person> komt|kwam <degree>? <degree>? <ofPerson> over',
    '<person> kan|kon <degree>? <degree>? <ofPerson> zijn|doen|reageren',
    '<inflected> <someone>',
  ],
  // Said of oneself it is a feeling, denied it is none, and the same words are said of things.
  except: [
    'ik|i ben|was|word|werd|am|get|got <degree>? <degree>? <label>',
    'ben|was ik <degree>? <degree>? <label>',
    "i'm <degree>? <degree>? <label>",
    'voel|voelt|voelde|voelen|feel|feels|felt|feeling <self>? <degree>? <degree>? <label>',
    "niet|not|never|*n't <degree>? <label>",
    'luie|lazy stoel|zondag|dag|avond|loading|load|sunday|day|chair|evaluation',
  ],
}

export const absoluteWords = ['altijd|nooit|always|never']

/** Words for how often, which take one time for all times. */
export const absolutes = {
  when: ['<person> .. <absolute>', '<absolute> * <person>'],
  // Softened to what can be true; offered; or said by one of oneself.
  except: [
    'zoals|als|bijna|niet|vrijwel|meestal <absolute>',
    "as|almost|not|nearly|hardly|don't|doesn't|didn't|won't <absolute>",
    'never mind',
    'nooit meer',
    'kan|kunt|kunnen|mag|mogen <person>? .. altijd',
    'can|could|may always',
    'ik|we|wij help|steun|vertrouw|waardeer|heb|hebben|zal|kan|wil .. <absolute>',
    'i|we have|had|will|would|am|was|are|were? <absolute>',
    "i'll|we'll|i've|we've|i'd|i'm <absolute>",
    'i|we help|trust|support|appreciate|admire|like|love|enjoy|thank .. <absolute>',
  ],
}
