import type { StatementKind } from "../../draft.ts";
import { sayingForms, sayingPlain } from "./verbs.ts";

/** How a cue is built: said of somebody else's words or of one's own act. */
const adverb =
  "(?:also |again |further |then |later |however |in turn |once more |officially |formally |publicly |categorically |firmly |flatly |repeatedly |strongly |immediately |reportedly |separately |nevertheless |meanwhile |only |still |has |have |had |today |yesterday )*";

/** Verbs by the kind of statement that they make; the order is that in which one is taken where a sentence has several. */
const verbs: readonly (readonly [StatementKind, string])[] = [
  [
    "reiterates",
    "(?:again|once more|once again) (?:proposed?s?|offer(?:s|ed)?|call(?:s|ed) for|suggest(?:s|ed)|demand(?:s|ed)|ask(?:s|ed)? (?:(?:both|the|all|either) )?(?:\\w+ )?for|request(?:s|ed)|urg(?:es|ed))|repeat(?:s|ed|ing)? (?:(?:the )?\\p{Lu}\\p{L}+\\u0027s|its|his|her|their|the|an?|an earlier|that) (?:[\\p{L}\\u0027-]+ ){0,3}(?:call|offer|proposal|demand|request|appeal|readiness|position)|reiterat(?:es|ed|e|ing)|reaffirm(?:s|ed|ing)?|renew(?:s|ed|ing)? (?:its|his|her|their|the|a|an) (?:\\w+ ){0,3}(?:call|offer|proposal|demand|request|appeal)|restat(?:es|ed)|re-?tabled|has not changed its|underlin(?:ed|es) that such proposal|stands by (?:its|his|her|their) (?:offer|proposal|demand|call)",
  ],
  [
    "proposes",
    'propose|suggest|suggest(?:s|ed) that(?= [^.;,]{3,70}? (?:be|should|might|could|not)\\b)|propos(?:es|ed|ing)|offer(?:s|ed|ing)|suggest(?:s|ed|ing)|tabl(?:ed|es|ing) (?:a|an|one|the|its|his|her|their|what|two|three|·|")|put(?:s|ting)? forward|put(?:s|ting)? (?:\\S+ ){1,8}?(?:on|to) the table|put(?:s|ting)? (?:on|to) the table|put(?:s|ting)? (?:an?|its|his|her|their|the) (?:\\S+ ){0,3}?(?:draft|proposal|offer|plan|paper|text|idea|formula|compromise|scheme) (?:to|before)|(?:float(?:s|ed|ing)|moot(?:s|ed|ing)|submit(?:s|ted)|circulat(?:es|ed)|pitch(?:es|ed)|outlin(?:es|ed)|sketch(?:es|ed)|advocat(?:es|ed|ing)|champion(?:s|ed)|propound(?:s|ed)|unveil(?:s|ed)|tout(?:s|ed))(?= (?:an?|the|its|his|her|their|what|two|three|\\d))|(?:has |have )?(?:present(?:s|ed|ing)?|submit(?:s|ted|ting)?|voic(?:es|ed|ing)|lay(?:s)? out|laid out|set(?:s)? out|outlin(?:es|ed)|mak(?:es|ing)|made|introduc(?:es|ed)|circulat(?:es|ed)|read(?:s)? out|br(?:ought|ings)|renewed|tabled|offered|drafted|came (?:\\S+ ){0,3}with|float(?:s|ed)|advanc(?:es|ed)|unveil(?:s|ed)|hand(?:s|ed) over|deliver(?:s|ed)) (?:\\S+ ){0,6}?(?:proposals?|offer|initiative|draft|plan|suggestion|package|text|paper|counter-?proposal|counter-?offer|non-paper|idea)|ask(?:s|ed|ing)? (?:again )?for(?! time| more time| clarif)|request(?:s|ed|ing)|ask(?:s|ed) that(?! (?:his|her|their|the|no) names?)|counter(?:s|ed) with|was (?:ready|prepared|willing) to|(?:is|are|were) (?:ready|prepared|willing) to|stand(?:s)? ready to|express(?:es|ed) (?:\\w+ ){0,2}(?:readiness|willingness)|declar(?:es|ed) (?:\\w+ ){0,2}readiness|signal(?:s|led|ed) (?:\\w+ ){0,2}(?:readiness|willingness)|(?:sought|seeks|seeking)(?= (?:an?|the|its|their|\\d))|(?:respond|repl|answer|counter)\\w* with (?:an?|its|their|his|her) (?:\\S+ ){0,3}?(?:counter-?offer|counter-?proposal|proposal|offer|plan|draft|text)|float(?:s|ed|ing) (?:\\S+ ){0,4}?idea|invit(?:es|ed|ing) (?:\\S+ ){1,4}?to observe',
  ],
  [
    "agrees",
    "accept the|agree to(?! disagree)|(?:will|would|could|can) only (?:agree|accept|consent)|sa(?:id|ys) yes(?!\\p{L})|(?:back|support)(?:s|ed)(?= (?:the|an?|this|that|such|it)\\b)|(?:indicat|signal)\\w* (?:its|his|her|their) (?:agreement|consent|assent|approval)|(?:will|would|could|can) (?:agree to|accept)(?= [^.;]{3,90}(?: if| provided| on condition| as long as))|(?:will|would|could|can) (?:agree to|accept)(?= (?:an?|the) (?:\\S+ ){0,3}?(?:pause|truce|halt|ceasefire|cease-fire|corridor|exchange|swap|moratorium|release|extension))|agree(?:s|d) (?:to|with|in principle)|accept(?:s|ed|ing)?|consent(?:s|ed) to|assent(?:s|ed) to|gave (?:its|his|her|their) (?:consent|agreement|assent|approval)|approv(?:es|ed)|endors(?:es|ed)|welcom(?:es|ed) the (?:proposal|offer)",
  ],
  [
    "rejects",
    "reject|refuse to|rule out|oppose|reject(?:s|ed|ing)|refus(?:es|ed|ing)|declin(?:es|ed) to (?:discuss|accept|consider|sign|agree|enter|take up|negotiate|put|withdraw)|declin(?:es|ed) (?:the|an?|this|that) (?:offer|proposal|request)|turn(?:s|ed|ing)? (?:it |this |that |the \\w+ |the \\w+ \\w+ )?down|rul(?:es|ed|ing) out|rul(?:es|ed|ing) (?:it|this|that|them|the \\w+) out|(?:is|was|are|were) (?:\\p{L}+ly )?(?:against|opposed to)(?= (?:it|this|that|the|any|an?|such|both)\\b)|balk(?:s|ed) at|shrug(?:s|ged) off|dismiss(?:es|ed|ing)?|sa(?:id|ys) no(?= to |[.,;]|$)|brush(?:es|ed) (?:aside|off)|would not hear of|wav(?:es|ed) (?:away|aside)|shot down(?= (?:the|this|that|his|her|its|their|it|any) ?(?:\\S+ )?(?:idea|plan|proposal|offer|suggestion|notion|request|claim|talk|speculation|initiative)?)(?! (?:the|a|an|two|three|\\d+) (?:\\S+ )?(?:drone|helicopter|plane|aircraft|jet|missile|balloon))|(?:was|were|is|are|would) hav(?:e|ing) none of|pour(?:s|ed) cold water on|g(?:ave|ives) (?:it |this |that |the \\w+ )?short shrift|slam(?:s|med) the door|stood firm against|sa(?:id|ys) (?:a )?(?:flat|firm) no|oppos(?:es|ed)|spurn(?:s|ed)|vetoed|(?:is|was|are) not (?:ready|prepared|willing) to",
  ],
  [
    "demands",
    "insist|demand that|remind(?:s|ed)? (?:\\S+ ){1,6}?of (?:its|their|his|her|the) (?:\\w+ ){0,2}(?:obligation|dut(?:y|ies)|commitment|responsibilit)\\w*|want(?= (?:the|an?|all|to see|their|its|\\d))|demand(?:s|ed|ing)|insist(?:s|ed|ing)?|requir(?:es|ed)|wants(?! nothing| no )|wanted(?! nothing| no )|ma(?:de|kes) (?:\\S+ ){1,8}?a (?:pre)?condition|press(?:es|ed) for|link(?:s|ed) (?:\\S+ ){1,8}?to\\b|push(?:es|ed) for|made (?:\\S+ ){0,3}conditional on|set (?:\\S+ ){0,4}as a condition|conditioned|call(?:s|ed) (?:on|upon) (?:\\S+ ){1,6}?to (?:withdraw|pull|vacate|stop (?:shelling|attacking))",
  ],
  [
    "accuses",
    "accuse|blame|allege|(?:put|puts|la(?:id|ys)|pin(?:s|ned)|plac(?:es|ed)) (?:the |all |all the )?blame (?:on|at|for)|point(?:s|ed) (?:the |a |its )?finger at|accus(?:es|ed|ing)|suspect(?:s|ed)|blam(?:es|ed|ing)|alleg(?:es|ed|ing)|claim(?:s|ed|ing)|hold(?:s|ing)? (?:\\S+ ){1,6}?(?:responsible|accountable)|held (?:\\S+ ){1,6}?(?:responsible|accountable)|charg(?:es|ed) that|condemn(?:s|ed|ing)|denounc(?:es|ed|ing)|complain(?:s|ed|ing)|protest(?:s|ed)|draw(?:s|n)? attention to|drew attention to|count(?:s|ed) (?:\\S+ ){0,3}(?:breach|violation|attack|incident|infringement)\\w*|record(?:s|ed) (?:\\S+ ){0,3}(?:breach|violation|attack|incident|infringement)\\w*|(?:registered|report(?:s|ed)|log(?:s|ged)|document(?:s|ed)|tallied) (?:\\S+ ){0,3}(?:breach|violation|attack|incident|infringement|shelling)\\w*|(?:reported|counted|recorded|registered)(?= \\d+ by )|reproach(?:es|ed)|attribut(?:es|ed)(?= (?:it|the|this|that) [^.;,]{0,40}to )|lodged a (?:\\w+ )?(?:complaint|protest)",
  ],
  [
    "denies",
    "deny|dispute|call(?:s|ed) (?:it|that|this|them|the \\w+|the \\w+ \\w+) (?:a lie|lies|false|untrue|nonsense|a fabrication|absurd|baseless|an? (?:pure )?invention|slander|a provocation|fiction|a rumou?r)|den(?:ies|ied|ying)|contest(?:s|ed|ing)|refut(?:es|ed|ing)|(?:reject(?:s|ed|ing)|dismiss(?:es|ed|ing)?|disput(?:es|ed)|contradict(?:s|ed)|repudiat(?:es|ed)|rebuff(?:s|ed)|shrug(?:s|ged) off|wav(?:es|ed) (?:away|aside)|scoff(?:s|ed) at|laugh(?:s|ed) off|play(?:s|ed) down|scotch(?:es|ed)|brush(?:es|ed) (?:aside|off)|call(?:s|ed)(?= (?:the|these|those|such|that|its|their|his|her) (?:\\S+ ){0,2}?\\p{L}+ (?:an? )?(?:\\S+ )?(?:false|untrue|baseless|unfounded|groundless|absurd|fabricat|inven|lie|fiction|nonsense|ridiculous|slander|propaganda))) (?:\\S+ ){0,4}?(?:reports?|claims?|allegations?|accusations?|charges?|suggestions?(?! that [^.;]{3,60}? (?:visit|be|meet|go|take|give|come|leave|withdraw|hold|send)\\b)|rumou?rs?|assertions?|accounts?|versions?|stor(?:y|ies)|tales?|inventions?|insinuations?|narratives?|notion|speculation|fabrications?|as (?:an? |pure |mere |sheer )*(?:untrue|false|baseless|unfounded|groundless|fabricat|inven|fable|fantas|lie|propaganda|fiction|nonsense|rumou?r|fairy ?tale|disinformation)\\p{L}*)|rebut(?:s|ted)|disput(?:es|ed|ing)|contradict(?:s|ed|ing)|disown(?:s|ed)",
  ],
  [
    "confirms",
    "confirm|acknowledge|confirm(?:s|ed|ing)?|vouch(?:es|ed) for|acknowledg(?:es|ed|ing)|verif(?:ies|ied)|corroborat(?:es|ed)|admit(?:s|ted|ting)?|conced(?:es|ed)",
  ],
  [
    "announces",
    "announce|declare|promise|pledge|announc(?:es|ed|ing)|order(?:s|ed)(?= (?:the|its|his|her|all|an?|both)\\b)|decid(?:es|ed) (?:to|on|that|against)|scheduled|instruct(?:s|ed)|count(?:s|ed)(?= \\d)|declar(?:es|ed|ing)|promis(?:es|ed|ing)|pledg(?:es|ed|ing)|vow(?:s|ed)|inform(?:s|ed|ing)?|disclos(?:es|ed)|reveal(?:s|ed)|undertook|undertak(?:es|en)|put (?:\\S+ ){1,5}?at\\b|puts (?:\\S+ ){1,5}?at\\b|read(?:s)? out(?= (?:the|an?) (?:\\p{L}+ )?(?:result|text|statement|terms|agreement|communiqu[eé]|outcome))|gave (?:\\S+ ){0,3}(?:figure|number|toll|total|count) (?:of|as)|publish(?:es|ed) (?:\\S+ ){0,3}(?:figure|list|number)s?|guarantee(?:s|d)|notif(?:ies|ied)|committed (?:itself|himself|herself|themselves)",
  ],
  [
    "appeals",
    "ask(?:s|ed) (?:both|the|all|either|its|their) (?:\\S+ ){1,3}?for(?= )|urge|call on|call for|appeal to|appeal for|plead|call(?:s|ed|ing)? (?:on|upon|for)|urg(?:es|ed|ing)|appeal(?:s|ed|ing)?(?: to| for| that)|implor(?:es|ed)|plead(?:s|ed)|exhort(?:s|ed)|ask(?:s|ed|ing)? (?!not to be (?:named|identified|quoted)|nobody|no one|nothing|little|much|about|for|whether|if|why|how|when|what|that|who)(?:\\S+ ){1,6}?(?:to|not to)\\b|begg(?:ed|ing)|encourag(?:es|ed|ing)|invit(?:es|ed|ing)|request(?:s|ed) (?:\\S+ ){1,5}?to\\b|made an appeal|issued an appeal|issued a call",
  ],
  [
    "describes",
    'say|tell|(?:answer|reply|response|reaction|version|position|view|line|comment|account|verdict):|(?<=(?:\\u0027s|s\\u0027|’s) (?:\\w+ )?)(?:answer|reply|position|view|line|stance|message|verdict) (?:remains|is|was|stays|has been)(?= that)|(?<=(?:\\u0027s|s\\u0027|’s) (?:\\w+ )?)(?:answer|reply|response|message|verdict|retort) (?:came|was|followed)[^:.;]{0,40}(?=: )|insist that|believe|expect|describe|warn|argue|note that|add that|stress|sa(?:id|ys|ying)|t(?:old|ells|elling)|sum(?:s|med) up|point(?:s|ed) out|ma(?:de|kes?) (?:it )?(?:clear|known|plain)|speaks? of|wants? it known|recorded(?= that)|hint(?:s|ed)|signal(?:s|led|ed)(?= that)|doubt(?:s|ed)?(?= (?:that|whether))|call(?=(?:s|ed)? (?:the|it|this|that) )|spoke(?= of)|assur(?:es|ed)|inform(?:s|ed) (?:\\S+ )?that|let (?:\\S+ ){1,3}know|let it be known|sigh(?:s|ed)|shrug(?:s|ged)|laugh(?:s|ed)|counter(?:s|ed)|shot back|snapped|retort(?:s|ed)|whisper(?:s|ed)|recit(?:es|ed)|\\p{Ll}+ed(?=: ["“·])|read(?=s?:)|spoke of|question(?:s|ed)|acknowledged that|add(?:s|ed|ing)\\b(?! (?:a|an) (?:promise|pledge))|not(?:es|ed|ing)(?! the request)|stress(?:es|ed|ing)?|emphasi[sz](?:es|ed|ing)|underlin(?:es|ed|ing)|underscor(?:es|ed|ing)|remark(?:s|ed|ing)?|explain(?:s|ed|ing)?|comment(?:s|ed|ing)?(?! on)|stat(?:es|ed|ing)|wrote|writes|writing|posted(?! (?:an? |the |its |their )?(?:\\p{L}+ )?(?:videos?|photos?|photographs?|pictures?|clips?|images?|footage|recordings?)\\b)|tweeted|repl(?:ies|ied|ying)|respond(?:s|ed|ing)?|answer(?:s|ed)|describ(?:es|ed|ing)|called(?= \\S+ (?:\\S+ ){0,5}?["“·])|calls(?= \\S+ (?:\\S+ ){0,5}?["“])|warn(?:s|ed|ing)?|expects|expected|expressed|recall(?:s|ed|ing)?|observ(?:es|ed)|argu(?:es|ed|ing)|maintain(?:s|ed)|assert(?:s|ed)|contend(?:s|ed)|report(?:s|ed)|indicat(?:es|ed)|suggested that|believ(?:es|ed)|hop(?:es|ed)(?! to have| for)|mention(?:s|ed)|joked|quipped|insisted that|conclud(?:es|ed) that|predict(?:s|ed)|voic(?:es|ed) (?:hope|optimism|concern|doubt)|spoke of|speaks of|estimat(?:es|ed)|cautioned|clarif(?:ies|ied)|reminded|went on|continued|put it|put(?= (?:the|its) )|recounted|testified|quoted|lamented|regret(?:s|ted)|welcom(?:es|ed)|deplor(?:es|ed)|considers?|takes note of|praised|opined|mused|ventured|grumbled|intimated|volunteered(?= that)|reckon(?:s|ed)?|forecast(?:s)?(?= that)|allowed(?= (?:that|[^.;]{0,25} that))|insinuated|hears|disclosed|swore|wondered|offered(?=,? ["“])|express(?:es|ed) (?:\\w+ )?(?:concern|regret|hope|doubt|alarm|dismay|satisfaction|confidence)|characteri[sz]ed|was (?:quoted|cited) as saying|is (?:quoted|cited) as saying|according to',
  ],
];

