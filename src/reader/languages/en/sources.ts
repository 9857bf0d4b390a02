/** Who can be quoted without a name. */
export const sources = {
  /** Heads of a noun phrase that speaks: an institution, an office, or people without a name. */
  head: /\b(?:ministry|ministries|government|govt|office|headquarters|service|staff|command|army|military|navy|air force|forces|agency|committee|commission|council|assembly|parliament|delegations?|teams?|sides?|part(?:y|ies)|leadership|leaders?|authorit(?:y|ies)|administration|presidency|cabinet|secretariat|mission|mediators?|observers?|monitors?|hosts?|negotiators?|officials?|sources?|diplomats?|spokes(?:man|woman|person|people)|representatives?|participants?|people|persons?|relatives|famil(?:y|ies)|residents?|witness(?:es)?|villagers?|media|newspapers?|agencies|channels?|broadcasters?|television|radio|commanders?|officers?|soldiers?|aides?|advisers?|advisors?|experts?|analysts?|lawyers?|doctors?|medics?|paramedics?|nurses?|surgeons?|drivers?|teachers?|farmers?|workers?|volunteers?|organi[sz]ations?|coordinators?|envoys?|ministers?|president|premier|chancellor|governments|capitals|delegates?|ambassadors?|secretary|head|chief|bureau|movement|front|union|department|press[- ]service|kremlin|palace|embassy|consulate|statement|communiqué|communique|chair(?:man|woman)?|general|colonel|another|other|others|one|two|three|both|all|neither|who|someone|operator|prosecutors?|ombudsman|governor|mayor|police|guard|border guard|directorate|centre|center|group|campaign|association|brigade|battalion|regiment|militia|garrison|trust|society|church|company|railways?|hospital|university|institute|firm|utility|port|airline|museum|monastery|diocese|clinic|tv|priest|bishop|judge|facilitators?|colleagues|partners|sappers|engineers|electricians|rescuers|firefighters|gunners|pilots|sailors|fishermen|traders|shopkeepers|elders|clergy|priests|monks|nuns|lawmakers|deputies|senators|chancery|consuls?|prefects?|commissioners?|inspectors?|investigators?|prison|prisons? service|railwaymen|dockers|students|mothers|wives|widows|survivors?|escorts?|crews?|corps|post|authority|council(?:lors?|ors?)|chamber|court|tribunal|registry|bishops?|synod|harbourmaster|sappers?|bakers?)\b/i,
  joint:
    /^(?:both (?:sides|parties|delegations|governments|teams|countries|capitals|of them|leaderships|armies|militaries|commands|ministries|foreign ministries|defen[cs]e ministries|presidents|leaders|negotiators)|both|the (?:two )?(?:sides|parties|delegations|governments|countries|teams|two|negotiators|belligerents|capitals|armies)|the (?:two )?(?:(?:foreign|defen[cs]e|interior|prime) )?(?:ministers|presidents|envoys|generals|chiefs of staff|chief delegates|heads of (?:delegation|the delegations))|the sides|parties|sides|the two|they both|each side|each)$/i,
  pronoun: /^(?:he|she|they|it|we|i)$/i,
  /** Institutions of whoever issues the text. */
  own: /^(?:the |our )?(?:army|navy|air force|military|armed forces|forces|coast guard|border guard|police|cabinet|leadership|defen[cs]e staff|armed service|ministry|office|ministries|press[- ]service|press office|presidency|government(?: (?:delegation|side|team|negotiators?|forces|troops|army))?|delegation|command|general staff|headquarters|secretariat|staff|service|side|committee|presidential office|foreign ministry|defen[cs]e ministry|ministry of \w+(?: \w+)?)$/i,
  /** Offices of the United Nations, where they are a party of the process. */
  ofUnited:
    /\b(?:[Ss]ecretary-[Gg]eneral|[Hh]umanitarian [Cc]oordinator|[Rr]esident [Cc]oordinator|[Rr]elief [Cc]oordinator|[Ss]pecial [Rr]epresentative|SRSG|[Uu]nder-[Ss]ecretary|(?:SPECIAL REPRESENTATIVE|SECRETARY-GENERAL|HUMANITARIAN COORDINATOR|UNITED NATIONS)|[Ss]pecial [Ee]nvoy of the [Ss]ecretary|[Pp]eacekeepers|[Bb]lue [Hh]elmets|[Ff]orce [Cc]ommander|[Pp]eacekeeping (?:[Mm]ission|[Ff]orce)|High Commissioner)\b|^(?:[Tt]he )?(?:(?:[Dd]eputy|[Aa]ssociate|[Cc]hief) )?(?:Mission|Spokes(?:person|man|woman)|Secretariat)$/,
  /** When, before whoever speaks, without a comma. */
  time: /^(?:(?:earlier |later )?(?:last|this|that) (?:week|month|year|morning|afternoon|evening|night|spring|summer|autumn|winter)|yesterday|today|tonight|(?:late |early )?on \p{Lu}\p{Ll}+day(?: (?:morning|evening|night|afternoon))?|(?:\p{L}+) (?:days|weeks|months|years) (?:ago|later|earlier)|across the \p{L}+|for (?:its|his|her|their) part) (?=\S)/iu,
  /** Where, likewise. */
  place:
    /^(?:In|At|Near|Outside|From|Across|Inside) (?:the )?\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)?(?: itself)? (?=(?:the|an?|its|their|two|three|one) )/u,
  /** One human being without a name, to whom "he" and "she" go back. */
  human:
    /\b(?:official|diplomat|spokes(?:man|woman|person)|colleague|officer|negotiator|minister|envoy|mayor|aide|advis[eo]r|commander|general|colonel|source|delegate|witness|nurse|doctor|driver|guard|soldier|monitor|observer|representative|woman|man)\b(?! (?:staff|council|ministry|office))/i,
  /** Somebody by his trade, behind "according to" or an inverted verb. */
  commonSource: /^(?:the|an?|its|their|(?:the )?\p{L}+(?:'s|s')) (?:\p{Ll}[\p{L}-]+ ){0,2}\p{Ll}{3,}$/u,
  /** What only says something on paper. */
  written:
    /(?:agreement|plan|terms?|text|draft|deal|schedules?|timetables?|protocol|accord|documents?|papers?|law|rules?|custom|lists?|maps?|weather|counts?|figures?|estimates?|calendar|programme|agenda|treaty|convention|communiqu[eé]|records?|log|minutes|book|tradition|need|case|same|letter|plans|results?|offer|proposal|formula|arrangement|memorandum|order|size|rank|age|tally|understanding)$/,
  /** Who did not speak. */
  nobody: /^(?:neither|none|nobody|no one|no|asked|questioned|pressed|quizzed)\b/i,
  /** Somebody without a name, up to whom he is near to: "a person close to the president". */
  unnamed:
    /^(?:an?|the|one|two|three|four|several|some|another|other)?(?: ?[\p{L}-]+){0,3}? ?(?:person|people|sources?|officials?|aides?|diplomats?|advis[eo]rs?|negotiators?|insiders?|participants?)(?= (?:close to|near|familiar with|with (?:direct )?knowledge|briefed|involved|in (?:the|on) |inside|who (?:asked|spoke|requested|declined|was|were)))/iu,
  /** Nobody's voice in particular. */
  anonymous:
    /\b(?:sources?|people|persons?|diplomats?|participants?|relatives|witness(?:es)?|residents?|media|newspapers?|channels?|analysts?|experts?|observers say|villagers?|families|family)\b/i,
  journalists:
    /\b(?:reporters?|journalists?|correspondents?|this (?:newspaper|agency|reporter)|our (?:newsroom|correspondent|reporter))\b/i,
  /** The paper's own people report, they are no source. */
  ourOwn:
    /^(?:our|this (?:newspaper|agency|station|programme)'s|your) (?:\w+ ){0,3}(?:correspondent|reporter|editor|colleague)s?\b/i,
  /** "the diplomat", "the Envoy", "the President": somebody who was named before. */
  reference:
    /^(?:the|this|that|its) (?:[\p{L}-]+ )?(diplomat|official|politician|negotiator|envoy|speaker|source|woman|man|chief|leader|delegate|aide|minister|president|premier|chancellor|spokes(?:man|woman|person)|mediator|commander|judge|ambassador|coordinator|general|colonel|secretary|governor|mayor|priest|bishop|officer|adviser|host|moderator|facilitator|commissioner|representative|director|count|baron|baroness|countess|duke|prince|king|queen|sheikh|emir|sultan|admiral|major|captain|lieutenant|sergeant|brigadier|marshal|father|sister|brother|abbot|monsignor|plenipotentiary|chancellor|harbou?rmaster|prefect|consul|surgeon|doctor|nurse|medic|engineer|teacher|professor|historian|analyst|lawyer|skipper|spokes\w+|senator|deputy|chair|chairman|chairwoman|president|commissioner|ombuds\w+)$/iu,
  /** A name, what is told of it between commas, and the verb behind. */
  related:
    /(?:^|[;:] |, (?:and|but|while|whereas|although) )((?:[Tt]he )?\p{Lu}[^,;:]{1,50}), (?:which|who|whose|where) [^,;:]{3,90},$/u,
  /** Titles that end in a dot. */
  dotted: /(?<!\p{L})(Mr|Mrs|Ms|Dr|Prof|St|Gen|Lt|Col|Maj|Capt|Sgt|Cmdr|Adm|Amb|Min|Sen|Rev|Fr|Brig)\./gu,
  /** Who speaks for no side. */
  civil:
    /^(?:mayor|priest|bishop|judge|doctor|nurse|surgeon|medic|engineer|teacher|professor|historian|analyst|lawyer|skipper|harbou?rmaster|abbot|father|sister|brother|monsignor|moderator|woman|man)$/,
  vague:
    /^(?:diplomat|official|politician|negotiator|speaker|woman|man|chief|leader|delegate|minister|envoy|mediator)$/,
  mediators: /\b(?:the )?(?:mediators?|hosts?|facilitators?|mediation team|mediating team)\b/i,
  notApposed: /\b(?:by|with|who|which|and|beside|alongside|under|from|after)\b/i,
  statementBy:
    /^(?:a|the) (?:joint |short |brief |written )?(?:statement|communiqu[eé]|note|readout) (?:by|from|of) /i,
  official: /\b(?:officials?|diplomats?|negotiators?|officers?)\b/i,
  /** What an unnamed source is near to is not whom he speaks for. */
  near: /\b(?:close to|familiar with|who|which|in|at|near|from inside|briefed)\b/i,
  /** What may open a sentence before its subject. */
  lead: /^(?:["“«]?·*["”»]?,? ?)?(?:(?:First|Second|Third|Fourth|Fifth|Finally|Lastly|Also|Then|Later|Earlier|Meanwhile|However|Still|Yet|But|And|So|In turn|For (?:its|his|her|their) part|On (?:its|his|her|their) (?:side|part)|Separately|Nevertheless|Overnight|Inside|Outside|Afterwards|Instead|(?:(?:An?|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Some|A few) )?(?:[Hh]ours?|[Dd]ays?|[Ww]eeks?|[Mm]onths?|[Yy]ears?) (?:later|earlier|ago)|Minutes later|Moments later|Today|Yesterday|Tonight),? |(?:Asked|Speaking|Addressing|Writing|In|At|After|Before|During|On|By|Under|Late|Early|Despite|Following|With|Last|This|As|From|To|Of|Until|Since|Although|While|When|If|Regarding|Concerning|Citing|Responding|Reacting)(?: [^,]{2,80}), )+/u,
  /** A finite verb inside a phrase shows that it is more than a phrase. */
  finite:
    /\b(?:is|are|was|were|has|have|had|will|would|could|can|may|might|should|must|did|does|do|said|told|says|took|gave|left|went|came|met|put|held)\b/i,
  /** Words that end a noun phrase: a verb begins. */
  verb: /^(?:also|never|not|again|still|then|later|now|once|both|jointly|\p{L}{3,}(?<!fami|ear|Ita|assemb|repl|ral|embass)ly|left|said|put|gave|took|told|held|came|went|met|made|saw|has|have|had|is|are|was|were|will|would|could|may|might|must|can|should|does|did|do|began|sent|brought|spoke|wrote|knew|read|stood|sat|kept|let|set|led|ran|broke|drew|\p{L}{3,}(?<!\b(?:unit|arm|displac|detain|wound|retir|unnam|relat|alli|so-call|experienc|senior-rank|high-rank|elect|appoint|design|nam|red|hundr|breed|shar|sacr|bas|unidentifi|inform|occupi|uniform|mask|captur|accredit|self-styl|concern|back|reunit|combin))ed)$/iu,
  ofTheIssuer:
    /\b(?:ministry|office|press[- ]service|government|presidency|president|embassy|headquarters|general staff|secretariat|council|delegation|envoy|command|bureau|authority|administration|leadership)\b/i,
  /** Adverbs between a subject and its verb. */
  trailing:
    / (?:(?:late |early )?on \p{Lu}\p{Ll}+day(?: (?:morning|afternoon|evening|night))?|once again|once more|again|also|furthermore|moreover|likewise|instead|thereupon|duly|meanwhile|nonetheless|nevertheless|however|in turn|for (?:his|her|its|their) part|at once|in response|in return|now|still|then|later|therefore|further|too|\p{Ll}{3,}(?<!fami|ear|assemb|rep|embass)ly)$/u,
  endsInFirst:
    /^(?!(?:what|which|that|as|if|when|who|where|while|whatever|whom)\b)(?:.*[ ,])?(I|we|he|she)$/iu,
  /** Officials of the one and of the other. */
  ofBoth:
    /^(?:officials|diplomats|negotiators|sources|spokes(?:men|people)|commanders|governments) (?:on|from|of|in) both\b/i,
  /** Papers, stations and agencies: they report, and speak for nobody. */
  outlet:
    /(?<!^)\b(?:Standard|Courier|Tribune|Times|Herald|Post|Gazette|Journal|Daily|Weekly|Star|News|Mail|Echo|Observer|Chronicle|Sentinel|Mirror|Dispatch|Globe|Argus|Telegraph|Express|Bulletin|Intelligencer|Examiner|Inquirer|Enquirer|Messenger|Beacon|Press|Monitor|Independent|Register|Record|Review|Digest|Today)$|^(?:the )?(?:Radio|Television|TV|Channel) \p{Lu}|\b(?:newspaper|news agency|news service|wire service|newsletter|magazine|weekly|daily|broadcaster|portal|tabloid|press agency)\b/iu,
  /** Whose country stands before it is only where it is printed. */
  privatePaper: /\b(?:newspaper|weekly|daily|magazine|tabloid|paper|website|portal|newsletter)s?$/i,
  /** What of those speaks for a government. */
  ofState: /\b(?:state|government|official|army|ministry|party)\b/i,
  ofOutlet:
    /^, (?:an?|the|its|[\p{L}' ]{2,30}'s) (?:[\p{L}-]+ ){0,3}?(?:channel|radio|newspaper|paper|agency|station|website|outlet|portal|publication|organ|broadcaster|newsletter|service),/iu,
  /** "the ministry issued a statement", before a participle of saying. */
  issues:
    / (?:has |had )?(?:issued|released|published|circulated|put out|sent|sent out|made|read out) (?:an? |the |its )?(?:\p{L}+ )?(?:statement|note|communiqu[eé]|letter|message|release|declaration|warning|appeal|text)$/iu,
  /** How a clause begins that names no speaker. */
  noSubject: /^(?:that|which|whether|because|although|unless|until|since|where) /i,
  ofHolder:
    /^the ([\p{L}-]+)(?:'s|s'|’s) (?:\p{L}+ ){0,2}?(?:office|press service|service|staff|spokes\w+|aides?|team|secretariat|bureau|entourage|chancery|headquarters|command)$/iu,
  wholeSide: /(?:side|team|delegation|government|country|movement)$/i,
  /** A headline that tells of an act is no letterhead. */
  headlineVerb:
    /\b(?:says?|said|walks?|rejects?|accuses?|proposes?|offers?|swaps?|agrees?|calls?|urges?|denies|warns?|returns?|frees?|releases?|announces?|begins?|ends?|holds?|opens?|exchanges?|signs?|demands?|welcomes?)\b/i,
};
