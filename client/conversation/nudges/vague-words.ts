/**
 * Words that make a commitment hard to picture, Dutch and English, as `server/wording/phrases.ts` reads them. Two
 * people may mix the two languages; only the answer of Groei is in the reader's language.
 */

/** An intention, whatever stands around it. */
export const intentions = {
  when: [
    'proberen|probeer|probeert|try|tries|trying',
    'mijn best doen|doe',
    'doe mijn best',
    'do|doing my best',
    'hopelijk|hopefully|misschien|maybe|perhaps|asap|zsm',
    'zo snel mogelijk',
    'as soon as possible',
    'waar mogelijk',
    'where|if possible',
    'als het lukt',
    'ooit eens',
    'at some point',
    'make|making an effort',
  ],
  // Trying something out is a deed.
  except: ['try|trying|tries out', 'uit te proberen', 'probeer|probeert .. .. uit'],
}

/** A direction without a distance: with an amount of something it can be seen, with a day alone it cannot. */
export const directions = {
  when: [
    'meer|minder|vaker|vaak|regelmatig|beter|betere|sneller|duidelijker|verbeteren|verbeter|more|less|often|better|faster|improve|improving',
    'proactief|proactiever|proactieve|assertief|assertiever|zichtbaarder|actiever|proactive|proactively|assertive',
    'efficienter|effectiever|smarter',

    // By their form: rustiger zijn, be clearer.
    '*er zijn|worden|blijven|overkomen|optreden|denken|reageren|communiceren|formuleren|samenwerken|werken|opstellen|voelen',
    '*er in mijn',
    '*ief|open|zichtbaar|aanwezig|professioneel|zelfverzekerd|alert|scherp|kalm|rustig zijn|worden|blijven|overkomen',
    'ik ben|word|blijf|kom|denk|reageer *er',
    'be|being|become|becoming|stay *er',
    'be|become|becoming a *er *',
    'be|being|stay a? *ive|*ible|flexible|present|open|clear|nice|calm|patient|confident|visible|professional|strategic|mindful|aware',
    'be a team|good|great *',
    'work|speak|listen|respond|think harder|louder|slower|deeper',
    'communiceren|luisteren|samenwerken duidelijk|goed|open',
    'duidelijk|helder|goed|open|actief|efficient|effectief blijven? communiceren|luisteren|samenwerken|werken|vergaderen',
    'communicate|listen|work|lead clearly|well|openly|actively|carefully|effectively|efficiently|closely',

    // Attention, not a deed.
    'werken|werk|werkt aan',
    'aan .. werken|werk',
    'eraan werken|denken',
    'work|working on',
    'letten|let op|erop',
    'erop|daarop|op .. letten',
    'aandacht besteden|geven|schenken',
    'aandacht .. besteden|geven',
    'pay|paying attention',
    'focus|focusing|focussing on',
    'focus|overzicht|rust houden|bewaren|pakken',
    'nadenken|denk|nagedacht .. over|na|erover',
    'erover|daarover nadenken',
    'think|thinking about',
    'in de gaten houden',
    'keep|keeping an eye',
    'keep|keeping .. in mind',
    'stay|staying on top',
    'bewust zijn',
    'rekening houden',
    'openstaan|opensta voor',

    // A beginning without an end.
    'kijken|zien of|hoe|wat het|ik|er .. lukt|gaat|kan|past|loopt|mogelijk',
    'see what|if|whether i can',
    'see how|where it goes',
    'look|looking into',
    'aan de slag',
    'pak|pakken|pakt het|dit|dat op',
    'het|dit|dat oppakken',

    // Qualities that others should see in one.
    'verantwoordelijkheid|verantwoordelijkheden|regie|initiatief|eigenaarschap nemen|neem|pakken|pak|tonen|nemen',
    'take|taking|show|showing the? ownership|responsibility|initiative|lead|charge',
    'mezelf laten zien',
    'serieus nemen',
    'vertrouwen geven|winnen|opbouwen',
    'verbinding zoeken|maken',
    'build|building|earn|gain trust|confidence',
    'reduce|manage my? stress',
    'grenzen aangeven|stellen|bewaken',
    'set|setting|keep my? boundaries',
    'groeien|groei in|als',
    'grow|growing|develop in|into|as',
    'ontwikkelen|ontwikkel .. als|tot|in',
    'me|mezelf|mijzelf ontwikkelen',
    'step|stepping up',
    'uit mijn comfortzone',
    'out of my comfort',
  ],
  except: [
    // "No more" is not more, and "more than an hour" is an amount.
    'niet|nooit|niks|niets meer',
    'geen .. meer',
    'no more|less|better',
    'meer|minder|more|less dan|than',
    'how often',
    'hoe vaak',
    'more or less',
    'meer of minder',
    'meer|more informatie|info|uitleg|details|context|information',
    // One gets hold of a thing.
    'beter|betere|snellere|better|faster * regelen|kopen|bestellen|aanvragen|huren|installeren',
    'order|buy|rent|install|request a? better|faster',
    // No comparatives.
    'hier|er|daar|weer|zeker|wakker|later|eerder|verder|over|onder|achter|klaar|ander|zonder zijn|worden|blijven|denken|werken',
    '*leider|*manager|*trainer|*partner|*hoger zijn|worden',
    'ik ben|word|blijf|kom er|hier|daar|weer|later|eerder|over|zeker|onder|verder',
    'be|stay over|under|after|there|here|other|either|together|her|never|later|earlier',
    'denk|denken .. over|na dat|of',
  ],
}

