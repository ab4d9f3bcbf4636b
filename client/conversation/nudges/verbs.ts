/**
 * Words that say that somebody does something: the subject that a verb comes with, short Dutch infinitives, what
 * people begin a commitment with. Dutch infinitives in -en and English -ing and -ed are known by their ending.
 */
const dutch =
  'ik wij we jij je doe doet doen ga gaat gaan sta staat staan sla slaan zie ziet zien wil kan moet mag ' +
  'bel belt vraag vraagt plan plant stuur stuurt schrijf schrijft maak maakt zeg zegt geef geeft neem neemt ' +
  'lees leest deel deelt blokkeer blokkeert houd houdt hou zet kies kiest noem noemt vertel vertelt leg legt ' +
  'bespreek bespreekt oefen oefent werk werkt stop stopt start begin begint laat kijk kijkt luister luistert ' +
  'haal haalt breng brengt rond regel regelt nodig mail mailt sluit open spreek spreekt reken rekent teken ' +
  'tekent bouw bouwt test toon toont verdeel verdeelt overleg overlegt evalueer presenteer'
const english =
  "i i'll i'd we we'll you he she they do does be is are have has go goes get make take give ask call tell say " +
  'write send plan book block read share show meet talk speak listen look check review finish start stop begin ' +
  'keep put set choose pick decide agree invite prepare present propose offer draft build test run hold leave ' +
  'list name note bring find help lead learn teach practise practice let close open deliver move cut walk visit ' +
  'email mail phone message join host pair split rewrite schedule reserve cancel reply answer thank explain ' +
  'measure count log track record update change replace remove add use buy order sign submit publish announce ' +
  'delegate hand pass collect gather compare sketch draw design discuss arrange organise organize shadow refuse'

export const verbs: ReadonlySet<string> = new Set(`${dutch} ${english}`.split(' '))
