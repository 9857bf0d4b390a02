import type { Count } from "../../draft.ts";

const nouns: readonly (readonly [Count["what"], string])[] = [
  [
    "bodies",
    "bod(?:y|ies)|coffins|remains(?: of (?:[\\p{L}-]+ ){0,3}?(?:soldiers|servicemen|fighters|people|dead))?|corpses|fallen(?: \\p{L}+)?|dead(?= (?:soldiers|fighters|servicemen))",
  ],
  ["children", "children|minors|teenagers|adolescents|schoolchildren|pupils|child|boys and girls|orphans"],
  [
    "wounded",
    "(?:wounded|injured|hurt)(?! (?:prisoners|POWs?|captives|detainees|hostages|internees))|(?:people|men|women|soldiers|civilians|children|nurses|medics|drivers|workers|villagers|residents|fishermen|sailors|persons|others|officers|doctors|farmers|passengers|monitors|observers) (?:(?:had been|were|have been|was|are) )?(?:\\p{L}+ )?(?:wounded|injured|hurt)|stretcher cases|with (?:amputations|injuries|wounds|burns)|amputees|(?:were |are |came )?on (?:stretchers|crutches)|(?:seriously |gravely |severely |heavily )?(?:wounded|ill|sick)(?! (?:prisoners|POWs?|captives|detainees|hostages|internees))(?: (?:soldiers|people|fighters|prisoners|civilians|servicemen|patients|troops|persons))?|patients|casualties|(?:were|are|had been|have been) (?:\\p{L}+ )?(?:ill|sick|wounded|injured)",
  ],
  [
    "killed",
    "(?:(?:people|civilians|soldiers|persons|residents|women|men|children|others|nurses|medics|drivers|workers|villagers|fishermen|sailors|officers|doctors|farmers|passengers) )?(?:(?:had been|were|have been|was|are|being) )?(?:\\p{L}+ )?(?:killed|dead|drowned)(?! soldiers)|(?:people|civilians|soldiers|men|women|children|drivers|sailors|fishermen|villagers|residents|workers|nurses|medics|officers|passengers|others)(?: [\\p{L}]+ by (?:the |an? )?[\\p{L}]+)? (?:lost their lives|died|drowned)|deaths|fatalities",
  ],
  [
    "prisoners",
    "prisoners(?: of war)?|POWs?|captives?|detainees?|hostages|servicemen(?: and (?:service)?women)?|servicewomen|service members|soldiers|troops|fighters|sailors|defenders|military servicemen|military personnel|officers|conscripts|combatants|internees|airmen|pilots|marines|guardsmen",
  ],
  [
    "civilians",
    "civilians?|workers|residents|villagers|fishermen|citizens|refugees|displaced|families|evacuees|townspeople|medics taken|elderly",
  ],
  [
    "incidents",
    "violations|breaches|incidents|infringements|attacks|cases of (?:shelling|fire|firing)|shellings|strikes|ceasefire violations",
  ],
  [
    "sites",
    "(?:border )?posts|villages|towns|settlements|positions|checkpoints|sites|houses|buildings|substations|hospitals|schools|bridges|locations|installations",
  ],
  [
    "persons",
    "people|persons|men and women|men|women|passengers|names|individuals|(?:members )?(?:of )?(?:its |the |their |a )?crew(?: members)?",
  ],
];

