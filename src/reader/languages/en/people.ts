const heads: readonly string[] = [
  "ministers?",
  "president",
  "vice-president",
  "premier",
  "chancellor",
  "envoy",
  "negotiator",
  "ambassador",
  "spokes(?:man|woman|person)",
  "speaker",
  "secretary(?:[- ]general)?",
  "director(?:[- ]general)?",
  "head",
  "chief",
  "leader",
  "chair(?:man|woman|person)?",
  "commander(?:-in-chief)?",
  "coordinator",
  "co-ordinator",
  "mediator",
  "delegate",
  "advis[eo]r",
  "aide",
  "governor",
  "mayor",
  "commissioner",
  "representative",
  "ombuds(?:man|woman|person)",
  "deputy",
  "judge",
  "diplomat",
  "general",
  "colonel",
  "major",
  "captain",
  "lieutenant",
  "admiral",
  "brigadier",
  "marshal",
  "sergeant",
  "facilitator",
  "host",
  "archbishop",
  "abbot",
  "warden",
  "clerk",
  "engineer",
  "medic",
  "paramedic",
  "moderator",
  "officer",
  "prosecutor",
  "attorney",
  "king",
  "queen",
  "prince",
  "princess",
  "sultan",
  "emir",
  "archbishop",
  "bishop",
  "senator",
  "lawmaker",
  "member",
  "lawyer",
  "official",
  "observer",
  "monitor",
  "counsellor",
  "counselor",
  "rapporteur",
  "interlocutor",
  "strategist",
  "historian",
  "analyst",
  "doctor",
  "surgeon",
  "nurse",
  "manager",
  "prefect",
  "physician",
  "councill?or",
  "consul",
  "attach[ée]",
  "inspector",
  "superintendent",
  "legate",
  "nuncio",
  "dean",
  "rector",
  "professor",
  "priest",
  "pastor",
  "imam",
  "elder",
  "chieftain",
  "magistrate",
  "notary",
  "treasurer",
  "registrar",
  "trustee",
  "teacher",
  "skipper",
  "sheriff",
  "legislator",
  "founder",
  "organi[sz]er",
  "planner",
  "expert",
  "researcher",
  "patriarch",
  "regent",
  "steward",
  "delegation leader",
  "editor",
  "plenipotentiary",
  "harbou?rmaster",
  "schoolmaster",
  "headmaster",
  "postmaster",
  "schoolteacher",
  "dispatcher",
  "controller",
  "administrator",
  "auditor",
  "investigator",
  "interpreter",
  "translator",
  "pathologist",
  "coroner",
  "midwife",
  "pharmacist",
  "chaplain",
  "deacon",
  "vicar",
  "rabbi",
  "mufti",
  "caliph",
  "duke",
  "duchess",
  "landammann",
  "burgomaster",
  "alderman",
  "reeve",
  "provost",
  "intendant",
  "syndic",
  "foreman",
  "shopkeeper",
  "innkeeper",
  "fisherman",
  "ferryman",
  "electrician",
  "farmer",
  "merchant",
  "trader",
  "seller",
  "baker",
  "pilot",
  "driver",
  "neighbou?r",
  "witness",
  "resident",
  "refugee",
  "veteran",
  "volunteer",
  "student",
  "scholar",
  "academic",
  "lecturer",
  "economist",
  "columnist",
  "biographer",
  "activist",
  "campaigner",
  "deputy head",
  "second-in-command",
  "Min\\.",
  "Amb\\.",
  "Gen\\.",
  "Col\\.",
  "Sec\\.",
];
/** The noun of an office, with or without a capital. */
const head = `(?:${heads.map((one) => one.replace(/^[a-z]/, (letter) => `[${letter.toUpperCase()}${letter}]`)).join("|")})`;
/** Titles that are no office. */
const title =
  "(?:Mr|Mrs|Ms|Miss|Mx|Madam|Madame|Monsieur|Se[nñ]or|Se[nñ]ora|Herr|Frau|Count|Countess|Baron|Baroness|Viscount|Marquis|Comrade|Hajji|Hadji|Sayyid|Monsignor|Cardinal|Friar|Abbess|Mullah|Ayatollah|Citizen|Dr|Prof|Professor|Sir|Dame|Lady|Lord|Father|Mother|Sister|Brother|Rev|Reverend|Imam|Sheikh|Sheikha|Rabbi|Hon|H\\.E|HE|His Excellency|Her Excellency|the Hon)\\.?";
