import type { Measure } from "../../draft.ts";

/** Persons held, as news calls them. */
const held =
  "(?:prisoners?(?: of war)?|POWs?|captives?|detainees?|hostages?|inmates?|internees?|persons? deprived of (?:their )?liberty)";
const soldiers =
  "(?:servicemen(?: and[- ](?:service)?women)?|servicewomen|servicemembers|service members|service personnel|soldiers?|troops|fighters?|combatants?|sailors?|conscripts?|marines|guardsmen|officers|pilots|militiamen|airmen|defenders)";
const bodies =
  "(?:bod(?:y|ies)|remains|corpses?|fallen(?: soldiers| fighters| servicemen| comrades)?|(?:the|their|its|our|war|own|of) dead|deceased|the perished|the killed|mortal remains)";
const civilians =
  "(?:civilians?|(?:displaced|deported|evacuated|abducted|detained|missing|separated|unaccompanied) (?:\\w+ )?(?:families|family|people|persons|residents|children|villagers|citizens|minors)|children|minors|teenagers|adolescents|schoolchildren|pupils|villagers|residents|deportees|fishermen|fishing crews?|crews|non-combatants|refugees|townspeople|(?:road |dock |aid |rail(?:way)? )?workers|railwaymen|teachers)";
const release =
  "(?:(?<!\\bin )return(?:s|ed|ing)?|repatriat\\w+|releas\\w+|free(?:d|s|ing)?(?! (?:passage|access|movement|hand|of))|hand(?:s|ed|ing)?(?: \\S+){0,3} (?:over|back)|hand(?:ing)?[- ]?overs?|give(?:n|s)?(?: \\S+){0,3} back|gave(?: \\S+){0,3} back|giving(?: \\S+){0,3} back|transfer\\w*|exchang\\w+|swap\\w*|deliver\\w*|send(?:ing)?(?: \\S+){0,3} (?:home|back)|sent(?: \\S+){0,3} (?:home|back)|c(?:a|o)m(?:e|ing)(?: \\S+){0,2} (?:home|back)|gone (?:home|back)|go(?:es|ing)? (?:home|back)|went (?:home|back)|transmission|reunit\\w+|reunification|liberat\\w+|restor(?:ed|ing|e)|restitut\\w+|surrender\\w*|brought (?:home|back)|bring(?:ing)? (?:home|back)|let (?:go|out)|let(?:s|ting)?(?= (?:\\S+ ){1,6}?(?:go|leave)\\b)|set free|back home)";