/** Words that begin a clause of when or why. The deed stands before it, or in the next clause. */
export const conditions = {
  when: [
    'als|wanneer|zodra|omdat|terwijl|totdat|voordat|nadat|if|when|whenever|because|while|until|before|after',
  ],
}
/** Words that begin a clause of purpose or subject, when the deed stands before it. */
export const purposes = {
  when: [
    'zodat|dat|die|waarin|waarbij|waarom|om|hoe|wat|to|which|who|whether|that|what|where|why',
    'so that|we|i|they|the',
    'vragen|vraag|checken|check|uitzoeken|nagaan|bespreken|testen|uit of',
  ],
  // A time; and what is wished for there is all that one says.
  except: [
    'om #',
    'om de|het',
    'zorgen|zorg|zorgt ervoor? dat',
    'ervoor .. zorgen|zorg|zorgt dat',
    'wil|willen|hoop|graag dat|om',
    'doel|plan|wens|voornemen is om|dat',
    'make|making|be sure that',
    'ensure|want|hope|see that',
    'want|wants|need|needs|going|learn|learning|like|aim|hope|plan|intend|start|begin|continue|have|how|commit to',
    'is|goal|intention|able|due|up|next|report|back|say|talk|listen|speak|write|said|aan|contrast to',
    'leren|leer om|hoe',
  ],
}

/** How many or how much, but of no time: that says when, not what. */
export const amounts = {
  when: [
    '#',
    'één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|halve|half|helft',
    'one|two|three|four|five|six|seven|eight|nine|ten|once|twice|half',
  ],
  except: [
    '<date>',
    '<clock>',
    '<year>',
    'om|rond|voor|vanaf|tot|na|at|around|before|from|until|by|after|past # uur|u|am|pm?',
    'week|sprint|kwartaal|quarter #',
    'binnen|over|in|within|om|every|elke|iedere de? <few> dag|dagen|week|weken|maand|maanden|day|days',
    'binnen|over|in|within|every <few> weeks|months',
  ],
}
export const few = ['#', 'één|twee|drie|vier|vijf|zes|one|two|three|four|five|six']

/** Somebody does something. Dutch infinitives in -en are known by their ending. */
export const deeds = {
  when: [
    'ik|wij|we|jij|je|doe|doet|doen|ga|gaat|gaan|sta|staat|staan|sla|slaan|zie|ziet|zien|wil|kan|moet|mag|af|klaar',
    'bel|vraag|plan|stuur|schrijf|maak|zeg|geef|neem|lees|deel|blokkeer|houd|hou|zet|kies|noem|vertel|leg|bespreek',
    'oefen|werk|stop|start|begin|laat|kijk|luister|haal|breng|rond|regel|nodig|mail|sluit|spreek|teken|bouw|test',
    "naar|terug|weg|*en|i|*'ll|*'d|*'m",
  ],
  except: ['open|eigen|samen|geen|vertrouwen|mensen|klanten|doelen|grenzen|kansen'],
}
/** An English one, when there is something besides; and many a Dutch noun. */
export const inflected = ['*ing|*ed|*ate|*ise|*ize|*ify']

/** A subject and no deed, by its first word; a list of these is shorter than one of all that people can do. */
export const bare = {
  when: [
    '*atie|*heid|*iteit|*schap|*isme|*ance|*ence|*ness|*ity|*ship|*ment|*ation|*balans',
    'rust|balans|structuur|overzicht|vertrouwen|sfeer|werkdruk|stress|plezier|teamgeest|grenzen|doelen',
    'goede|goed|duidelijke|heldere|persoonlijke|open|nieuwe|mooie|eigen',
    'time|team|teamwork|trust|stakeholder|customer|employee|work-life|balance|clarity|feedback|goals|boundaries',
    'spirit|good|clear|great|strong|healthy|personal|growth',
  ],
  except: [
    '* the|a|an|my|our|his|her|their|this|that|all|up|out|#|one|two|three',
    'document|comment|experiment|implement|ship|finance|enhance|reference|sequence|advance',
  ],
}