export const terms = {
  nouns: nouns.map(
    ([what, source]) =>
      [what, new RegExp(`^(?:,? ?(?:[\\p{L}'’-]+ ){0,4}?)(?:${source})(?!\\p{L})`, "iu")] as const,
  ),
  nounNames: nouns.map(
    ([what, source]) => [what, new RegExp(`(?:^|[^\\p{L}])(?:${source})(?!\\p{L})`, "iu")] as const,
  ),
  /** A number before these counts nobody. */
  notCounted:
    /^[- ]?(?:%|per ?cent|km|kilomet|met(?:er|re)s?\b|miles?|m\b|hours?|days?|weeks?|months?|years?|minutes?|p\.?m|a\.?m|o'clock|points?\b|paragraphs?|pages?|rounds? of|times\b|groups?\b|stages?\b|buses|ambulances|trucks|lorries|boats|vehicles|percent|dollars|euros|mortar|rockets?\b|shells\b|drones?\b|missiles?\b|delegations|sides|parties|teams|countries|governments|presidents|leaders|heads|capitals|working|banks|diplomats|relatives|sources|officials|sittings?|sessions?|:|\/)/i,
  oursBefore: /\b(?:our|our own|its own|their own)(?: \w+)? $/i,
  remainsOf: /\b(?:bod(?:y|ies)|remains|corpses|coffins) of (?:the |its |their |our |another )?$/i,
  ones: /^ (?:\p{Lu}[\p{L}-]+ )?ones\b/u,
  /** A plural of people, by its ending or by what was done to them. */
  anyPeople:
    /^ in (?:number|all|total)\b|^ (?:of (?:its|their|our|his|her|the) )?(?:(?:captured|captive|detained|seized|imprisoned|interned|held|jailed|arrested|young|old|elderly|sick|wounded|female|male|\p{Lu}[\p{L}-]+) ){0,3}(?:coast ?guards|guards|(?:\p{Ll}{2,}(?:(?<!riv|ord|memb|numb|oth|pap|wat|numb|lett|answ|off|met|lit|pow|tow|quart|winn|corn|mort|vess|bunk|tank|trail|trawl|freight|contain|ship)ers|(?<!mot|sect|fact|dam|harb|corrid)ors|ists|m[ae]n|women|ians|smiths|mates))|nurses|medics|pilots|clerks|monks|nuns|priests|students|guides|scouts|wives|mothers|girls|boys|youths|recruits|cadets|reservists|hands|comrades)(?!\p{L})/u,
  each: /\b(?:each (?:party|side|of the (?:two )?(?:parties|sides))|each|apiece|a side|per side|from (?:each|either|both) sides?|on (?:each|either|both) sides?|(?:each|either) side|each other's|respectively each)\b/i,
  /** What stands behind a side's name where its people go without a noun. */
  besideSide: /^(?:s|'s)?(?: (?:and|for|against|in exchange for)(?= )|(?=[,;.)]|$))/i,
  /** A day behind these is that of the telling. */
  told: /\b(?:said|says|told [\p{L} ]{2,30}|confirmed|reported|announced|stated|added|wrote|accepted|agreed|accused)(?: (?:late |early )?on)? ?$/iu,
  ofOurs: /^ (?:of )?(?:ours|our (?:own|people|men)|of our)\b/i,
  purposes: [
    [
      "evacuate_wounded",
      /\b(?:evacuat\w*|tak(?:e|en|ing) out|bring(?:ing)? out|remov\w+|export|get(?:ting)? out|carry(?:ing)? out|retriev\w+|reach(?:ing)?|collect\w*|recover\w*|treat\w*|leave|transport\w*|extract\w*)(?: \S+){0,6} (?:wounded|injured|sick|ill|casualties)\b|\b(?:wounded|injured|sick|ill)(?: \S+){0,6} (?:evacuat\w*|be taken out|be brought out|be removed|can leave|to leave|taken to|out)\b|\bfor (?:\S+ ){0,3}(?:the )?(?:sick|wounded|ill)\b|\bmedical (?:evacuation|teams?)\b|\bmedics\b|\bambulances? (?:to|can|could|may)\b/i,
    ],
    [
      "recover_dead",
      /\b(?:collect\w*|recover\w*|retriev\w+|bury|burying|burial|remov\w+|export|look(?:ing)? for|search(?:ing)? for|exchange|gather\w*|pick(?:ing)? up|bring(?:ing)? (?:out|home|back)|take away)(?: \S+){0,8} (?:dead|bodies|remains|fallen|killed|perished|corpses)\b|\b(?:dead|bodies|fallen)(?: \S+){0,4} (?:collected|recovered|buried|retrieved|removed|brought|taken)\b|\bburial teams?\b|\bbury\b/i,
    ],
    [
      "evacuate_civilians",
      /\b(?:evacuat\w*|let|allow\w*|bring(?:ing)? out|tak(?:e|en|ing) out|leave|move|get(?:ting)?)(?: \S+){0,8} (?:civilians?|families|children|residents|the old|elderly|people|townspeople|villagers|inhabitants|women)\b|\b(?:civilians?|families|children|residents|villagers|people|the old|the elderly|inhabitants)(?: \S+){0,6} (?:to leave|leave|be evacuated|out|can leave|to get out)\b|\b(?:for|to) civilians\b|\b(?:take|taking|ferry|ferrying|carry|carrying|drive|move|moving|lead|leading|bus)(?: \S+){0,3} (?:families|civilians|residents|children|women|people|inhabitants|villagers|townspeople|the old|elderly)(?: \S+){0,4}? (?:off|out|away|to safety|across|from)\b|\bevacuation of (?:\S+ ){0,3}(?:civilians?|families|children|residents|people)\b/i,
    ],
    [
      "aid",
      /\b(?:aid|relief|medicines?|food|supplies|flour|bread|grain|fuel|milk|rations|blankets|relief goods|humanitarian (?:aid|assistance|deliver\w+|supplies|convoys?)|convoys?|medical supplies|insulin|flour|water trucks?)\b/i,
    ],
    [
      "demining",
      /\b(?:de-?min\w+|mine[- ]clear\w+|clear(?:ing|ed|ance)? (?:of )?(?:\S+ )?mines|clear(?:s|ed|ing)? (?:\S+ ){1,7}?of (?:\w+ )?mines|mined (?:\S+ )?(?:can be |be )?(?:cleared)?|clear(?:ed|ing)? (?:the )?(?:\S+ )?(?:mine|minefield))\b/i,
    ],
    [
      "repairs",
      /\b(?:repair\w*|restor(?:e|ing|ation)|reconnect\w*|fix(?:ing)?|mend(?:ed|ing)?|patch(?:ed|ing)?|relay|re-?open(?:ing)?|rebuil[dt]\w*|weld\w*|replac\w+)(?: \S+){0,6} (?:sluice|mast|pylons?|locks?|turbines?|wires?|boiler|heating|pump|power|lines?|water|grid|station|dam|bridge|pipeline|mains|pumps?|cables?|substation|plant|road|railway)\b|\b(?:power|water|lines?|grid|mains|pumps?|cables?|pipeline|bridge|dam|substation|railway)(?: \S+){0,4} (?:be |being |is |are )(?:repaired|restored|reconnected|replaced|fixed)\b|\b(?:replac(?:e|ing|ement)|rebuild\w*)(?: \S+){0,4} (?:mains?|lines?|pipes?|pumps?|cables?|transformers?)\b|\b(?:sluice|lock|dam|bridge|main|line|station|plant|pump)\b[^.;]{0,30} (?:be made good|made good|mended)|\b(?:electricians|linemen|engineers|plumbers|welders|repairmen)\b|\brepair (?:crews?|teams?|work)\b|\brepairs\b/i,
    ],
    [
      "exchange",
      /\b(?:carry out|conduct|allow|complete|for|enable) (?:the |an? )?(?:exchange|swap|handover)\b|\bto (?:exchange|swap) (?:prisoners|bodies|captives|detainees)\b/i,
    ],
    [
      "end_war",
      /\b(?:end(?:ing)?|stop(?:ping)?|finish(?:ing)?|settle|conclude)(?: \S+){0,3} (?:war|conflict)\b|\bend of the war\b/i,
    ],
  ] as readonly (readonly [string, RegExp])[],
  categories: [
    ["wounded", /\b(?:wounded|injured)\b/i],
    ["sick", /\b(?:sick|ill|seriously ill|unwell)\b/i],
    [
      "under_25",
      /\bunder[- ]?(?:the age of )?(?:25|twenty-five)s?\b|\baged? (?:between )?(?:18|eighteen) (?:to|and|–|-) ?(?:25|twenty-five)\b|\b(?:18|eighteen)(?: to | ?[-–] ?)(?:25|24)\b|\byounger than 25\b|\byoung (?:soldiers|prisoners)\b/i,
    ],
    ["women", /\b(?:women|servicewomen|female)\b/i],
    [
      "children",
      /\b(?:children|teenagers|schoolchildren|minors|under (?:the age of )?(?:18|eighteen)|younger than (?:18|eighteen)|under-?18s?|juveniles?)\b/i,
    ],
    [
      "elderly",
      /\b(?:elderly|the old|older people|(?:over|above|older than|aged) (?:the age of )?(?:60|65|70|sixty|seventy)(?: and over)?|pensioners)\b/i,
    ],
    [
      "longest_held",
      /\b(?:longest(?:[- ](?:held|serving|in captivity))?|held (?:the )?longest|longest in captivity|in captivity the longest)\b/i,
    ],
    ["civilians", /\bcivilians?\b/i],
  ] as readonly (readonly [string, RegExp])[],
  tracks: [
    ["political", /\bpolitic\w*|\bconstitution\w*|\bstatus\b|\belection\w*/i],
    ["humanitarian", /\bhumanitarian\b|\bprisoners?\b|\bmissing\b|\bdisplaced\b/i],
    [
      "military",
      /\bmilitary\b|\bsecurity\b|\bmonitoring\b|\bverification\b|\bdisengagement\b|\bdefen[cs]e\b|\bceasefire\b/i,
    ],
    ["legal", /\blegal\b|\bjuridical\b|\blaw\b|\bborder\b|\bdemarcation\b/i],
    [
      "economic",
      /\beconom\w*|\bfisher\w*|\btrade\b|\benergy\b|\bwater\b|\btransport\b|\bcustoms\b|\breconstruction\b|\bports?\b|\bgrain\b/i,
    ],
  ] as readonly (readonly [string, RegExp])[],
  /** What must hold for it: up to the end of the clause. */
  conditions: [
    /\b(?:but )?(only (?:if|when|after|once) [^;.]{6,160})/i,
    /\b((?:on|upon|with) (?:the |one |a single |two )?conditions?[:,]? (?:that|of(?! anonymity)) [^;.]{6,160})/i,
    /\b(subject to [^;.]{6,120})/i,
    /\b((?:so|as) soon as [^;.]{6,120})/i,
    /\b(provided(?: that)? [^;.]{6,160})/i,
    /\b(as long as [^;.]{6,140})/i,
    /\b(so long as [^;.]{6,140})/i,
    /\b(unless [^;.]{6,140})/i,
    /\b(if (?!confirmed|needed|necessary|possible|not\b)[^;.]{6,160})/i,
    /\b((?:verified|supervised|monitored|overseen|observed|guaranteed|policed|certified) by (?:[^;.,]{4,80}))/i,
    /\b(under (?:the )?(?:supervision|monitoring|observation|control|eyes) of [^;.,]{4,80})/i,
    /\b(in (?:return|exchange) for [^;.]{6,120})/i,
    /\b(conditional (?:on|upon) [^;.]{4,120})/i,
  ],
  /** Who says it, behind a condition. */
  saidAfter:
    /, (?:(?:(?:its|the|his|her|their) |(?=\p{Lu}))[^,]{2,70}, (?:[^,]{2,70}, )?)?[^,]{2,70}?(?<=[,\p{L}]) (?:said|says|told|added|adds|announced|stated|explained|wrote|confirmed|declared|insisted)(?: (?!that\b)[^,]{2,60})?$/u,
  /** A length of time beside such words is no term: delays, captivity, speeches, replies, the war itself. */
  notTermBefore:
    /\b(?:at war for|after|in (?:just|a little|under|over|less than|more than)|lasted|for (?:more than|over|almost|nearly) |took|within|ago|late|every|past|(?<!\b(?:to|will|would|shall|should|must|may|can|could) )last|delayed (?:by|for)|spent|waited|spoke for|talked for|negotiated for|read [^.]{0,30} for|met for|held (?:in captivity )?for|in captivity for|imprisoned for|missing for|war of|age of|aged|opened|began|started|arrived|(?<!for )the next|over the (?:past|last|next|coming)|each of them|some|day|open for the|valid for|sentence of|of medical|fell silent for|need|needs|needed|in|first|promised|first|inside of|first)(?: (?:about|around|some|just|only|roughly|at least|almost|nearly|over|more than|an?|the))*[ ,]*$/i,
  notTermAfter:
    /^(?:-long)?[ -]*(?:of (?:talks?|negotiations?|consultations?|proximity|discussions?|war|conflict|fighting|meetings?|military conflict|preparation|shuttle|diplomacy|captivity|detention|bargaining|bombardment|shelling|occupation|siege|medical|silence bought|delay|haggling|sessions?)|of (?:\S+ ){0,2}(?:talks|negotiations|consultations|discussions|war|conflict|captivity|diplomacy|meetings)|ago|later|earlier|old|behind schedule|late|to (?:study|reply|respond|answer|decide|consider|consult|think|examine|review)|in (?:captivity|detention|prison|jail)|after|before|away|from now|into the|apart|since|and a half behind|long (?:meeting|session|talks)|session|meeting|talks|war|conflict|behind)\b/i,
  /** How long an offer or an answer may take. */
  expiry:
    /\b(?:open|valid|stands|table|answer|reply|respond|response|study|expires?|until further)(?: \S+){0,4} ?$/i,
  toReply: /^ to (?:reply|answer|respond|decide|study|consider|accept)\b/i,
  measureWord:
    /\b(?:last\w*|duration|period|for|of|lasting|pause|truce|halt|ceasefire|cease-?fire|moratorium|quiet|silence|extend\w*|prolong\w*|minimum|open)\b/i,
  /** An area is what stands behind one of these. */
  area: [
    /\b((?:along|across|around) (?:the |both banks of the |both |all )?[\p{L}\p{N}'’-]+(?: [\p{L}\p{N}'’-]+){0,7}?)(?=[,.;:"”»)]|$| (?:so that|starting|beginning|from (?:\d|the \d|midnight|noon|dawn|mon|tues|wednes|thurs|fri|satur|sun|jan|feb|mar|apr|may|june|july|aug|sep|oct|nov|dec|tomorrow|today|next)|over the|for (?:the|a|at|\d|\w+ (?:hours|days|weeks|months))|to (?:let|allow|enable|permit|collect|recover|evacuate|bring|bury)|in order|on (?:mon|tues|wednes|thurs|fri|satur|sun|\d)|until|lasting|during|while|and (?:to|said|that|then|be|has|will|would)|by|to the \p{L}+ side|would|will|if|that|which|this|next|tomorrow|today|with|between \d|was|is|came|comes|took|takes|went|has|had|has|had))/iu,
    /\b(from (?!\d|each|both|either|its|their|his|her|the (?:war|first|start|beginning|other|side)|midnight|noon|dawn|mon|tues|wednes|thurs|fri|satur|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|captivity|all)(?:the )?(?:[\p{L}\p{N}'’-]+ ){1,5}?to (?!be |let|\d)(?:the )?\p{L}[\p{L}\p{N}'’-]*(?: \p{L}[\p{L}\p{N}'’-]*){0,4}?)(?=[,.;:"”»)]|$| (?:so that|on|for|to|and|by|while|with|would|will|is|was|until|open))/iu,
    /\b(?:strikes?|attacks?|raids|fire|shelling|bombing|drone flights)(?: \p{L}+)? (?:on|against|at) ((?:the |all |each other's |one another's )?[\p{L}'’-]+(?: [\p{L}'’-]+){0,6}?)(?=[,.;:"”»)]|$| (?:so that|starting|beginning|from|over the|for|to|in order|until|lasting|during|while|by|would|will|if|that|which|with|was|is))/iu,
    /\bcovers? ((?:the )?[^.;,]{4,90}?)(?=[.;,]|$| (?:and (?:lasts|begins|starts|is|was|runs|will))|for \d)/iu,
    /\b(?:truce|pause|halt|ceasefire|cease-fire|lull|silence|quiet|fire|actions?|fighting|hostilities|operations?|moratorium|corridor)(?: (?:of|for) [\p{L}\p{N} -]{3,30}?)? ((?:in|on|at|near|inside|within) (?:the |certain |some |several |separate |all )?(?!principle|order|return|exchange|fighting|the fighting|the shelling|hostilities|particular|writing|force|effect|place|mon|tues|wednes|thurs|fri|satur|sun|january|february|march|april|may|june|july|august|september|october|november|december|late|early|mid|\d|ten|two|three|strikes|attacks|condition|behalf|time|the (?:table|coming|next|end|evening|morning|afternoon|room|matter|record|grounds|condition|same|basis|first|second|condition|presence|hope|course|week|month|spring|summer|autumn|winter|meantime))[\p{L}\p{N}'’-]+(?: [\p{L}\p{N}'’-]+){0,6}?)(?=[,.;:"”»)]|$| (?:so that|starting|beginning|from|over the|for|to (?:let|allow|enable|permit|collect|recover|evacuate|bring|bury|be|give)|in order|until|lasting|during|while|and (?:to|said|that|then|be|has|will)|by|to the \p{L}+ side|would|will|if|that|which|this|next|tomorrow|today|with|between \d|was|is|came|comes|took|takes|went|has|had|on (?:mon|tues|wednes|thurs|fri|satur|sun|\d)|of at least|of no|beginning))/iu,
    /\b(at sea)\b/i,
    /\b(between (?:the )?\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)? and (?:the )?\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)?)(?= (?:will|would|shall|is|are|from|for|so|to|on|until)|[,.;]|$)/u,
    /\b(within (?:\d+|[\p{L}-]+) (?:kilomet(?:re|er)s?|km|miles?|met(?:re|er)s?) of (?:the )?[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+){0,3})/iu,
    /\b((?:the )?(?:[\p{L}'’-]+ ){0,2}?(?:road|bridge|crossing|route|highway|pass|track|railway|street)(?: (?:between|from|to|of) (?:the )?\p{Lu}[\p{L}'’-]+(?: \p{Lu}?[\p{L}'’-]+)?(?: (?:and|to) (?:the )?\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)?)?)?)(?= (?:must|should|shall|will|would|to|can|may|is|are|be|was|were) (?:\p{L}+ ){0,2}?(?:open|reopen|kept|stay|remain))/u,
    /\b(?:[Ii]n|[Aa]t|[Oo]n|around|near|along|for|across|inside|through|over|use|cross|Along|opening of|[Oo]pen|reopen) ((?:the |both |all )?(?:[\p{L}'’-]+ ){0,3}?(?:road|highway|bridges?|canal|river|pass|islands?|villages?|valley|strait|coast|ports?|shores?|banks?|district|province|region|gorge|lake|dam|quarry|crossing|harbour|peninsula|delta|plateau|forest|hills?|mountains?|ridge(?: road)?|sector|zone|plant|border|front)(?: (?:of|between) (?:the )?\p{Lu}[\p{L}'’-]+(?: and \p{Lu}[\p{L}'’-]+)?)?)(?![\p{L}])(?! (?:days?|side|party|talks))/u,
    /((?:\p{Lu}[\p{L}\p{N}'.-]* ?){1,4}→ ?(?:\p{Lu}?[\p{L}\p{N}'.-]+ ?){1,4})(?=[,.;]|$)/u,
  ],
  /** A place with its name. */
  place:
    /\b((?:in|on|at|around|near|along|across|over|off|inside|outside|throughout|between) (?:the |both |all |every )?(?:(?:\p{Ll}+ ){0,2}?(?:area|vicinity|outskirts|surroundings|environs|town|city|village|valley|island|islands|pass|river|road|bridge|canal|strait|coast|lake|port|province|district|region|gorge|bay|delta|harbour|crossing|sector|front|line|banks?|shores?|heights|ridge|plain|basin) of (?:the )?\p{Lu}[\p{L}'’-]+|(?!January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Christmas|Easter)\p{Lu}[\p{L}'’-]+(?: (?:and )?(?:the )?(?:\p{Lu}[\p{L}'’-]+|town|city|village|valley|islands?|pass(?:es)?|river|road|bridges?|canal|strait|coast|lake|port|province|district|region|gorge|bay|delta|harbour|crossing|sector|front|line|banks?|shores?|heights|ridge|plain|basin|peninsula))*))/gu,
  notWhere:
    /\b(?:talks?|negotiations|meeting|met|session|round|agreed|signed|reached|announced|said|told|hall|hotel|conference|reporters|journalists|delegates?|mediators?|envoys?|hosted|brokered|concluded|initialled|capital|based|born|living)\b[^.;:]{0,30}$/i,
  /** A verb or a day among the words shows that they name no place. */
  noArea: /\b(?:who|should|would|will|goes|\p{L}+day)\b/iu,
  areaClause: /^.*\b(?:that|which) (?=the |an? |both |all )/i,
  areaLead: /^(?:around|in|near|at|on|covering|over|inside|within|across|along|against) (?!sea\b)/i,
  participants:
    /\b((?:the |two |both |its |their )*(?:presidents|leaders|heads of state(?: and government)?|heads of government|prime ministers|chancellors|premiers|principals))\b/i,
  /** "nothing less than a ceasefire of 45 days": the hedge stands before the measure. */
  atLeastBefore:
    /\b(?:nothing (?:less|short|shorter) (?:than|of)|no less than|at least|a minimum of|not less than) (?:an? )?(?:\p{L}+ ){1,3}(?:of |for |lasting )?$/iu,
  atMostBefore:
    /\b(?:nothing (?:more|longer) than|no (?:more|longer) than|at most|not more than) (?:an? )?(?:\p{L}+ ){1,3}(?:of |for |lasting )?$/iu,
  meetingBetween:
    /\b(?:summit|meeting|talks|encounter) between ((?:the )?(?:\p{Lu}[\p{L}'’-]+ ?|(?<='s |’s )\p{Ll}+ ?){1,5}?) and ((?:the )?(?:\p{Lu}[\p{L}'’-]+ ?|(?<='s |’s )\p{Ll}+ ?){1,5}?)(?= ?(?:[,.;]|$|in |at |on |before |by |this |next |that |which |to |should |would |could ))/u,
  inRoom:
    /\bwith (?:the )?((?:[\p{L}-]+ ){0,3}?(?:prime minister|president|chancellor|secretary-general|foreign minister|mediator|envoy)) (?:in the room|present|attending|as host|as mediator|in attendance|taking part)/iu,
  until: /\b(?:until|till|up to|through|beyond)(?: at least)?(?: the)?(?: \w+)? ?$/i,
  ending: /\b(?:end(?:s|ing)?|expir\w+|over|closes?)(?: on| at)? ?$/i,
  /** Right before a day: what is agreed begins on it. */
  starting:
    /\b(?:starting|beginning|begins?|starts?|to (?:begin|start|open|meet)|(?:will|would|shall|is to|are to) (?:begin|start|open|meet|convene)|as (?:of|from)|with effect from|effective)(?: (?!by\b|before\b|until\b)[\p{L}\p{N}-]+,?){0,7}? ?$/iu,
  toBegin: /\bto (?:begin|start) by ?$/i,
  asked: /\b(?:sought|want\w*|demand\w*|ask\w*|seek\w*|request\w*|call\w* for|insist\w*|await\w*)\b/i,
  struckOut: /\b(?:not|nor|no) $/i,
};