const rank =
  "(?:Rear Admiral|Vice Admiral|Air Marshal|Air Commodore|Commodore|Warrant Officer|Wing Commander|Squadron Leader|Field Marshal|Private|Corporal|Constable|Commander|Colonel|General|Major(?:[- ]General)?|Captain|Lieutenant(?:[- ](?:General|Colonel))?|Brigadier(?:[- ]General)?|Admiral|Sergeant|Marshal|Ambassador|AMB|Amb|Judge|Gen|Col|Lt|Maj|Capt|Brig|Adm|Cmdr)\\.?";

/** How English names persons and their offices. */
export const people = {
  head,
  title,
  rank,
  /** What a minister is of. */
  portfolio:
    "(?:(?:Foreign|External|Internal|Home|Humanitarian|Political|Veterans|Military) Affairs|Foreign Relations|Justice|Defen[cs]e|Interior|Health|State|Finance|Energy|Security|Information|Transport|Agriculture|Labou?r|Trade|Education|Culture|Reintegration|Reconstruction|War|Peace|Staff|Mission|Delegation|Government|Parliament)",
  /** Words that name a human being by their ending or by themselves, where a name stands beside them: "a tobacco grower". */
  human:
    "(?!(?:river|border|water|paper|number|corner|quarter|winter|summer|shelter|letter|matter|order|tower|chapter|power|answer|offer|container|bunker|newspaper|frontier|corridor|sector|floor|harbou?r|error|motor|tractor|transporter|helicopter|steamer|trawler|tanker|freighter|cruiser|destroyer|carrier|lighter|ladder|cellar|timber|silver|copper|cover|other|together|either|neither|whether|rather|whoever|former|latter|after|under|over|never|ever|however|later|earlier|September|October|November|December|German|Roman|Christian|Asian|Indian|Russian|Ukrainian|ocean|reason|season|person)(?![\\p{L}]))(?:\\p{Ll}{2,}(?:ers?|ors?|ists?|m[ae]n|wom[ae]n|persons?|masters?|ians?|smiths?|herds?|wrights?|ants?|mothers?|fathers?)|widows?|widowers?|nurses?|cooks?|clerks?|monks?|nuns?|priests?|guides?|scouts?|mates?|sons?|aunts?|uncles?|wife|husband|pupils?|heads?|chiefs?|deput(?:y|ies)|aides?|hosts?|judges?|medics?|guards?|porters?|artists?|poets?|authors?|correspondents?|editors?)",
  /** One part of a name, and a whole one. */
  part: "(?:\\p{Lu}\\.(?= ?\\p{L})|(?:al|el|an|ad|as|ash|ar|bin|ben|O|d|Mc)[-'’]?\\p{Lu}[\\p{L}]+(?:-\\p{Lu}[\\p{L}]+)*|\\p{Lu}[\\p{L}]+(?:['’]\\p{Lu}[\\p{L}]+)?(?:-\\p{L}[\\p{L}]+)*)",
  particle: "(?:(?:van|von|de|da|del|der|den|di|du|la|le|bin|ibn|ben|abu|bint|dos|ter|el|al|af) ){1,2}",
  /** Words that make a capitalised run no person. */
  noPerson:
    /\b(?:Ministry|Ministries|Council|Assembly|Mission|Committee|Commission|Order|Society|Brotherhood|Sisterhood|Fund|Foundation|Trust|Institute|Institution|Association|Federation|Confederation|Organi[sz]ation|Bureau|Consulate|Embassy|Chancery|Customs|Harbour|Harbor|Strait|Straits|Lower|Upper|Greater|Inner|Outer|Peninsula|Fort|Valleys|Highlands|Lowlands|Districts|Cantons|Guards|Militia|Legion|Shield|Star|Lantern|Aid|Relief|Rescue|Front|Government|Govt|Army|Navy|Radio|Post|Press|Service|Hotel|Villa|Palace|Hall|Street|Station|River|Valley|Cape|Port|Island|Islands|States|Republic|Union|Kingdom|Emirate|Federation|Parliament|Cross|Crescent|Forces|Force|Command|Staff|Headquarters|Agency|Office|Centre|Center|Bridge|Square|Road|Sea|Bay|Lake|Mount|North|South|East|West|Northern|Southern|Eastern|Western|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|The|This|That|In|On|At|After|Before|Both|Under|By|From|For|But|And|If|When|While|With|Neither|Each|Foreign|Affairs|Defen[cs]e|Interior|Justice|Health|Prime|Special|General|Charter|Convention|Protocol|Agreement|Treaty|Geneva|United|Nations|National|Television|TV|News|Times|Journal|Herald|Tribune|Gazette|Delegation|Group|Movement|Party|Alliance|Coalition|League|Corps|Brigade|Battalion|Bank|University|Hospital|School|Church|Cathedral|Monastery|Airport|Crossing|Gate|Pier|Quay|Coast|Province|District|Districts|Region|City|Town|Village|Department|Directorate|Secretariat|Administration|Authority|High|Supreme|Central|Joint|Working|Humanitarian|Secretary|President|Minister|Envoy|Ambassador|Chancellor|Spokesman|Spokeswoman|Head|Chief|Commander|Colonel|What|Who|Why|How|Where|Day|Live|Update|Correction|Photo|Question|Moderator|Transcript|Readout|Talks|Ceasefire|Truce|Easter|Christmas|Ramadan|Independence|Side|Point|Two|Three|One|Four|Five|Six|No|Yes|Our|We|They|He|She|It|His|Her|Their|Its|Also|However|Meanwhile|Yesterday|Today|Tomorrow|Earlier|Later|Last|Next|First|Second|Third|Fourth|Fifth|Sixth|Local|State|Asked|Speaking|According|Several|Some|Many|Most|All|Nobody|Nothing|Nor|Not|Of|To|As|An|A|Thank|Thanks|Please|Good|Dear|Ladies|Gentlemen|There|Here|Upstairs|Downstairs|Outside|Inside|Elsewhere|Perhaps|Maybe|Even|Only|Once|Now|Then|Until|Since|Everyone|Everybody|Somebody|Someone|Anyone|Another|Others|Such|Those|These|Few|Still|Yet|So|Just|Never|Nowhere|Somewhere|Above|Below|Beyond|Nearby|Overnight|Tonight|Noon|Midnight|Dawn)\b/,
  inOrder: /\brespectively\b/i,
  /** Around a last name that stands alone: what says that somebody does or has something. */
  aloneBefore:
    /(?:^|[.!?:;,"”“\n—–-] ?|\b(?:[Mm]rs?|[Mm]s|Dr|and|but|while|as|that|when|by|to|said|says|told|asked)\.? )$/,
  aloneAfter:
    /^(?:'s|’s) \p{Ll}|^,? ?(?:said|says|told|was|is|has|had|did|does|would|will|could|and|who|whose|\p{Ll}+(?:ed|s)\b)/u,
  /** Before the name of a place. */
  atPlace: /(?:^|[ (])(?:at|near|outside|inside|around|off|towards?|beyond) (?:the )?$/i,
  /** Houses that bear a person's name. */
  namedAfter:
    /\b(?:Order|Church|Brothers|Sisters|Society|Monastery|Feast|Hospital|School|Port|Chapel) of (?:the )?$/,
  leads:
    "(?:leads?|led|heads?|headed|chairs?|chaired|represents?|represented|fronts|runs?|ran|commands?|commanded|directs?|coordinates|(?:speaks|spoke|negotiates|talks|answers) (?:for|on behalf of))",
  ledBy:
    "(?:led|headed(?:,? respectively,?)?|represented|chaired|hosted|convened|mediated|fronted|facilitated|joined|accompanied|received) by",
  /** After a name: what he is. */
  female:
    /\b(?:Ms|Mrs|Miss|Lady|Dame|Sister|Mother|Queen|Princess|Sheikha|Her Excellency|spokeswoman|chairwoman|MS\.|MRS\.)\b/,
  male: /\b(?:Mr|MR\.|Sir|Lord|Father|Brother|King|Prince|Sheikh|His Excellency|spokesman|chairman)\b/,
  /** A word that may stand before the noun of an office: "lead", "Deputy Foreign". */
  modifier:
    /^(?:acting|deputy|vice|first|lead|chief|head|senior|special|foreign|prime|defen[cs]e|interior|justice|health|finance|energy|political|press|military|presidential|government|national|security|humanitarian|official|army|navy|naval|delegation|retired|former|new|permanent|state|general|executive|human|rights|exchange|regional|provincial|principal|top|under|assistant|parliamentary|parliament|council|commission|committee|(?!The$|A$|An$|Its$|His$|Her$|Their$|Our$|In$|On$|At$|And$|But$|By$|From$|For$|As$)\p{Lu}[\p{L}-]+)$/u,
  /** An office before another: "delegation head, Defense Minister". */
  officeBefore: new RegExp(
    `(?:(?:\\p{Ll}[\\p{L}-]+|\\p{Lu}[\\p{L}-]+) ){0,2}?${head}(?: of (?:the )?\\p{L}+)?, (?:the |an? )?$`,
    "u",
  ),
  /** "For the Government: Minister …". */
  onBehalf:
    /\b(?:for|on behalf of|in the name of|representing)(?: the)? [^:.;,]{2,60}(?:[:,]| speaking)[^.;:]{0,60}$/i,
  /** A verb right behind a name and its comma: what follows is no apposition. */
  verbAfter:
    /^,? (?:met|received|visited|hosted|called|telephoned|phoned|thanked|accused|urged|said|says|told|wrote|added|asked|noted|replied|and|but|was|were|is|has|had|have|will|would|while|when|after|before|that)\b/i,
  negotiates:
    /\b(?:negotiator|head of (?:the )?delegation|delegation (?:head|leader)|chief delegate|lead(?:s|er of) the (?:\w+ )?(?:team|delegation))\b/i,
  /** "its negotiator", right before a name. */
  its: /(?<!\p{L})(?:[Ii]ts|[Tt]heir) (?:[\p{L}'’-]+,? ){1,7}$/u,
  /** How what he is begins, behind a name and a comma. */
  apposed:
    /^, (?:an?|the|its|their|his|her|who|which|for|of|from|also|then|now|formerly|once|\p{Lu}\p{L}+(?:'s|s')?|(?:[\p{L}'’-]+ ){0,3}?(?:spokes\w+|minister|envoy|negotiator|head|leader|chief|secretary|ambassador|advis[eo]r|director|commander|general|colonel|officer|delegate|representative|president|chair\w*|governor|mayor|coordinator|commissioner|mediator|judge|speaker|medic|nurse|doctor|engineer|leads?|heads?|leading|heading|I|and I|[\p{L}]+ (?:for|at|of|with) (?:the )?\p{Lu}\p{L}+))(?!\p{L})/u,
  /** A heading above what one side has to say. */
  headsSide: /\b(?:says?|said|side|position|view|tells?|told|delegation|account|version|answers?)\b/i,
  /** Or above what its office has issued. */
  headsOffice: /\b(?:ministry|office|spokes\w+|government|presidency|embassy|secretariat|command|council)\b/i,
  /** Of one of the two, and nobody says which. */
  respective: /\b(?:two|both|respective|opposing|rival)\b/i,
  /** Offices of a government, whatever it governs. */
  ofGovernment: /\b(?:government|gov'?t|army|military|armed forces|navy|state)\b/i,
  ofState: /\b(?:president|prime minister|premier|chancellor|minister|king|queen|emir|sultan)\b/i,
  saysThat:
    /^(?:,[^,.;]{2,60},)? (?:said|says|told [^.,;]{2,50}?|announced|replied|wrote|writes|stated|declared|promised|insisted|warned|added|explained|noted|confirmed|stressed)(?: [^.,;]{2,40}?)? that (?:the )?/i,
  ownModal:
    /^(?:'s [\p{L} ]{3,20})? (?:would|could|will|cannot|can|must|should|was ready|is ready|had no|has no|was prepared|is prepared|had not|has not|had never)\b/iu,
  /** Where the words that belong to a name begin. */
  clauseBreaks: (before: string): readonly number[] =>
    [
      ...before.matchAll(
        /[;:] |, (?:and|but|while|who|which|after|when|asked|said|told) | (?:while|whereas|but|that|said|says|told|whether|by|with) |["“”]/g,
      ),
    ].map((match) => (/ (?:by|with) $/.test(match[0]) ? -1 : match.index + match[0].length)),
  /** A verb between a party and a name says that they are apart. */
  verbBetween:
    /\b(?:said|says|told|met|accused|called|urged|thanked|asked|proposed|offered|rejected|has|had|have|was|were|is|are|will|would|and|between|with|against|to the|after|from whom|exchanged|took|agreed|held)\b(?! (?:side|delegation))/i,
  mediates: /\b(?:mediators?|facilitators?|moderators?|hosts?|convenor)\b/i,
};
