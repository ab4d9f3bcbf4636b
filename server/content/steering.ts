import type { SteeringReason } from '../contract/choice.ts'
import type { Localized } from '../contract/shape.ts'

/** Why a clear frame comes first here; shown with the offer of the steering talk. */
export const steeringReasons: Record<SteeringReason, Localized> = {
  safety: {
    nl: 'Het gaat hier om veiligheid. Dan is het eerlijk om eerst duidelijk te zeggen wat er moet.',
    en: 'This is about safety. It is only fair to start by saying clearly what has to be done.',
  },
  risk: {
    nl: 'Hier staat veel op het spel. Een helder kader geeft houvast; daarbinnen blijft ruimte.',
    en: 'A lot is at stake here. Clear boundaries give something to hold on to, with room inside them.',
  },
  deadline: {
    nl: 'Er is een datum die vaststaat. Begin met wat er dan klaar moet zijn.',
    en: 'There is a fixed date. Start with what has to be ready by then.',
  },
}

/** Parts of the phrases below; all are written as `server/wording/phrases.ts` says, Dutch and English. */
export const steeringParts = {
  /** Things that can be unsafe to work with. A mood or a team cannot: who calls it unsafe needs to be heard, not steered. */
  thing: [
    '*machine|*machines|*steiger|*steigers|*ladder|*ladders|*werkplek|*werkplaats|*werkplekken|bouwplaats|*trap',
    '*heftruck|*kabel|*kabels|*dak|*vloer|*hal|*magazijn|*loods|*installatie|*apparaat|*apparatuur|*gereedschap',
    '*auto|*bus|*vrachtwagen|*kraan|*lift|*gebouw|*uitgang|*systeem|*server|*website|*wachtwoord|*wachtwoorden',
    '*scaffold|*scaffolding|workplace|workshop|site|warehouse|forklift|roof|floor|stairs|cable|cables|wiring',
    'equipment|device|tool|tools|car|van|truck|crane|lift|elevator|building|exit|system|server|website|password',
    'kruispunt|weg|oversteek|road|crossing|materiaal|material|stof|stoffen|substance|gas|chemicals',
  ],
  /** Words that make it a feeling, or a matter of daring to speak. */
  feeling: [
    'voel|voelt|voelde|voelen|gevoel|sfeer|cultuur|klimaat|sociaal|psychologisch|gesprek|feedback|zeggen|uiten',
    'spreken|uitspreken|kwetsbaar|kwetsbare|fouten|vragen|mening|hier|feel|feels|felt|feeling|atmosphere|culture',
    'climate|socially|psychologically|say|speak|tell|admit|ask|disagree|mistakes|mistake|opinion|vulnerable',
  ],
  must: ['moet|moeten|dient|dienen|must', 'has|have|needs|need to'],
  /** A thing is ready; a person calls, comes or goes. */
  ready: [
    'klaar|af|ingeleverd|ingediend|inleveren|indienen|opgeleverd|opleveren|liggen|binnen|gereed|afgerond|live|rond',
    'done|ready|finished|completed|complete|in|delivered|submitted|filed|live|fixed|solved|signed|shipped',
  ],
} as const

type Phrases = { when: readonly string[]; except: readonly string[] }

/**
 * Phrases that name a reason outright. Words with many other uses (risk, deadline, safe) count only where something says
 * how serious it is.
 */