const shortTruce =
  "(?:(?<=there (?:will|shall|would|is to) be )no (?:\\w+ )?(?:shelling|firing|shooting|fire|strikes|fighting)|no (?:\\S+ ){1,9}?(?:(?:will|shall|would|may|is to|are to) )?be (?:fired (?:on|at|upon)|shelled|attacked|targeted|struck(?! (?:an? |the |up )?(?:w+ )?(?:deal|agreement|bargain|accord|compromise|balance|note|tone|pact|truce|understanding))|bombed|shot at)|neither (?:side|party|army|of them)(?: \\S+){0,3}? (?:fire|firing|shoot|shooting|shell)(?: (?:upon|on|at))?|suspension of arms|cessation of arms|ceas(?:e|ing) all hostilities|silenc(?:e|ing) (?:the|all) (?:guns|weapons|arms)|(?:hostilities|fighting|fire|firing|shelling|shooting|bombardment|military operations)(?: of (?:\\S+ ){1,3}?)? ?be (?:suspended|halted|stopped|paused)|(?:hostilities|fighting|military operations|all fire|firing|shelling|shooting|combat)(?: \\S+){0,6} (?:shall|will|would|are to|is to|should|must) (?:\\w+ )?(?:cease|stop|be (?:suspended|halted|stopped|paused)|halt|pause)|(?<!end (?:of|to) (?:the )?)(?:(?:weekends?|nights?|mornings?|hours|days) without (?:shelling|fire|shots|strikes|fighting|shooting|drones)|(?:hold|holding|cease)(?: (?:its|their|our))? fire|(?:suspend|halt|stop|pause|freeze)(?:s|ed|ing)? (?:the )?(?:fighting|hostilities|fire|operations|shelling|combat)|truces?|pauses?|halts?|lulls?|standstills?|respite|stand-?downs?|ceasefire window)|(?:days?|hours?|weeks?|months?|nights?) (?:of (?:silence|quiet|calm|peace)|without (?:fire|shooting|shelling|fighting|guns?|shots?|strikes))|regime of silence|silence regime|silence of (?:the )?(?:guns|weapons|arms)|(?:temporary|short|brief|local|limited|humanitarian|partial) (?:cessation|suspension|stop(?:ping)?|break|interruption|silence|cease-?fires?)|(?:stop|hold|suspend|cease)(?:ping|ing|s|ped|ed)? (?:(?:all|any|the|artillery|mortar) ){0,2}(?:firing|fire|shooting|hostilities|shelling|combat|military (?:actions?|operations?|activit(?:y|ies)))|cessation of (?:military actions?|hostilities|fire|combat|fighting)|suspension of (?:fire|hostilities|combat|fighting|military operations)|(?:quiet|silent|calm) (?:window|weeks?|days?|nights?|weekend|hours)|silent window|day of silence|window of (?:silence|quiet|calm)|break in (?:the )?(?:fighting|hostilities|shelling)|guns (?:would |will |to |should )?(?:fall|be|go|stay) (?:silent|quiet))";
const ceasefire =
  "(?:freez(?:e|ing)(?: of)? (?:the )?(?:front ?lines?|lines?|front)|cease-?fires?|armistice|full stop(?:ping)? of (?:the )?fire|(?:full|complete|permanent|total|lasting|general|unconditional|comprehensive|indefinite) (?:(?:and|or) \\w+ )?(?:cessation|halt|end|stop(?:ping)?|truce|silence)(?: (?:of|to|in) (?:the )?(?:fire|hostilities|fighting|military (?:actions?|operations?)|combat))?|end (?:of|to) (?:the )?hostilities)";