export const cues = {
  adverb,
  verbs: verbs.map(
    ([kind, source]) => [kind, new RegExp(`(?<![\\p{L}'’-])(?:${source})(?![\\p{L}])`, "gu")] as const,
  ),
  sayingForms,
  sayingPlain,
  /** Before the plain form of a verb: more than one does it, or who speaks. */
  plural:
    /(?<![\p{L}])(?:they|we|both|who|people|men|women|police|staff|others?|militiamen|\p{L}{3,}(?<!'|ss|us|is)s) (?:\p{L}+ly |also |still |now )?$/iu,
  /** "“…,” said Wiik": the cue that belongs to the quotation before it. */
  closesQuotation:
    /^,? (?:(?:(?:the|an?|its|his|her) )?[\p{L}.' -]{0,50}? )?(?:said|says|told|added|adds|noted|remarked|commented|stressed|explained|wrote|replied|answered|stated|concluded|insisted|asked|warned|continued|declared|emphasi[sz]ed)\b/u,
  /** The source is named after it: "according to". */
  sourceAfter:
    /\b(?:according to|in the (?:words|account|view|assessment|version|telling) of|by the words of|(?:we|I)(?:'re| are|'m| am|'ve| have)? (?:now )?(?:hear|hearing|heard|learn|learning|learned|learnt|understand|told|being told) (?:from|by)|as told by|in (?:a|an) (?:\w+ )?(?:statement|interview|post|briefing|message) (?:by|from|with)|quoting|citing|described by|reported by)\s+(?!cent)/gi,
  /** Numbers by somebody's count. */
  countOf:
    /\b(?:by|on|in) (\S+(?: \S+){0,4}?)(?:'s|s') (?:own )?(?:count|figures?|reckoning|tally|estimate|numbers?|account|telling|version|data)\b/gi,
  /** Such words before a verb make it no statement. */
  vetoBefore:
    /(?:\b(?:not|never|nobody|no one|neither side|n't|without|cannot|if|unless|whether|could|might|may|would|should|will|to be|expected to|hopes? to|plans? to|due to|likely to|supposed to|about to|refus(?:ed|es) to|declin(?:ed|es) to|nor|is to|are to|shall|going to|(?:declin|refus)(?:ed|es|ing) (?:either )?to \w+ n?or|(?:would|could|did) (?:not |neither )\w+ n?or) ?(?:yet |ever |even |\w+ly )?|n't (?:yet )?|\bas (?:it|they|he|she|we) (?:had |has |have )?)$/i,
  /** "would only say" is said all the same. */
  onlySays: /\b(?:would|could|will|can) (?:say )?only $/i,
  /** A verb after these is a noun's attribute. */
  attributive:
    /(?:(?:'s|s') |\b(?:one|two|three|four|five|several|many|some|\d+|the|a|an|this|these|those|any|no|its|their|his|her|our|such|previously|newly|jointly|already|as|of|so-called|all|both of the) )$/i,
  auxiliary: /\b(?:being|been|be|was|were|is|are|as) $/i,
  infinitive: /\bto (?:\w+ly )?$/i,
  declinesComment:
    /\b(?:declin\w+|refus\w+) to (?:comment|answer|say|speak|respond|be drawn|elaborate|give|name|confirm)\b|\bdid not (?:answer|comment|respond|reply|mention|say|elaborate|give|specify|confirm)\b|\bno (?:reply|comment|answer|response)\b|\bnot (?:available|respond)\b|\bwithout comment\b|\bcould not be reached\b/i,
  thanks:
    /\b(?:thank(?:s|ed|ing)?|express(?:ed|es) (?:\w+ )?(?:gratitude|thanks|appreciation)|congratulat\w+|paid tribute|welcomed (?:the )?(?:guests|delegations))\b/i,
  /** "Strand: “…”": a name, a colon and a quotation. */
  labelled: /^(?:the )?\p{Lu}[^:.;,·]{1,50}(?=: ?["“«]?·)/u,
  /** "Each still blames the other." */
  mutual:
    /^(?:each|both|the (?:two )?(?:sides|parties|armies|governments|delegations)|they)\b[^.;]{0,40}\b(?:accus|blam|denounc|condemn|charg)\w*\b[^.;]{0,20}\b(?:each other|one another|the other)\b/i,
  /** Where a new clause begins, and with it somebody else's own word. */
  boundary:
    /(?:;|:|,|\bwhile|\bwhereas|\bbut|["”»]|—|–)\s*(?:and |but |while |whereas |though |although |with )?$/i,
  /** Between two verbs of one speaker. */
  coordinated:
    /(?:,|\band|\bbut|;|["”»])\s*(?:then |also |again |later |further |has |have |had |he |she |it |they |\w+ly )*$/i,
  /** A heading or opener under which each item is an offer. */
  headsOffers:
    /\b(?:propos\w+|offer\w*|demand\w*|put(?:s)? forward|suggest\w*|ask\w*|want\w*|seek\w*|tabled|position|request\w*|calls? for)\b/i,
  /** A statement that has its own part of a sentence. */
  clauseOfItsOwn: /(?:;|, (?:while|whereas|but)) (?:the )?$/i,
  /** "returned for answer that", "was pleased to inform us that". */
  anyThat:
    /(?<=[\p{L}”"»,] )(?<!\b(?:it|this|that|which|there|so|such|not|is|are|be) )(?:(?:was|were) (?:\p{L}+ly )?(?:sure|certain|clear|adamant|convinced|confident|pleased|glad|sorry|aware|quick|at pains|told|satisfied|hopeful|careful) (?:to \p{L}+ )?(?:(?:\S+ ){0,3}?)|(?!(?:found|showed|shown|meant|proved|ensured|required|provided|resulted|happened|seemed|appeared|turned|followed|needed|used|learned|learnt|discovered|realised|realized|noticed|waited|managed|agreed|killed|injured|heard|watched|saw)(?!\p{L}))\p{L}{3,}(?:ed|wrote|swore|gave|made|took|left|sent|put) (?:\S+ ){0,4}?)(?=that (?!(?:is|was|were|are|had|has|day|night|morning|week|time|way|end|evening|purpose|effect)\b)(?:\S+ ){1,}?\S)/iu,
  /** "was brief: we have said what we had to say". */
  anyColon:
    /(?<=[\p{L},] )(?:was|were|is|sounded|remained|stayed) (?:\p{L}+ly |more |less |equally |just as |rather )?(?:quick|brief|blunt|clear|curt|firm|short|frank|terse|adamant|cautious|scathing|categorical|emphatic|harsher|sharper|warmer|cooler|defiant|unmoved|dismissive|sceptical|skeptical|gloomy|hopeful|upbeat|laconic|sarcastic|evasive|calm|angry|furious|bitter|wry)(?=:)/iu,
  /** An answer to an accusation that does not take it. */
  accusedOf:
    /^(?:i |we )?(?:flatly |firmly |strongly |categorically )?(?:reject|dismiss|refus|disput)\p{L}*(?: (?:this|that|it|them|all of it|the (?:charge|claim|account|accusation|allegation|report|version)s?|all (?:charges|blame|responsibility)))?(?: (?:out of hand|outright|as \S+(?: \S+){0,3}))?(?=[.,;"”]|$)|\b(?:not|never|nothing|no|nobody|none)\b|n't\b/iu,
  cites: /^(?:citing|quoting|in an? (?:\w+ )?interview with)/i,
  /** Whatever somebody did: "…" behind a colon are his words. */
  quoteBehind: /:(?= ?["“«‘']?·{12,})/u,
  /** What is done without a word. */
  silent: /^(?:laugh|shrug|sigh|smil|nod|wav)/i,
  claims: /^claim/i,
  stresses: /^(?:emphasi|stress|underlin|underscor|remark|observ|warn)/i,
  /** Words that go back to what was spoken of. */
  goesBack:
    /\b(?:it|this|that|them|they|such|the (?:proposal|offer|idea|plan|text|draft|figure|request|claim)s?)\b/i,
  /** Who is named behind a comma at a sentence's end said all of it. */
  concedes: /^(?:conced|admit|acknowledg)/i,
  closing:
    /^(?: (?:(?:reporters|journalists|parliament|lawmakers|deputies|the press|the nation|us|state television|local radio)(?: (?:in|at|on) [\p{L} -]{3,40})?|in (?:an?|its|his|her) [\p{L} -]{3,40}|on \p{L}+|to (?:reporters|journalists)|late on \p{L}+|today|yesterday|at (?:an?|the) [\p{L} -]{3,40}|afterwards|later)|, (?:not|but|nor|or|in|on|at|for|with|by|from|as|until|before|after|to|because|since)\b[^.;:“"]*)?[."”»]*$/iu,
  /** "It was the Ostreli side that suggested": who is brought to the front. */
  cleft: /^(?:it (?:was|is) )(.+?) (?:that|who|which)$/i,
  /** What he was asked is not what he says. */
  askedAbout: /^["“]?(?:asked|questioned|pressed|quizzed|in (?:response|reply|answer) to)\b/i,
  nothingYet: /^(?: (?:like this|this way|thus|so|as follows|this|from [\p{L} ]{3,20}))?[.:]*$/iu,
  calls: /^(?:describ|call)/i,
  toldMe:
    /^[^,;]{3,60}? (?:has |have |had )?(?:told|complained to|assured|informed|said to|explained to|assures|tells) (?:me|us)\b/i,
  possessed: /^(?:its|their|his|her|the country's|the group's) /i,
  passiveBy:
    /^ (?:\w+ly )?(?:by(?! (?:letter|phone|telephone|e-?mail|note|telegram|cable|fax|video|radio|post|courier|text|word|return|then|now|noon|dusk|dawn|nightfall|evening|morning|midnight|mistake|\d|\p{L}+day|\p{L}+ing)\b)|on behalf of) /iu,
  toldAbout:
    /\b(?:reports?|claims?|rumou?rs?|suggestions?|allegations?|accounts?|accusations?)\b[^.;]{0,40}? (?:that|of)\b/i,
  /** Nothing is said. */
  saysNothing:
    /^sa(?:id|ys|y) (?:nothing|little|not a word)(?: (?:about|of|on|more|so far|yet|further|else|publicly|since)\b|[.,;]|$)/i,
  /** Before "…, have been denied by both": a noun, no verb. */
  toldNoun: /^(?:reports?|claims?|rumou?rs?|suggest(?:s|ions?)|alleg(?:es|ations?))$/i,
};