export const steeringPhrases: Record<SteeringReason, Phrases> = {
  safety: {
    when: [
      'onveilig|onveilige|unsafe|levensgevaar|levensgevaarlijk|levensgevaarlijke',
      '<thing> is|zijn|was|waren|lijkt .. niet .. veilig',
      'is|zijn|was|waren .. <thing> .. niet .. veilig',
      '<thing> is|are|was|were|looks not .. safe',
      "<thing> isn't|aren't|wasn't|weren't|doesn't .. safe",
      'niet veilig|veilige <thing>',
      'niet veilig om? .. te werken|gebruiken|rijden|klimmen|lopen',
      'not safe to work|use|drive|climb|walk|enter',
      'veiligheidsrisico|veiligheidsrisico*|veiligheidsincident*|veiligheidsprobleem|veiligheidsproblemen',
      'safety issue|issues|incident|incidents|risk|risks|hazard|hazards|problem|problems|breach',
      'gevaar|gevaarlijk|gevaarlijke|danger|dangers|dangerous|hazardous|brandgevaar|explosiegevaar|gaslek|asbest',
      'ongeval|ongevallen|bijna-ongeval|bijna-ongevallen|ongeluk|ongelukken|accident|accidents|near-miss',
      'gewond|gewonden|verwond|letsel|injured|injury|injuries',
      'get|gets|got|getting|be|been hurt',
      'fall|falls|fell|fallen|falling off|from a|the <thing>',
      'viel|valt|gevallen van|vanaf de|een|het <thing>',
      'van de|een|het <thing> gevallen|af? viel|valt|vallen|gevallen',
      'bedreigd|bedreigt|bedreigde|bedreiging|bedreigingen|threatened|threatens|threatening|threats',
      'agressie|geweld|violence|mishandeld|mishandeling|assaulted',
      'intimidatie|geintimideerd|harass|harassed|harasses|harassing|harassment',
      'gepest|pesten|pest|pesterij|pesterijen|pestgedrag|bullied|bullies|bullying|bully',
      'discriminatie|gediscrimineerd|discrimineert|discrimineren|discrimination|discriminated|discriminates',
      'racisme|racistisch|racistische|racism|racist|seksisme|seksistisch|seksistische|sexism|sexist',
      'ongewenste intimiteiten|aanrakingen',
      'grensoverschrijdend gedrag',
      'grensoverschrijdende opmerking|opmerkingen|gedragingen|grap|grappen|berichten|appjes|houding|situatie',
      'is|was|zijn|waren|vind|vindt|vond .. grensoverschrijdend',
    ],
    except: [
      '<feeling> .. onveilig|onveilige|unsafe|veilig|veilige|safe',
      '<feeling> .. niet|not .. veilig|safe',
      'onveilig|onveilige|unsafe .. <feeling>',
      'veilig|safe .. <feeling>',
      'psychological|social safety *',
      'gevaarlijk|gevaarlijke|dangerous aanname|aannames|gedachte|idee|precedent|spel|vraag|conclusie|assumption',
      'dangerous assumptions|idea|thought|game|question|conclusion|precedent',
      'planning|project|omzet|relatie|deal|budget|timeline|deadline|deal .. in gevaar|danger',
      'per ongeluk|ongeval',
      'geluk bij een ongeluk',
      'by accident',
      'kansen en bedreigingen',
      'opportunities and threats',
      'feelings .. hurt',
      'hurt by what|how',
      'is|was|zijn|waren .. grensoverschrijdend verkeer|vervoer|transport|project|werken|werk|handel|onderzoek',
    ],
  },
  risk: {
    when: [
      'datalek|datalekken|data-lek|beveiligingslek|beveiligingsincident|beveiligingsincidenten|gehackt|hacked',
      'data lek|lekken|leak|leaks|breach|breaches',
      'privacy lek|leak|breach',
      'security incident|incidents|breach|breaches|leak',
      'gegevens gelekt|uitgelekt',
      'data was|were|is|has .. leaked',
      'ransomware',
      'fraude|fraud|omkoping|bribery|corruptie|corruption|illegaal|illegale|illegal|strafbaar|strafbare',
      'in strijd met de? wet|avg|gdpr|wetgeving|regels',
      'against the law|gdpr',
      'overtreden|overtreedt|overtreed|schenden|schendt de? wet|avg|gdpr|privacywet|arbowet|regels|wetgeving',
      'de? wet|avg|gdpr|privacywet|arbowet overtreden|overtreedt|overtreed|geschonden|schenden',
      'break|breaks|breaking|breach|breaching|violate|violates|violating the? law|gdpr|regulations|contract',
      'groot|grote|hoog|hoge|ernstig|ernstige|serieus|serieuze risico|risicos|risico*',
      'high|serious|severe|major|big risk|risks',
      'client|clients|customer|customers|patient|patients|people|colleagues is|are .. at risk',
      'klant|klanten|patient|patienten|mensen|collegas .. loopt|lopen .. risico|gevaar',
    ],
    except: [
      'fraude|fraud detectie|detection|model|models|team|preventie|prevention|filter|filters|afdeling|department',
      'fraude|fraud analyst|rules|score|scores|check|checks',
      'illegal argument|state|character|instruction|operation|access|move|arguments|characters|value',
      'high|serious|major|big risk customer*|client*|group*|categor*|profile*|segment*|patient*|countr*|model*',
      'high|serious|major|big risk appetite|register|project*|account*|portfolio|investment*|supplier*',
      'grote|hoge risicogroep*|risicoklant*|risicoprofiel*',
    ],
  },
  deadline: {
    when: [
      'harde|hard|strakke|fixed deadline|deadlines',
      'deadline is|ligt|staat|valt op? <day>',
      'deadline is on? <day>',
      'deadline van|of <day>',
      '<must> .. .. uiterlijk op? <day>',
      'uiterlijk op? <day> .. .. <must>',
      '<must> .. .. no later than <day>',
      '<must> .. .. by <day> at the latest',
      'moet|moeten|dient|dienen .. .. <day> .. <ready>',
      '<day> moet|moeten|dient|dienen .. .. <ready>',
      'must|has|needs|have to? be .. <ready> .. by|before|on|for <day>',
      'due on|by? <day>',
      'kan|mag|kunnen|mogen .. niet .. later|wachten|uitlopen|verschuiven',
      "can't|cannot|mustn't .. wait|slip|be",
      "can't|cannot|mustn't .. be late|later|moved|postponed",
      'can|must not .. wait|slip',
      'can|must not .. be late|later|moved|postponed',
    ],
    except: [
      'ik|i .. <must>',
      '<must> ik|i',
      "ik|i .. niet|can't|cannot|not",
      'kan|mag ik',
      'mijn|my .. deadline|due',
      'wachten om|op|tot',
      'wait to|for',
    ],
  },
}

/** “No danger”, “without a hard deadline”, “a training about harassment”: in the few words before. */
export const steeringDenials = {
  when: [
    "geen|niet|nooit|zonder|nauwelijks|no|not|never|without|hardly|*n't",
    'training|cursus|workshop|beleid|policy|protocol|module|e-learning|campagne|campaign over|tegen|rond|on|about|against',
  ],
  except: ['geen|niet|not|no alleen|slechts|only|just'],
} as const

/** “The danger is over”, “the data breach has been solved”: behind it, in the same clause. */
export const steeringPast = [
  'is|was|zijn|are|were|been nu|inmiddels|al|now|already? voorbij|over',
  'voorbij|geweken|opgelost|verholpen|afgewend|hersteld|gedicht|gone|solved|resolved|averted|passed|fixed|closed',
] as const

/** Long ago, anywhere in the sentence; what goes on since then does not count as past. */
export const steeringLongAgo = {
  when: [
    'vorig|last jaar|year',
    'jaren|maanden|jaar|years|months|year geleden|ago',
    'destijds|ooit|vroeger|formerly',
    'back then',
  ],
  except: ['sinds|since|vanaf|from vorig|last jaar|year'],
} as const
