const noun =
  "(?:talks|negotiations|round(?: of [\\w-]+(?: [\\w-]+){0,2})?|session|sitting|meeting|consultations|discussions|plenary|conference|dialogue|press point|encounter|summit|contacts)";
/** How English tells of a session: the one reported, one that prepared it, one to come. */
export const meetings = {
  noun: new RegExp(`\\b${noun}\\b`, "i"),
  held: /\b(?:started|began|opened|ended|closed|concluded|took place|taken place|was held|were held|held|met|wrapped up|finished|adjourned|gathered|convened|sat down|emerged|begins|opens|ends|closes|concludes|resumes|meets|gathers|taking place|takes place|was opened|was concluded|was closed|have met|has met|had met|sat opposite|sat across|sat for|came out of|returned from|back from|in session|spoke by video|entered their|are under way|is under way|continued|resumed|broke up|took part in|participated in|resumed|completed|hosted|left the|arrived|is over|are over|got under way|kicked off|came together|walk(?:s|ed) out|brokered|chaired|have ended|has ended|has begun|wound up|sat|(?:after|following) (?:\S+ ){0,5}?(?:session|round|meeting|talks|day)\b|meeting in|meeting at|having met|brought together|received the|sat together|sat (?:across|around)|faced each other|came face to face|assembled|(?:spent|lasted|talked|negotiated) (?:\S+ ){0,3}(?:hours|days)|spent (?:\S+ ){0,3}(?:weekend|morning|afternoon|night|evening|day|week)|brought (?:\S+ ){1,9}?(?:together|to (?:one|the same) table)|shook hands|sat on|sat facing|held (?:their|a|an|the)|at the (?:close|end|start|opening) of (?:the|their|a)|in session|at the table|went into|entered (?:a|an|its|their)|meeting (?:on|from|under|again|for the)|(?:agreement|understanding|accord|deal|arrangement|protocol|memorandum) (?:reached|signed|concluded|agreed|struck|made) (?:by|between)|day \d+ (?:in|of|at))\b/i,
  minutes: /\b(?:minutes|record|readout|summary|communiqu[eé]|protocol|report|transcript) (?:of|on)\b/i,
  mainWords:
    /\b(?:talks|negotiations|round|session|sitting|consultations|delegations?|meeting|envoys|negotiators|video link|contact group|(?:agreement|understanding|accord|deal|arrangement|protocol|memorandum) (?:reached|signed|concluded|agreed|struck|made) (?:by|between)|met|meets|sat|conference|dialogue|mediation|roundtable|plenary|summit|guests of|together|(?:first|second|third|fourth|fifth|last|final) day (?:in|at|of)|hours (?:together|today))\b/i,
  ordinal:
    /\b(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|twentieth|\d{1,2}(?:st|nd|rd|th)) (?:and (?:final|last) )?(?:\w+ )?(?:rounds?|sessions?|sittings?|meetings?|sets? of talks|plenary|consultations|summit|talks)\b/i,
  /** "The talks, the third since July, ended". */
  ordinalBehind:
    /\b(?:talks|round|meeting|session|sitting|negotiations|consultations)\b[^.;]{0,40}, (?:the|their) (second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth) (?:since|this|in|of|such|so far|between|held)\b/i,
  /** "met for the ninth time" */
  ordinalTime:
    /\b(?:met|meet|meets|sat|sit|convened|convenes?|gathered|talked)\b[^.;]{0,40}? for the (second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth) time\b/i,
  ordinalElsewhere:
    /\b(?:this|it) (?:is|was) (?:the|their) (first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth) (?:\w+ )?(?:round|session|sitting|meeting)\b/i,
  /** What the sentence tells came after the session. */
  /** Where nothing else tells of the session: "This is the fifth meeting." */
  thisIs:
    /\b(?:this|it|today|today's|tonight's)(?:'s| is| was| makes)? (?:(?:is|was) )?(?:the|their|a) (?:\w+ ){0,2}(?:round|session|sitting|meeting|day of talks)\b/i,
  headedIn:
    /\b(?:[Tt]alks|[Nn]egotiations|[Mm]eeting|[Rr]ound|[Ss]ession|[Cc]onsultations|[Cc]onference) (?:in|at) (\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'-]+)?)/u,
  /** Where a joint text was made: "Done at …". */
  doneAt:
    /^(?:[Aa]dopted|[Dd]one|[Ss]igned|[Ii]ssued|[Gg]iven|[Aa]greed|[Cc]oncluded) (?:at|in) (\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'-]+)?)/u,
  announced: /\b(?:announced|told (?:reporters|journalists)|made (?:it )?public|declared)\b/i,
  /** Who may be a committee that the sentence before has set up. */
  ofCommittee:
    /^(?:they|it|each|both|its|their|the (?:groups?|committees?|sub-?committees?|commissions?|experts?)) /i,
  backTo: /\b(?:back|return|returns|go|travel) to (\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'-]+)?)/u,
  /** Without a day, and of this one. */
  justNow:
    /\b(?:(?:an|one|two|three|half an) hours? ago|earlier (?:this|today)|minutes ago|just now|moments ago|this (?:morning|afternoon|evening)|tonight)\b/i,
  /** Where the next session is told to be without a name. */
  samePlace:
    /\b(?:there|here|in the same (?:\p{L}+ )?(?:place|town|city|hall|house|building|venue|room|hotel)|under the same roof|at the same (?:table|place|venue))\b/iu,
  sat: /\b(?:delegations?|negotiators?|talks|negotiations|teams)\b/i,
  sessionOnly: /\b(?:technical|expert-level) (?:meeting|session|talks|consultations|contacts|round)\b/i,
  afterTalks: new RegExp(`\\b(?:after|following) (?:\\S+ ){0,3}?${noun}\\b`, "i"),
  preparatory:
    /\b(?:preparatory|technical|preliminary|pre-talks|expert-level|advance) (?:meeting|session|talks|consultations|contacts|round)\b|\b(?:met|meet|talked|spoke|sat|dined) (?:in private|privately|alone|one[- ]on[- ]one|tête-à-tête|on the sidelines|face to face beforehand|the evening before|the night before)\b|\b(?:meeting|session|talks) (?:that|which) prepared\b/i,
  nextNoun:
    /\b(?:the |a |an |their )?(?:next|another|new|further|following|(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\d{1,2}(?:st|nd|rd|th))) (?:\w+ )?(?:round|session|meeting|sitting|talks|plenary|consultations)\b|\b(?:a|the) (?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth)(?= (?:is|will|was|has been|are) )|\b(?:wants?|expects?|invit(?:es|ed)|called|summoned) (?:\S+ ){1,4}?(?:back (?:in|to|on)|to (?:return|meet|come|reconvene))\b/gi,
  nextVerb:
    /\b(?:(?:the |both )?(?:sides|parties|delegations|teams|negotiators|talks|negotiations|they|we|governments|consultations|work|two|both|experts|(?:foreign |defen[cs]e )?ministers|delegates|commanders|chiefs of staff|[Cc]ommission(?= [^.;]{0,40}(?:again|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth))|generals|envoys|presidents|leaders|all|dialogue|discussions)(?:'ll|'re)?(?: \w+){0,3}? (?:will |would |are to |is to |shall |are due to |are expected to |should |agreed to |have agreed to |had agreed to )?(?:meet|reconvene|resume|convene|continue|return|go on|go back in|gather|come back|sit down|see each other|be back)(?: again| online| once more| on)?|(?:the |both )?(?:sides|parties|delegations|teams|negotiators|talks|they|envoys|two|both|experts)\b[^.;:]{1,60}? and (?:will|are to|are due to|would|shall) (?:then )?(?:be back|return|meet|reconvene|come back|resume|gather|sit down)|(?:they|we|teams|delegations|sides|negotiators|envoys)(?:'re| are) (?:due )?back)\b/gi,
  ahead:
    /(?:'ll |\bwants? (?:\w+ ){1,3}to (?:come back|meet|return))|\b(?:will|would|is to|are to|shall|to be|to open|set for|(?:fixed|arranged|agreed|booked|earmarked) for|scheduled|planned|foreseen|slated|tentatively|called for|pencilled|penciled|due|expected|again|go on|resume|reconvene|tomorrow|tmrw|agreed to|next|convene|(?:'re|are) (?:due )?back|opens|begins|starts|convenes|resumes|takes place)\b/i,
  dayFirst:
    /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?(?:\d{1,2} \p{Lu}\p{L}+|\p{Lu}\p{L}+ \d{1,2})(?:,? \d{4})?(?::| [—–-]) /u,
  wontBe: /\b(?:will|would|shall|do|did) (?:not|never)\b|\bwon't\b/i,
  none: /\b(?:no|not|nobody|without)\b(?: \w+){0,3} (?:date|round|session|meeting|talks)\b|\bif (?:a|there|the(?! (?:next|\w+) (?:round|session|meeting|sitting|talks),? (?:(?:on|in|at) |(?:set|scheduled|due|planned) for )))\b|\bproposed? (?:that )?(?:the )?next\b|\bproposed\b/i,
  together: /\bwe (?:\w+ )?(?:spent|sat|met|talked|spoke|negotiated)\b|\byou (?:came|are) back from\b/i,
  onlyReported:
    /\b(?:reject|den(?:y|ie)|dismiss|refut|no)\w* (?:\S+ ){0,3}?(?:reports?|rumou?rs?|claims?|suggestions?)\b/i,
  twoDays: /\b(two|three|four|five) days of\b/i,
  concluded: /\b(?:conclud|clos|end|finish|wrapp|wound|complet|over)\w*/i,
  venue:
    /\b(?:Hotel|Palace|Hall|House|Centre|Center|Villa|Castle|Conference|Room|Building|Residence|Club|Inn|Quay|Ministry|Embassy|Pavilion|Lodge|Court|Chamber)\b/,
  hosts:
    /\b(?:host\w*|conven\w*|chair\w*|mediat\w*|initiative|auspices|invitation|broker\w*|facilitat\w*)\b/i,
  unofficial: /\bpress (?:point|conference|briefing)\b/i,
};