/** What talks are about: which words name each measure. One hit is one naming of it. */
export const measures = {
  held: new RegExp(`\\b${held}\\b`, "giu"),
  patterns: [
    ["ceasefire", new RegExp(`\\b${ceasefire}(?!\\p{L})`, "giu")],
    ["short_truce", new RegExp(`\\b${shortTruce}(?!\\p{L})`, "giu")],
    [
      "moratorium",
      /\bmoratori(?:um|a|ums)\b|\bno (?:shells?|shots?|bombs?|drones?|rockets?|missiles?|shelling|strikes?|flights?|firing) (?:within|at|on|near|around|over|into)\b|\b(?:an? (?:end|stop|halt) to|no(?: more)?|stop(?:ping)?|halt(?:ing)?|end(?:ing)?|cease|suspend(?:ing)?|ban(?:ning)?(?: on)?) (?:all |any |the |further |more |laying )*(?:use of )?(?:(?:roadside|car|glide|cluster|barrel|suicide) bombs?|(?:land|sea|naval|anti-personnel) ?mines|mine-laying|night flights|overflights|(?:drone|reconnaissance|low) flights|sniping|sniper fire|air raids)\b|\b(?:refrain(?:ing)? from|abstain(?:ing)? from|renounc\w+|suspend\w*|ban(?:ning)? (?:on )?|halt\w*|cease|no) (?:\S+ ){0,2}?(?:use|firing|flights?|launch(?:es|ing)?|deployment|movement) (?:of |by )?(?:\S+ ){0,2}?(?:weapons|artillery|drones|missiles|mines|aircraft|rockets|armou?r|warships)\b|\b(?:refrain(?:ing)? from|stop|halt|end|cease|suspend|stopping|halting|not)(?: \S+){0,2} (?:to )?(?:strik(?:e|ing)|attack(?:ing)?|hit(?:ting)?|shell(?:ing)?|bomb(?:ing)?|target(?:ing)?)(?: \S+){0,4} (?:energy|power|infrastructure|ports?|water|grid|refiner\w+|dams?|hospitals?|rail\w*|gas|oil|heating|electric\w*)\b|\b(?:stop|halt|end|suspension|pause|ban|freeze)(?:ping|ning|ing)?(?: to| of| on| in)? (?:(?:all|any|every|the|mutual|further|long-range|cross-border|both) )*(?:drone|missile|air|rocket|long-range|deep|sniper)[- ](?:attacks?|strikes?|raids?|flights?|fire|launches)\b|\b(?:neither (?:side|party|army|navy|government|of them)|no side|both sides|nobody|no one)(?: \S+){0,3}? (?:fires?|firing|shoots?|strikes?|attacks?|shells?|bombs?|target)(?: \S+){0,3}? (?:ports?|power|energy|water\w*|dams?|hospitals?|rail\w*|bridges?|grain|infrastructure|refiner\w+|pipelines?|schools?|plants?)\b|\b(?:stop|halt|end|suspen(?:d|sion)|refrain(?:ing)?|pause|ban|freeze)(?:s|ed|ing)?(?: \S+){0,2} (?:strikes|attacks|raids|drone flights|air raids|bombing)(?: \S+)? (?:on|against|at) (?=(?:\S+ ){0,4}(?:energy|power|infrastructure|ports?|water|grid|refiner|dams?|hospitals?|rail|gas|oil|heating|electric))/giu,
    ],
    [
      "leaders_meeting",
      /\bsummits?\b|\b(?:meetings?|talks|encounter|face-to-face|conversation|get-together|one-on-one)(?: to be held| to take place)? (?:of|between|among|at the level of|with) (?:the |two |both |countries' |its |their |respective |warring ){0,3}(?:leaders|presidents|heads of (?:state|government|the two \w+|both \w+)|prime ministers|principals|premiers|chancellors|leaderships)\b|\b(?:leaders'?|presidential|leader-level|leaders-level|top-level|head-of-state|heads-of-state)[ -](?:meetings?|talks|summit|encounter|level (?:meeting|talks))\b|\b(?:meetings?|talks|summit|encounter) between (?:the )?(?:President|Chancellor|Prime Minister|King|Premier)s?\b|\b(?:President|Chancellor|Prime Minister|King|Premier)\b[^.;]{3,90}? (?:should |would |could |will |to )?(?:meet\b|see each other|sit down)|\binvit(?:e|es|ed|ing) (?:the (?:two |both )?)?(?:presidents?|President|Chancellor|Prime Minister|King|Premier|leaders)\b|\bmeet(?:ing|s)? (?:face to face |in person )?(?:with )?(?:the )?(?:President|Prime Minister|Chancellor|king)\b|\b(?:presidents|leaders|prime ministers|heads of state|premiers|rulers|monarchs)(?:, (?:\S+ ){1,9}?\S+,)?(?: \S+){0,4} (?:should |would |could |will |to |must )?(?:meet|see each other|sit down|talk directly)\b/giu,
    ],
    [
      "working_groups",
      /\b(?:working|expert|technical|contact|joint|drafting|sub|liaison|coordination|monitoring|verification|mixed|bilateral|trilateral)[- ](?:(?:technical|military|humanitarian|monitoring|working|expert|border|political|verification|implementation|coordination) ){0,2}(?:groups?|commissions?|committees?|subgroups?|panels?)\b|\bgroups? of experts\b|\bcommissions? on\b/giu,
    ],
    [
      "corridor",
      /\blet(?:s|ting)? (?:\S+ ){1,5}?(?:wounded|injured|sick|civilians|convoys?|ambulances|doctors|families|aid|farmers|buses)(?: \S+){0,2}? (?:pass|through|leave|out|cross)\b|\b(?:humanitarian |safe |evacuation |green |relief |medical |land |sea |aid )?corridors?\b|\b(?:free|unhindered|unimpeded|safe) (?:passage|access|movement|transit)\b|\bsafe (?:route|exit|road|way out)\b|\bevacuation routes?\b|\b(?:may|can|could|shall|will be able to|be free to|be allowed to) (?:cross|use|pass|sail|travel)(?: \S+){0,5}? (?:bridge|road|strait|crossing|river|route|channel|harbour|canal|pass|line)\b|\b(?:leave|keep|open(?:ing)?|reopen(?:ing)?) (?:the |a )?(?:\w+ )?(?:road|bridge|crossing|route|passage)s?(?: \w+)? ?(?:open|for (?:civilians|aid|evacuation))?|\b(?:roads?|bridges?|crossings?|routes?|passage|highway|pass|checkpoints?|harbour|port|track)\b[^.;:,]{0,60}? (?:(?:must|should|shall|will|would|to|can|could|may|is|are|was|be) )?(?:be |been |being |stay |remain |kept? )(?:re-?)?open(?:ed)?\b|\b(?:re-?)?opening (?:up )?(?:of )?(?:the |a )?(?:\w+ ){0,2}(?:road|bridge|crossing|route|passage|highway)\b/giu,
    ],
    [
      "prisoner_exchange",
      new RegExp(
        `\\b${held}\\b|\\b(?:exchange|swap|release|return|repatriation|free(?:d|s|ing)?|let go|hand over|give back|giv(?:e|ing) (?:you|us|them|each other)|send home)(?: \\S+){0,6}? ${soldiers}\\b|\\b(?:detained|captured|captive|imprisoned|interned|returned|freed|released|held) ${soldiers}\\b|\\b(?:on|over|about) the ${soldiers}\\b|\\b(?:releas\\w+|free(?:d|ing|s)?|let go)(?: \\S+){0,4} (?:women|wounded|sick|officers|men|pilots|crew)\\b|\\b(?:releas\\w+|free(?:d|ing|s)?) (?:\\w+ ){0,2}\\d+ (?:\\w+ )?(?:people|persons|of (?:its|their|our))\\b|\\b(?:releas\\w+|free|freeing|let go|hand over)(?:,? [^\\s.;]+){0,18}? (?:whom |that |who )?(?:(?:it|they|each|either side|the other)(?: side)? (?:still )?(?:holds?|held|detains?|detained)|held|detained|in (?:its|their) (?:custody|hands))\\b|\\b(?:its|our|their|his) ${soldiers}(?: \\S+){0,3} (?:back|home|returned|released|freed)|\\b(?:releas\\w+|free(?:d|ing|s)?|return\\w*|let go|hand over)(?:,? [^\\s.;]+){0,5}? (?:captured|detained|seized|arrested|imprisoned|jailed)(?= (?:in|at|on|near|last|since|by|during|from)\\b|[.,;]|$)|\\blet(?:ting)? (?:\\S+ ){0,4}(?:women|men|wounded|sick|officers|youngest|oldest|elderly|captives|rest)(?: \\S+){0,4} go\\b|\\b(?:captured|captive|seized|detained) (?:\\w+ )?(?:coast ?guards?|policemen|border guards?|customs officers|guards|miners|drivers|airmen|rangers)\\b|\\b(?:be|being) (?:\\w+ )?(?:freed|released|set free|let go)\\b|\\b(?:detained|captured|imprisoned|interned|jailed|seized) (?:\\w+ ){0,2}(?:workers|surgeons|doctors|medics|journalists|drivers|crews?|engineers|teachers)\\b|\\b(?:captured|captive|detained|imprisoned|interned|jailed|seized) (?:\\w+ ){0,2}(?:women|men|people|persons|officers|nurses|personnel|staff|crew|members)|persons? deprived of (?:their )?liberty\\b|\\bstill holds?\\b|\\breturnees\\b|\\bheld?(?:ing)? (?:\\S+ ){0,3}${soldiers}\\b|\\b\\d+ for \\d+\\b|\\b(?:all[- ]for[- ]all|one[- ]for[- ]one)\\b|\\b(?:prisoner|POW|captive|detainee|hostage)s?[- ](?:exchange|swap|release|list|issue|question)s?\\b|\\b(?:exchange|swap)s?\\b(?= (?:that|which|of the|agreed|planned|next|this|on|in|at|took|did|has|had|was|is|would|could|will|of the same|list|under|completed|went|began))|\\b${soldiers}(?: \\S+){0,3} (?:home|in captivity|held captive|returned|came home|come home|back from)\\b`,
        "giu",
      ),
    ],
    [
      "remains_transfer",
      new RegExp(
        `\\bidentify\\w*(?: \\S+){0,3} ${bodies}\\b|\\b${release}(?: \\S+){0,6}? ${bodies}\\b|\\b${bodies}(?: \\S+){0,8}? (?:${release}|received|repatriat\\w+|recovered|identif\\w+)(?!\\p{L})|\\b(?:want|demand|seek|asked for|await|hold|receiv|receive|recover|collect|retrieve|get|offer|promis|owe|withhold|keep|bring|surrender|yield)(?:s|d|ed|e|es|ing)?(?: \\S+){0,5} ${bodies}\\b|\\b${bodies} of (?:our|their|its|the) \\S+ (?:\\S+ )?${soldiers}|\\brecover(?:ed|s)? (?:the )?${bodies}|\\bidentification\\b`,
        "giu",
      ),
    ],
    [
      "civilians_return",
      new RegExp(
        `\\b${release}(?: \\S+){0,6}? ${civilians}\\b|\\b${civilians}(?: \\S+){0,7}? (?:whose return|${release})(?!\\p{L})|\\breturn (?:home )?of (?:the )?(?:\\S+ ){0,4}?(?:${civilians}|families|people)\\b|\\b(?:releas\\w+|free(?:d|ing|s)?|return\\w*|let go)(?: \\S+){0,5} (?:journalists|teachers|aid workers|medics|doctors|nurses|patients|journalists|priests|clergy|drivers|engineers|mayors|activists|students|pupils|pilgrims|volunteers)\\b|\\b(?:its|our|their) (?:children|citizens|nationals|people|fishermen|civilians)(?: \\S+){0,3} (?:back|home|returned|released)|\\bfamil(?:y|ies) reuni\\w+`,
        "giu",
      ),
    ],
  ] as readonly (readonly [Measure, RegExp])[],
  /** Without one of these a measure is not named: its pattern need not be tried. */
  gates: {
    prisoner_exchange:
      /prisoner|POW|captiv|captur|detain|hostage|inmate|intern|liberty|exchang|swap|releas|return|repatriat|free|let|hand|giv|send|soldier|service|troop|fighter|combatant|sailor|conscript|marine|guardsm|officer|pilot|militia|airm|defender|imprison|jail|seized|held|hold|for all|for one|\d for \d/i,
    remains_transfer: /bod(?:y|ies)|remains|corpse|fallen|dead|deceased|perished|killed|identi/i,
    civilians_return:
      /civilian|famil|people|person|resident|child|minor|teen|adolesc|pupil|villag|deport|fisherm|fishing|crew|refugee|townsp|worker|railwaym|teacher|combatant|journalist|medic|doctor|nurse|patient|priest|clergy|driver|engineer|mayor|activist|student|pilgrim|volunteer|citizen|national/i,
    moratorium:
      /moratori|bomb|mine|flight|snip|raid|strik|attack|hit|shell|target|weapon|artiller|drone|missile|aircraft|rocket|armou?r|warship|fire|firing|shoot|launch/i,
  } as Partial<Readonly<Record<Measure, RegExp>>>,
  /** Arrangements that are none of the measures, and are proposed all the same. */
  otherMeasure:
    /\b(?:hot-?lines?|(?:telephone|phone|radio|direct) (?:line|link|channel)s?|(?:names|lists|register) of (?:the |all |those )?(?:missing|drowned|dead|detained|prisoners|captives|held|disappeared|buried|graves)|(?:clear(?:ance|ing)|removal|removing) (?:of )?(?:the )?mines|mine clearance|demining|clear(?:s|ed|ing)? (?:\S+ ){1,7}?of (?:\w+ )?mines|as many monitors|liaison officers?|joint teams|channel of communication|observers?|monitor(?:s|ing)|mechanism|joint (?:patrols|inspection|investigation|statement)|inspections?|visits?|access|guarantees?|pull-?back|pullout|maps|verification|buffer|demilitari[sz]ed|registry|exchange of (?:lists|maps|letters)|inquiry|investigation|peacekeep\w+|coordination centre|coordination center|liaison)\b/i,
  /** Topics that are no measure. */
  topics: [
    [
      "end_of_war",
      /\b(?:war|conflict) (?:\S+ ){0,2}(?:end|ends|ended|over)\b|\b(?:end(?:ing|s)?|stop(?:ping|s)?|finish(?:ing)?|conclu(?:de|sion)|settle(?:ment)?|close)(?: \S+){0,3} (?:war|conflict|bloodshed|hostilities for good)\b|\b(?:end|resolution|settlement) (?:of|to) (?:the |this )?(?:"?·*"?|\S+ )?(?:war|conflict|fighting|bloodshed)\b|\bpeace (?:treaty|settlement|accord|plan|deal|agreement|process)\b|\b(?:just|lasting|durable|comprehensive) peace\b/giu,
    ],
    [
      "medical_support",
      /\bexamin(?:ed|ation)s?\b|\b(?:medical|psychological|hospital|health) (?:support|care|treatment|help|assistance|attention|aid|checks?|examinations?|services?)\b|\bhospitals?\b|\bdoctors\b|\brehabilitat\w+|\btreat(?:ed|ment)\b|\bflown (?:\S+ ){0,3}for treatment\b/giu,
    ],
    [
      "incident",
      /\b(?:strikes? on|fire(?:d)? (?:an? |the |one |not )?(?:single |one )?(?:rounds?|shots?|shells?|bullets?)|cut (?:off )?the (?:water|power|gas|electricity|supply)|fired (?:\S+ ){0,3}shots?|single shot|explosion|torture\w*|executions?|ill-treat\w+|shell(?:ed|ing|s)?|bombard\w+|bomb(?:ed|ing|s)|fir(?:ed|ing) (?:on|at|\w+ (?:mortar|rocket|shell|shot|missile)|rockets?|mortars?|shells?|missiles?|artillery|drones?)|mortars?(?: rounds?| fire)?|air ?strikes?|(?:drone|missile|rocket|artillery|sniper) (?:strikes?|attacks?|fire)|ambush\w*|attack(?:ed|s|ing)?|raid(?:ed|s)?|violat\w+|breach\w*|infring\w+|broke(?:n)? (?:the )?(?:truce|ceasefire|pause|moratorium|quiet)|breaking (?:the )?(?:truce|ceasefire|it)|line was crossed|crossed (?:it|the line|into)|opened fire|hit (?:an?|the|two|three|our|their|its|his)|(?:was|were|been|got) (?:\w+ )?hit|mines? (?:that|which|exploded|went off)|(?:laid|planted|laying|planting) (?:\S+ ){0,3}?mines?|under fire|injuring|mine, laid|sank|sunk|rammed|drowned|set on fire|wounding|shots? (?:was |were )?(?:fired|reported)|shot (?:at|down|dead)|kill(?:ed|ing)|turned back|obstruct\w*|aircraft|incursion|sabotage|mined|explosion|struck(?! (?:an? |the |up )?(?:\w+ )?(?:deal|agreement|bargain|accord|compromise|balance|note|tone|pact|truce|understanding))|gunfire|blocked)\b/giu,
    ],
    [
      "talks",
      /\b(?:talks?|negotiat(?!or)\w+|rounds?|sessions?|sittings?|meetings?|meet|dialogue|participation|contacts?|diplomacy|diplomatic|consultations?|agenda|public statements|mediation|memorandum|reconvene|be back|leave the (?:room|hall|table)|(?<!\bin )return(?! (?:of|home))|work would go on|breakthrough)\b/giu,
    ],
  ] as readonly (readonly [string, RegExp])[],
  /** Words that only hint at a topic: asked where no measure and no matter is named. */
  hints: [
    [
      "prisoner_exchange",
      /\b(?:missing|lists?|names?|captiv(?:es?|ity)|captured|capture|held|hold(?:s|ing)?|releas(?:es?|ed|ing)|freed?|freeing|home|letters|families|relatives|mothers|fathers|wives|sons|boys|cells?|prisons?|jails?|camps?|barracks|detention|detained|custody|inmates?|swap\w*|exchang\w+|trad(?:e|ed|ing)|officers|pilots|soldiers|servicemen|conscripts|sailors|fighters|bus(?:es)?|one for one|all for all)\b/gi,
    ],
    [
      "remains_transfer",
      /\b(?:graves?|burials?|bury(?:ing)?|buried|coffins?|morgues?|DNA|forensic|pathologists?|the (?:dead|fallen)|war dead|our dead|their dead|cemeter(?:y|ies)|bones|bod(?:y|ies)|remains|identif\w+|funerals?|mourn\w*)\b/gi,
    ],
    [
      "short_truce",
      /\b(?:silence|silent|quiet|calm|guns?|paus(?:es?|ed|ing)|hours|days|nights?|hold fire|holds? (?:their|its) fire|lull|breathing space|respite|halt(?:s|ed)?|truces?|harvest|stand(?:-| )?down)\b/gi,
    ],
    [
      "ceasefire",
      /\b(?:cease-?fires?|armistice|months?|front ?lines?|the front|the lines?|lines? of contact|monitors?|observers?|verif\w+|disengage\w*|winter|permanent|guarantees?|withdraw\w*|pull-?back|map)\b/gi,
    ],
    [
      "moratorium",
      /\b(?:strikes?|power|energy|electric\w*|grid|substations?|refiner(?:y|ies)|pipelines?|infrastructure|ports?|dams?|drones?|flights?|mines?|mining|missiles?|artillery|long-range)\b/gi,
    ],
    [
      "corridor",
      /\b(?:evacuat\w*|convoys?|crossings?|cross(?:es|ed)?|roads?|routes?|aid|lorr(?:y|ies)|trucks?|buses|access|bridges?|passage|passes|pass through|checkpoints?|ferr(?:y|ies)|boats?|barges?|blockade[ds]?|siege|besieged|harbours?|lanes?|stranded|open(?:s|ed|ing)?|locks?|sacks?|flour)\b/gi,
    ],
    [
      "incident",
      /\b(?:violence|incidents?|security|drones?|missiles?|explosions?|blasts?|shots?|ambulances?|killed|wounded|hit|burn\w*|sabotage\w*|provocation\w*|shells?|rockets?|snipers?|bombs?|fire[ds]?|craters?|attacks?|raid(?:s|ers)?|gunners?|gunfire|damage[ds]?|accident|patrols?|warships?|aircraft|jets?|investigat\w*|casualt(?:y|ies))\b/gi,
    ],
    [
      "leaders_meeting",
      /\b(?:presidents?|leaders|summit|face to face|handshake|heads? of state|premiers|prime ministers|kings?|guests?|in person|palace|tête-à-tête)\b/gi,
    ],
    [
      "civilians_return",
      /\b(?:children|child|orphan\w*|displaced|teachers|villagers|civilians|deport\w*|abduct\w*|crews?|fishermen|trawlers?|residents|citizens|nationals|students|pupils|refugees)\b/gi,
    ],
    [
      "working_groups",
      /\b(?:commissions?|committees?|experts?|working|groups?|panels?|secretariat|specialists)\b/gi,
    ],
    ["end_of_war", /\b(?:peace|war|settlement|surrender\w*|victory|conflict|reconciliation)\b/gi],
    [
      "medical_support",
      /\b(?:medicines?|medics?|medical|doctors?|nurses?|surgeons?|clinics?|hospitals?|ambulances?|treat(?:ed|ment)|insulin|vaccin\w*|patients?|dialysis|surger(?:y|ies)|blood|health|prosthe\w+)\b/gi,
    ],
    [
      "talks",
      /\b(?:papers?|texts?|drafts?|proposals?|gaps?|progress|agenda|delegat\w*|hosts?|mediat\w*|envoys?|negotiat\w+|table|positions?|sign(?:ed|ature|atures)|documents?|memorandum|rooms?|halls?|rounds?|next|calendar|dates?|return|come back|breakthroughs?|mood|atmosphere|constructive|frank|useful|patience|patient|trust|will(?:ing)? to (?:talk|listen)|listen\w*|speak|spoke|words?|discuss\w*|process|step|start|meet|met|sit|sat|consult\w*|instructions?|capital|study|mandate)\b/gi,
    ],
    [
      "other",
      /\b(?:mines?|mined|mine-clear\w+|demin\w+|power|electricity|water|pumps?|dams?|sanctions|territor\w*|borders?|grain|fish\w*|monitors?|observers?|hotlines?|language|constitution|elections?|withdraw\w*|troops|sovereignty|status|recogni\w+|compensation|reparations|apolog\w+|inquiry|customs|tolls?|tariffs?|embargo|blockade|lifted|coast ?guard|visits?|images?|publish\w*|photograph\w*|journalists|map|flag|autonomy|amnesty|court|tribunal|extradit\w+)\b/gi,
    ],
  ] as readonly (readonly [string, RegExp])[],
  /** What a truce may serve: these words beside it are no measure of their own. */
  purposes:
    /\b(?:so that|to (?:let|allow|permit|enable|collect|recover|evacuate|bring|bury|retrieve|remove|take)|in order to|for (?:the )?(?:collecting|recovery|evacuation|removal|burial|export)|with the purpose|(?:recover|collect|bury|retrieve|look for|search for|evacuate) )/i,
  ceasefireByName: /\b(?:cease-?fires?|armistice)\b/i,
  /** A ceasefire that is meant to stay, however short its first term. */
  full: /\b(?:full|complete|permanent|total|lasting|general|unconditional|comprehensive|indefinite)\b/i,
  breach: /\b(?:breach\w*|violat\w+|broke(?:n)?|breaking|infring\w+|shelled|crossed|fired)\b/i,
  harm: /\b(?:kill\w*|shelled|struck(?! (?:an? |the |up )?(?:\w+ )?(?:deal|agreement|bargain|accord|compromise|balance|note|tone|pact|truce|understanding))|bombed|fired (?:on|at|\w+ mortar)|accus\w+|air ?strike|answered from the sky|wounded by|hit by)\b/i,
  care: /\b(?:medical|psychological) (?:support|care|treatment)|hospital(?!'s)|doctors|rehabilitat\w+|flown/i,
  /** The next meeting is a topic beside any measure. */
  nextMeeting:
    /\b(?:next|further|new|another|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth) (?:meeting|round|session|sitting|talks)\b/i,
};
