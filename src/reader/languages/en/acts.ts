import type { EventType, Media } from "../../draft.ts";

const bodiesWord =
  "(?:bod(?:y|ies)|remains|corpses|fallen|dead|coffins?)(?: of (?:[\\p{L}\\d'-]+ ){0,4}?(?:soldiers|servicemen|fighters|sailors|men|dead|people|airmen|pilots|civilians|villagers|comrades|militiamen|fallen))?";
const heldWord =
  "(?:prisoners?|POWs?|captives?|detainees?|hostages?|servicemen|servicewomen|soldiers|troops|fighters|sailors|defenders|men|officers|people|exchange|swap|us|them|conscripts|pilots|internees|persons)";

/** How English tells of what parties offer, agree and have done. */
export const acts = {
  /** Acts in the writer's voice that put a measure on the table. */
  handsList:
    /\b(?:gave|handed|passed|transmitted|presented|submitted)\b(?: \S+){0,8}? (?:a |the )?list of\b/i,
  gotList: /\b(?:received|got|been (?:given|handed)) (?:\S+ ){0,2}lists? (?:of|with|containing) $/i,
  /** A list handed over before counts names, nobody who is offered. */
  listOf: /\blists? (?:of|with|containing) $/i,
  wasSent:
    /^ (?:ha[ds]|have) (?:already |been |earlier )+(?:handed|transmitted|passed|given|sent|submitted|presented|delivered)/i,
  seeking:
    /\b(?:whose return|is seeking|are seeking|wants? back|demands? back|asks? for the return|seeks the return)\b/i,
  draft:
    /\b(?:under|in|according to) (?:the|a|this|that) (?:draft|proposal|plan|text|paper|outline|scheme|formula|document)\b|\bthe (?:draft|text|paper|plan) (?:provides|foresees|envisages|calls|says|would|sets)\b/i,
  draftVerb: /\b(?:would|provides? for|foresees?|envisages?|calls? for)\b/i,
  /** What goes back to something said before: "this proposal", "such a pause". */
  anaphora:
    /\b(?:th(?:is|e|at)|such(?: an?)?|its|their|his|her) (?:\w+ )?(?:proposal|offer|initiative|plan|text|draft|idea|request|measure|step)\b|\bin that time\b/i,
  anaphoraTruce:
    /\b(?:th(?:is|e|at)|such(?: an?)?|its) (?:\w+ )?(?:truce|pause|halt|ceasefire|lull|silence|corridor|moratorium)\b|\b(?:its|the) (?:only |main |sole |stated )?(?:purpose|goal|aim|object|objective|idea|point)\b/i,
  purposeSentence:
    /\b(?:(?:its|the|their) (?:\w+ )?(?:purpose|aim|goal|object|objective|point)\b|(?:main |only |sole |stated )?(?:purpose|goal|aim|objective) (?:of|is|was|would be)|in that time|during (?:that|this) time|during (?:the|this|that) (?:pause|truce|halt|lull|window)|this would (?:allow|let|enable|permit)|it would (?:allow|let|enable|permit|last|cover|begin|start|apply|run)|that would (?:allow|let|enable|give)|would (?:begin|start|last|apply|cover|run))\b/i,
  expiryOfOffer:
    /\b(?:(?:proposal|offer|text) (?:\w+ )?(?:remains?|stays?|is|stands) (?:open|valid|on the table)|open until|valid until|expires?)\b/i,
  again:
    /\b(?:again|once more|repeat\w*|reiterat\w+|renew\w*|reaffirm\w*|re-?tabl\w+|(?:second|third|fourth|fifth) time|not (?:the )?first time|as before|anew|already proposed|as (?:he|she|it|they|we|I|the \w+) (?:had|did|has|have)(?: (?:done|asked|proposed|demanded|offered))?(?: (?:before|in|last|at))|first (?:laid|made|tabled|raised|put forward|voiced|submitted|proposed))\b/i,
  /** To keep to what is agreed is no new measure. */
  respects:
    /\b(?:respect|honou?r|observe(?! (?:an?|one|\S+-(?:hour|day|week)))|keep to|abide by|comply with|uphold|stick to|refrain from public)\b/i,
  /** What goes back to the measure of a sentence before. */
  newDate: /\b(?:new|another|later|earlier|different|alternative) (?:date|day|deadline)\b/i,
  oneOf: /\bone (?:of|for|lasting) /i,
  releaseThem:
    /\b(?:would|will|could|(?:offer\w*|ready|willing|prepared) to) (?:\p{L}+ly )?(?:let|free|release|return|send|hand (?:over|back)|give back|exchange|swap)(?: (?:\S+ ){0,3}?)(?:them|these|those|everyone|everybody)\b/iu,
  wouldDoSo:
    /\b(?:would|will|could|can) (?:only )?(?:do so|do it|agree|accept|comply|follow suit)\b[^.;]{0,20}\b(?:if|when|after|once|provided|as long as|on condition)\b/i,
  offerGone:
    /\b(?:withdr[ae]w\w*|taken off|off the table|no longer|not taken up|lapsed|expired|came to nothing)\b/i,
  /** Right before a measure: it is refused, not offered. */
  refused:
    /\b(?:no|not|without|never|against|neither|nor|any talk of|rul\w+ out|reject\w*|exclud\w*) (?:an?|any|the|such(?: an?)?|further|new|\w+y)? ?$/i,
  offeredBy:
    /\b(?:by|from|(?<=\b(?:proposal|offer|draft|plan|demand|request|text|suggestion|idea|initiative) )of|(?:put forward|tabled|presented|submitted|proposed|made|drafted) by) (?:the )?(?=\p{Lu})/u,
  rejectsOther:
    /\b(?:reject\w*|refus\w+|declin\w+|turn\w* down|dismiss\w*|rul\w+ out|call\w*|describ\w+|respond\w* to|answer\w*|repl\w+ to|heard|discuss\w*|stud(?:y|ies|ied|ying)|consider\w*|noted)\b/i,
  ownerOf:
    /(?:'s|s') (?:own )?(?:\S+ ){0,3}?(?:request|proposal|offer|draft|plan|demand|idea|call|text|initiative)\b/i,
  /** Behind a refusal: somebody else's offer. */
  othersOffer:
    /^ (?:(?:outright|again|out of hand|flatly|even) )?(?:the|an?|that) (?:\p{L}+s'|\p{L}+'s|other side's|rival|opposing) (?:\S+ ){0,3}?(?:proposal|offer|draft|plan|idea|initiative|request|suggestion|call|demand|appeal|bid)\b/iu,
  /** One side alone binds itself to something. */
  pledged:
    /\b(?:commit(?:s|ted) (?:itself|himself|herself|themselves) to|pledg(?:es|ed) to|undert(?:ook|akes|aken) to|promis(?:es|ed) to|vow(?:s|ed) to|g(?:ave|ives|iven) (?:an? |its |his |her )(?:undertaking|word|pledge|promise) to|(?:will|would|is to|shall) (?:unilaterally |also |now |soon )?(?:release|free|let(?= (?:\S+ ){1,6}?go)|hand (?:over|back)|repatriate|send(?= (?:\S+ ){1,6}?(?:home|back))|give back))\b/i,
  /** A session that somebody only wishes for. */
  onlyWished: /\b(?:wants?|hopes?|wish(?:es)?|suggests?|proposes?|asks?|invite[sd]?)\b|^should\b/i,
  offeredBefore:
    /\b(?:suggestion|proposal|offer|plan|idea|initiative|request|draft|appeal) (?:by|of|from|(?:made|tabled|put forward|submitted) by) (?:the )?$/i,
  theyOffered:
    /^(?:\S+ ){0,4}?(?:they|the other side|our (?:opponents?|counterparts?|neighbours?|interlocutors?)) (?:have |had |again |also |only )*(?:proposed|offered|suggested|asked for|asked us|demanded|tabled|put forward|want(?:ed)?)\b/i,
  ownDelegation:
    /\b(?:his|her|its|their) (?:own )?(?:delegation|side|team|government|country|party|ministry|movement|negotiators?)\b/i,
  hasAsked:
    /^(?: (?:has|had))?(?: \p{Ll}+)? (?:requested|proposed|offered|suggested|asked for|demanded|wants|wanted|seeks|sought|tabled|put (?:forward|on the table|to the table))(?!\p{L})/u,
  drewUp:
    /^(?: \p{Ll}+){0,2}? (?:(?:had|has) )?(?:drawn up|drafted|proposed|tabled|put forward|submitted|prepared|circulated|written|drew up|sketched|suggested)/u,
  byOffice:
    /^\S+ (?:by|from|of) the ((?:[\p{L}-]+ ){0,2}?[\p{L}-]+)(?= (?:that|to|for|which|was|on)\b|[,.;])/iu,
  offerNoun:
    /\b(?:project|scheme|blueprint|outline|requests?|proposals?|counter-?proposals?|counter-?offers?|offers?|draft|plans?|demands?|call|text|initiative|idea|suggestion)\b/i,
  /** Joint assent, told by the writer or by somebody else. */
  agreed:
    /^agreed(?: so far| today| tonight)?:|\b(?:(?<=\b(?:wound up|closed|ended|concluded|finished|wrapped up|emerged from|came out of|rounded off|capped) [^.;]{3,90}?)with (?:an? |the )?(?:(?!proposal|offer|plan|call|demand|appeal|row|rival)\S+ ){0,3}?(?:truce|lull|pause|ceasefire|halt|exchange|swap)|with a signed (?:sheet|paper|page|text|document|note)|have signed one (?:page|sheet|paper)|(?:did |do |does )?agree(?:d|s)?(?: in principle)?(?: to| on| upon| that|(?= in principle)|$)|(?:have|had|has) agreed|(?<=\b(?:which|that) [^.;,]{3,60}?)agreed(?= (?:last|yesterday|today|\p{Lu}\p{Ll}+ \d))|prolonged|extended|renewed|accept(?:ed|s)?|initial(?:l?ed)|sign(?:ed|s)|conclud(?:ed|e)|approved|endorsed|committed (?:themselves )?to|undertook|settled?(?= (?:the|an?|this|that|all|two|three|terms)\b| on)|consented to|gave (?:their|its) (?:consent|assent|agreement) to|(?:put|set|added) their (?:names|signatures|initials) to|struck (?:an? )?(?:deal|agreement|accord|bargain)|(?:deal|agreement|understanding|accord|arrangement|bargain|compromise) (?:had been |has been |was )?(?:attained|arrived at|come to|sealed|finalised|finalized|clinched|hammered out|worked out|closed)|came to (?:an? )?(?:\S+ )?(?:understanding|agreement|arrangement|terms)|shook hands on|put pen to paper|(?:are|is) hereby (?:\w+ly )?\w+ed|reached (?:an? |the )?(?:\S+ ){0,3}?(?:deal|agreement|understanding|accord|arrangement|consensus|compromise)|(?:deal|agreement|understanding|accord|arrangement|consensus|compromise) (?:was |has been |had been |is )?(?:reached|struck(?! (?:an? |the |up )?(?:\w+ )?(?:deal|agreement|bargain|accord|compromise|balance|note|tone|pact|truce|understanding))|signed|concluded|initialled|made|found)|(?<!\b(?:talks|negotiations|discussions|consultations|meetings?)(?:(?: \S+){0,4} (?:that|which))? )(?:was|were|has been|have been|is) (?:\w+ )?(?:agreed|reached|brokered|signed|concluded|decided|settled|approved)|(?<!\b(?:talks|negotiations|discussions|consultations|meetings?)(?:(?: \S+){0,4} (?:that|which))? (?:was|were) )brokered (?:on|by|yesterday|today|last)|(?:the|an?) (?:agreement|understanding|accord|deal|arrangement) (?:to|on|for|about|provides|foresees|covers|envisages)|under (?:the|that|this|an?) (?:[\p{L}-]+ ){0,2}?(?:agreement|understanding|accord|deal|arrangement|protocol|memorandum|pact|settlement|communiqu[eé]|declaration|text|paper|terms|formula|timetable|schedule|compact|bargain)(?!\p{L})|what (?:is|was|has been|IS) agreed|IS agreed|agreed (?:on|in|at)|(?:will|shall|are to) each|each side (?:is to|will|shall)|pledged to)(?!\p{L})/iu,
  /** "Under it, …", "It provides for …", where the sentence before speaks of what was agreed. */
  underIt:
    /^(?:under (?:it|its terms|this|these terms|the terms)|by its terms|(?:it|this|the (?:text|paper|document|page|sheet)) (?:also |further )?(?:provides|foresees|envisages|stipulates|obliges|sets|commits|binds|lays down|requires))\b/i,
  agreedNoun: /\b(?:agreement|understanding|accord|deal|arrangement|protocol|memorandum|pact|compromise)\b/i,
  ranOut:
    /\b(?:truce|pause|ceasefire|cease-fire|halt|lull|moratorium|corridor)\b[^.;]{0,90}? (?:has |had )?(?:expired|lapsed|ran out|run out|collapsed|broke down|fell apart|was not renewed|has not been renewed)(?! (?:if|unless))\b/i,
  /** "Neither army is to strike the port": both are bound. */
  neitherWill:
    /\bneither (?:side|party|army|navy|government|force|delegation|camp|country|of (?:them|the (?:two|sides|parties)))(?: \S+){0,2}? (?:is to|will|shall|may) (?!say|comment|confirm|deny|tell|speak|discuss|explain|admit|accept|agree|meet|talk|budge|yield|know|name|win|lose|attend|give|have|be (?:able|ready|willing|drawn|the)|want|need|sign|return|come)/i,
  /** Talks about it are not it. */
  onlyTalked:
    /\b(?:talks|talked|negotiat\w*|discuss\w*|appeal\w*|plea|hopes?|hoped|efforts?|work) (?:on|about|for|over|of|towards?)\b/i,
  /** "The third stage is now fixed for Thursday." */
  fixedFor:
    /\b(?:stage|phase|tranche|part|leg|exchange|swap|handover|release|transfer|return)\b[^.;]{0,60}? (?:is|are|has been|have been) (?:now |newly )?(?:fixed|set|scheduled|arranged|rescheduled) for\b/i,
  /** Who binds himself in one half of "A will let seven go, and B will free nine". */
  willRelease:
    /^(?:'s \p{Ll}+)? (?:will|is to|are to|shall) (?:also |then |in turn )?(?:release|free|return|hand (?:over|back)|repatriate|give (?:back|up)|transfer|let|send(?= (?:\S+ ){1,6}?(?:home|back)))\b/iu,
  /** Behind these stands the day from which it has been so. */
  cameInto: /\b(?:came|come|went|entered) into (?:force|effect)(?: on)? $|\btook effect(?: on)? $/i,
  struckIt:
    /\bit was (?:agreed|signed|concluded|brokered)\b|\b(?:struck|made|reached|sealed|signed|concluded) (?:it|this|the (?:bargain|deal|agreement|accord|pact))\b/i,
  /** Both sides will do one thing: told by the writer, it is agreed. */
  bothWill:
    /^(?: (?:both|each|now|also|reportedly))? (?:will|are to|shall|are going to|are set to|are due to) (?!not\b|meet\b|reconvene|resume|continue|talk\b|return to|be back|hold (?:talks|a|another|their)|discuss|negotiat)/i,
  /** What a joint text lays down: "The Parties shall …", "A committee shall be set up". */
  normative:
    /^[^,.;]{3,60}(?<!\bthey) may (?:cross|pass|return|visit|leave|send|collect|enter|travel|receive)\b|\b(?:(?:the |both |each |either |neither |all )?(?:two |contracting |signatory )?(?:part(?:y|ies)|sides?|delegations|governments|signator(?:y|ies)|commanders)(?: \S+){0,3}? (?:shall|undertakes? to|commits? (?:itself |themselves )?to|pledges? to|binds? (?:itself|themselves) to)|shall (?:not )?be|shall)\b/i,
  /** What a text rules out is no measure: "No person shall be released in return for another." */
  forbids:
    /^(?:no|nobody|nothing|neither|none) (?:\S+ ){0,4}?(?:shall|will|may|is to|are to) be (?:released|returned|exchanged|handed|transferred|freed)\b/i,
  takesEffect:
    /\b(?:truce|pause|ceasefire|cease-fire|halt|lull|moratorium|corridor)\b[^.;]{0,60}? (?:will|is to|shall|is due to|is set to) (?:begin|start|take effect|come into (?:force|effect)|enter into force|hold|last|run|open)|\b(?:truce|pause|ceasefire|cease-fire|halt|lull|moratorium|corridor)\b[^.;]{0,40}? (?:takes effect|begins|starts|comes into (?:force|effect)|enters into (?:force|effect)|opens)\b/i,
  /** Those who agree at a table, before the verb. */
  jointActors:
    /^(?:(?:the|rival|opposing|senior|chief|military|two|both) )*(?:negotiators|delegates|envoys|plenipotentiaries|delegations|commanders|officers|ministers|representatives|generals|teams)(?: (?:from|of) [^.;,]{3,60}? and [^.;,]{3,40}?)?(?: (?:have|had|also|then|today|yesterday|\w+ly))* ?$/i,
  /** What goes on about those who are to be handed over. */
  theirNumber:
    /^(?:their|the) (?:total )?number (?:is|was|has been)\b|^they (?:number|are (?:thought|believed) to number)\b/i,
  /** Where the second of two measures begins, up to its name. */
  secondBegins: /,? and (?:also |then )?(?:to |that |the |an? |on |for )?(?:(?:\S+ ){0,4})$/,
  /** Between two measures: the one serves the other, or waits for it. */
  serves:
    /\b(?:in (?:return|exchange) for|before|until|unless|if|after|during|so that|in order|to (?:let|allow|enable)|without|but|as|while)\b/i,
  asksAgreed:
    /^(?:so )?what (?:was|has been|is|have they|did they) (?:\w+ )?(?:agreed?|settled?|signed?|decided?)\b[^?]*\?$/i,
  thereWill: /\bthere(?:'ll| will| is to| would|'s to) be (?:an? |no (?:fire|fighting))/i,
  jointText:
    /(?<!\p{L})(?:joint (?:communiqu[eé]|statement|declaration|document|text|conclusions)|communiqu[eé]|protocol|accord|memorandum|agreement|agreed minutes|armistice)(?!\p{L})/iu,
  jointSubject:
    /\b(?:both (?:sides|parties|delegations|governments|teams|countries)|the (?:two )?(?:sides|parties|delegations|governments|countries|teams)|they|both|we both|the commanders|the negotiators|the two)\b/i,
  /** "Both sides have signed": to what was told before. */
  signedIt:
    /\b(?:both|the two|each)(?: (?:sides|parties|delegations|teams|governments|of them|armies|capitals|side|party|team))?(?: (?:have|has|had))? (?:since |also |separately |later )?(?:told (?:me|us|reporters|this \w+) (?:so|the same|this)|confirm(?:ed)? (?:it|this|that|as much|the (?:terms|deal|date|news))|say so|said so|said yes|gave (?:their|its) word|put (?:their|its) names? to it)\b|\b(?:both|both sides|both parties|both delegations|the two|the (?:two )?(?:sides|parties|delegations)|they)(?: of them)? (?:have |had |has )?(?:both )?(?:signed|agreed|initialled|accepted)(?: (?:it|this|that|to (?:it|this|that|both|all of it)|both|on it))?(?=[.,;]|$)/i,
  bothAgreed:
    /\b(?:both sides|both parties|both delegations|the (?:two )?(?:sides|parties|delegations|governments|countries)|they|the two) (?:have |had |has )?(?:\w+ )?(?:agreed|signed|settled|reached|initialled|concluded)\b/i,
  haveAgreed:
    /\b(?:agreed|signed|settled|initialled|accepted|consented|(?:reach(?:ed)?|attained|concluded|struck(?! (?:an? |the |up )?(?:\w+ )?(?:deal|agreement|bargain|accord|compromise|balance|note|tone|pact|truce|understanding))) (?:an? )?(?:agreement|understanding|accord|deal|compromise))\b/i,
  opensAgreed:
    /\b(?:agreed|settled|decided|signed)(?: (?:on|upon|to))? (?:the following|as follows|(?:two|three|four|five|these|several) (?:things|points|steps|measures))(?: today| tonight)?[.:]$/i,
  inPrinciple: /\bin principle\b|\bprovisional(?:ly)?\b|\btentative(?:ly)?\b|\bpreliminar(?:y|ily)\b/i,
  notAgreed:
    /\b(?:not (?:yet )?(?:been )?(?:agreed|signed|accepted|a yes)|no (?:agreement|deal|accord)|without (?:an? )?(?:agreement|deal)|had not agreed|have not agreed|close to (?:an?|a limited) |hop\w+ for (?:an?|the) agreement|expect\w* (?:an?|the) (?:agreement|deal)|possible (?:agreement|deal)|before (?:an?|any) (?:agreement|deal)|failed to (?:agree|reach|sign)|fell short of|stop posting|yet to (?:agree|sign))\b/i,
  inForce:
    /\b(?:is|are|remains?|came|comes|went|goes|entered|enters) (?:in|into) (?:force|effect)\b|\btook effect\b|\bis to last\b|\bwill last\b|\bis holding\b|\bhold(?:s|ing)\b/i,
  /** Already carried out: nothing that is still owed. */
  carriedOut:
    /\b(?:carried out|have carried out|completed|implemented|was fulfilled|took place|they (?:initialled|agreed|signed) (?:last|in|on))\b/i,
  /** What an agreement says is to come, and is agreed all the same. */
  underTerms:
    /^with|hereby|attained|arrived|sealed|bargain|under|what|IS|agreement|understanding|accord|arrangement|will each|each side|agreed|accept|initial|sign/i,
  owed: /\b(?:is to|are to|will|would|shall|must|has to|have to|may|can|allowed to|due)\b/i,
  listOfAgreed:
    /\b(?:agreed|agreement|understanding|undertake|committed|decided|adopt(?:ed|s)?|resolved|settled|concluded|what (?:is|was|has been) agreed|provisions|terms|the (?:deal|accord|text) (?:provides|foresees|says))\b[^.]{0,80}:?$/i,
  underThat:
    /^(?:it|this) (?:begins?|starts?|runs?|lasts?|ends?|takes effect|comes into force|applies|covers|(?:has|is|must|will|shall|would|could|may) (?:to )?(?:be over|stay|remain|be|cover|allow|include|begin|start|last|end|run|apply|cover|take effect|come into force|enter into force|be extended|hold))\b|\bunder (?:that|this|the) (?:agreement|arrangement|deal|accord|understanding)\b|\bwhat (?:is|was) agreed\b|\b(?:that|this|the) (?:agreement|arrangement|deal|accord|understanding) (?:provides|foresees|covers|says|obliges|sets|also)\b/i,
  passiveAgreed:
    /^(?:agreed(?: so far| today| tonight)?:|with (?:an? |the )|was|were|has been|have been|is|brokered)/i,
  afterNoun: /(?:,|\b(?:truce|pause|ceasefire|exchange|swap|lull|halt|corridor|moratorium|release)) $/i,
  pledge:
    /\b(?:they )?(?:would|will) (?:\w+ )?(?:hand over|return|release|exchange|free|give back|repatriate|swap|transfer|stop|hold|observe|halt|open|meet|take place|be held|cease|suspend|refrain|set up|establish|form)\b|\b(?:joint|mutual|common) (?:truce|pause|ceasefire|halt|moratorium|exchange|release|declaration)\b|\bundert(?:ook|ake)\b/i,
  /** How an agreement is to be carried out. */
  execution:
    /\b(?:will (?:pass|take place|be (?:carried out|completed|handed|exchanged|returned|transferred|held|done))|handovers?|exchange (?:is to|will)|transfers? (?:is to|will)|to be (?:completed|carried out|exchanged|handed|returned)|the first (?:group|stage|part)|(?:will|would|is to|are to) (?:transfer|return|release|hand)|we count|they say)\b/i,
  rivalFigures:
    /\bwe (?:count|say|have)(?: it at)? (\d+)(?: of ours)?,? (?:and |but )?they (?:say|count|claim|speak of) (\d+)/i,
  extension: /\b(?:extend\w*|prolong\w*|extension|prolongation|lengthen\w*)\b/i,
  by: /\bagreed on\b|\bmade on\b/i,
  /** Things done, by type: the first that fits a clause is taken. */
  events: [
    [
      "truce_start",
      /\b(?:truce|pause|ceasefire|cease-fire|halt|lull|silence|quiet|corridor|moratorium)\b[^.;]{0,60}?\b(?:began|started|has begun|has started|took effect|has taken effect|came into (?:force|effect)|entered into (?:force|effect)|went into (?:force|effect)|is in (?:force|effect)|has been in (?:force|effect)|has held|is now in (?:force|effect)|took hold|is under way|opened)\b|\b(?:guns|front|line) (?:\S+ ){0,3}?(?:fell|went) (?:silent|quiet)\b/i,
    ],
    [
      "truce_end",
      /\b(?:truce|pause|ceasefire|cease-fire|halt|lull|moratorium|corridor)\b[^.;]{0,90}?\b(?:ended|expired|lapsed|collapsed|is over|broke down|has ended|ran out|closed|was called off|fell apart)\b|\b(?:fighting|shelling) resumed\b/i,
    ],
    [
      "remains_transfer",
      new RegExp(
        `\\b(?:hand(?:ed|s)? over|handed (?:\\S+ ){0,5}?(?:over|back)|sent (?:back|home)|turned over|surrendered|returned|repatriated|received|recovered|retrieved|found|located|handed(?= (?:\\S+ ){0,3}?(?:bodies|remains))|brought in|carried (?:back|off|home)|(?:carried|conveyed|transported|ferried|bore)(?= (?:\\S+ ){0,3}?(?:bodies|remains|coffins))|exhumed|dug up|transferred|exchanged|gave back|given back|brought back|delivered|collected|swapped|taken delivery of|buried|identified)\\b(?: \\S+){0,9}? ${bodiesWord}\\b|\\b${bodiesWord}\\b(?:,[^,;.]{5,110},)?(?: \\S+){0,9}? (?:(?:had been|were|was|have been|has been|been) (?:\\S+ )?(?:received|returned|handed|recovered|repatriated|transferred|exchanged|brought|carried|ferried|driven|taken (?:across|over|home|back)|delivered|collected|given back)|(?:have |has |had )?(?:come|gone|went|came) (?:back|home)|(?:were|was) flown (?:home|back)|reached home|arrived|crossed|(?:went|came|go) the other way)`,
        "i",
      ),
    ],
    [
      "evacuation",
      /\b(?:(?:escorted|accompanied|transported|conveyed|drove|led|relocated|shipped|flew) (?:\S+ ){0,4}?(?:civilians|people|residents|wounded|patients|evacuees|children|families|women|villagers)|(?:convoys?|buses|bus|trains?|ambulances)(?: \S+){0,4} (?:with|carrying) (?:\S+ ){0,3}(?:civilians|people|residents|wounded|patients|evacuees|children|families|women)|(?:patients|residents|civilians|wounded|families|children|elderly|women|inhabitants|townspeople|villagers|evacuees|stretcher cases)\b[^.;]{0,70}? (?:were|was|have been|had been) (?:\S+ )?(?:moved|transferred|driven|carried|taken (?:out|to|across|by|off|away)|ferried|flown|brought out|led out|bussed)|evacuated|brought out|taken out|moved out|carried out of|bussed out|ferried|flown|airlifted|led out|taken to safety|rescued|got out|pulled out|left the (?:town|city|village)|(?:people|civilians|residents|families|patients|inhabitants|villagers|townspeople|wounded|evacuees|refugees|pilgrims|pupils|children|women)(?: \([^)]*\)|, (?:(?:including|among them|most of them)|[\da-z-]+ of (?:them|whom)) [^,.;]{3,50},)? (?:have |had )?(?:left|fled|escaped|walked out|got out|made it out|come out|came out|made their way out)|reached (?:\S+ ){1,8}?,? (?:\S+ ){0,4}?carrying|carried (?:\S+ ){0,3}(?:people|civilians|wounded)|out (?:today|so far|this morning|by noon|since dawn)[:,] (?:about |some )?\d+|moved (?:\S+ ){0,3}(?:people|civilians|wounded|residents|patients))\b/i,
    ],
    [
      "civilians_return",
      /\b(?:civilians|children|residents|families|villagers|crews|fishermen|minors)\b(?: \S+){0,9}? (?:(?:had been|were|have been|was|has been) (?:\S+ )?(?:handed over|returned|released|freed|sent (?:home|back)|reunited|brought (?:home|back)|taken home|repatriated|given back)|came (?:home|back)|are (?:home|back)|returned|have (?:come|gone|returned)|went home)|\b(?:returned|released|freed|set free|handed (?:over|back)|sent (?:home|back)|turned over|repatriated|reunited|gave back|brought home|let go|let(?= (?:\S+ ){1,6}?go))(?: \S+){0,5}? (?:civilians|children|residents|families|villagers|crews|fishermen|minors)\b|\b(?:came home|returned|released) were civilians\b/i,
    ],
    [
      "prisoner_return",
      new RegExp(
        `\\b(?<!\\b(?:the|those|these|newly|recently) )(?:exchanged|swapped|released|freed|set free|let go|returned|handed over|let(?= (?:\\S+ ){1,6}?go)|sent(?= (?:\\S+ ){1,6}?(?:back|home))|got(?= (?:\\S+ ){1,6}?back)|handed(?= (?:\\S+ ){0,4}?prisoners)|repatriated|sent home|let go|received|sending home|returning|gave back|brought home|welcomed|liberated|traded)\\b(?! by\\b)(?: \\S+){0,6}? ${heldWord}\\b|\\b${heldWord}\\b(?:,[^,;.]{5,110},)?(?: \\S+){0,9}? (?:(?:had been|were|have been|was|has been) (?:\\S+ )?(?:exchanged|swapped|released|freed|returned|transferred|handed over|repatriated|brought (?:home|back)|set free|let go|sent home)|came (?:home|back)|(?:are|is) (?:now |safely )?(?:home|back|across|free|out)(?=[.,;]| (?:and|now|again|at|in)\b|$)|were (?:home|back)|(?:have|has|had) (?:come|gone|returned|arrived)|went home|walked (?:home|free|across)|returned home|crossed|arrived|returning)|\\b(?:carried out|facilitated|supported|organi[sz]ed|oversaw|conducted|completed|enabled|arranged|assisted(?: in| with)?|supervised) (?:the|an?|their|its|this|another) (?:\\S+ ){0,4}?(?:exchange|swap|(?:release|transfer|return|repatriation|handover)(?: and \\w+)? of (?:\\S+ ){0,4}?${heldWord})\\b|\\b(?:exchange|swap)(?: of (?:\\S+ ){1,8}?)? ?(?:took place|was carried out|has taken place|went ahead|was completed|is complete)\\b|\\bcame (?:home|back)\\b(?: \\S+){0,3}? (?:servicemen|soldiers|prisoners|people|men)\\b|\\bthe return of (?:\\S+ ){0,6}?${heldWord}\\b|\\b(?:are|is|were) (?:back )?home\\b|\\bhave come (?:back|home)\\b|\\b(?:received|got|welcomed|took)(?: back)? (?:\\S+ ){0,3}?\\d+ of (?:its|their|our|his|her) (?:own|people|men|women)\\b`,
        "i",
      ),
    ],
    [
      "delivery",
      /\b(?:delivered|arrived with|unloaded|brought(?: in)?(?= (?:\S+ ){0,4}?(?:\d|tonnes|food|aid|medicine|relief|flour|suppl))|carried(?= (?:\S+ ){0,4}?(?:tonnes|food|aid|medicine|relief|flour|suppl))|handed out|distributed|reached (?:\S+ ){1,5}?with)\b(?: \S+){0,8}? (?:aid|food|medicines?|supplies|flour|tonnes|tons|relief|insulin|water|blankets|generators|parcels)\b|\b(?:convoy|trucks?|lorries)(?: \S+){0,10}? (?:arrived|reached|got through|crossed|unloaded|got into|made it (?:to|into)|drove into|rolled into|pulled into|came into|was let through|were let through)\b|\b(?:aid|food|medicines?|supplies|flour|tonnes|tons|relief|parcels)\b(?: \S+){0,8}? (?:(?:was|were|has been|have been) (?:delivered|unloaded|distributed|brought in)|arrived|got through)\b/i,
    ],
    [
      "incident",
      /\b(?:(?:shells?|rockets?|missiles?|drones?|mortars?|mortar rounds?)(?: \S+){0,2} (?:landed|fell|hit|struck(?! (?:an? |the |up )?(?:\w+ )?(?:deal|agreement|bargain|accord|compromise|balance|note|tone|pact|truce|understanding))|crashed|exploded)|mine (?:exploded|went off)|explosion|there (?:was|were|has been|had been) (?:\S+ ){0,2}?(?:shooting|shelling|firing|gunfire|fighting|shots|explosions?|an? exchange of fire|clash(?:es)?|skirmish(?:es)?|blasts?)|(?:shells?|bombs?|rockets?|mortar rounds?|mortars?|missiles?|bullets|shots)(?: \S+){0,2}? (?:were|was|kept|have been|had been|began|started) (?:falling|landing|hitting|exploding|raining|coming|flying)|(?:drone|missile|rocket|artillery|air|sniper|mortar) (?:strikes?|attacks?|raids?) by|(?:lost (?:their|his|her) (?:lives|life|\w+)|lost an? (?:arm|leg|eye|hand|foot)|drowned|(?:were|was|been|being|are|is)(?: \w+)? (?:wounded|injured|hurt))(?!\p{L})|(?:people|men|women|soldiers|civilians|children|nurses|medics|drivers|workers|villagers|residents|fishermen|sailors|persons|others|officers|policemen|doctors|farmers|passengers|monitors|observers|\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?)(?: \w+)? (?:wounded|injured|hurt|killed|dead)(?= (?:when|in|as|after|by|near|at|on)|[,.;]|$)|(?:people|passengers|civilians|soldiers|men|women|children|residents|workers|villagers|drivers|medics|nurses|sailors|fishermen|others|persons)(?: (?:have|had))?(?: \p{Ll}+)? died(?= (?:when|in|as|after|at|on|and|there)|[.,;]|$)|died (?:when|in (?:an?|the) (?:\S+ ){0,2}?(?:attack|strike|shelling|explosion|blast|raid|fire|bombardment)|under (?:fire|shelling)|of (?:his|her|their) wounds)|shelling incidents|shelled|bombarded|bombed|fired (?:on|at|upon|\S+ (?:mortar|rocket|shell|shot|missile|round)s?|rockets?|mortars?|shells?|missiles?|artillery|across|into)|firing (?:\S+ ){1,3}?(?:mortar|rocket|shell|shot|missile|round|drone)s?|attacked|ambushed|raided|opened fire|crossed (?:it|the line|into|the river|the boundary)|violated|breached|struck(?! (?:an? |the |up )?(?:\w+ )?(?:deal|agreement|bargain|accord|compromise|balance|note|tone|pact|truce|understanding))|hit (?:a|an|the|two|three)|killed|killing \S+|wounding|injuring|under fire|(?:was|were|been) (?:\w+ )?hit(?= (?:by|near|in|at|when|on|during)\b|[,.;]|$)|turned (?:(?:the|our|its|an?) )?(?:\S+ ){0,2}?back(?= (?:at|off|from|near|by|on|in|before)\b|[,.;]|$)|blocked|obstructed|(?:truce|ceasefire|cease-fire|pause|halt|moratorium) (?:was|had been|has been) (?:\w+ )?(?:broken|violated|breached)|breaches|violations|broke (?:the )?(?:truce|ceasefire|pause|moratorium)|breaking (?:the )?(?:truce|ceasefire|pause|moratorium|quiet)|shelling (?:of|on|the)|(?:was|were|been|being) shot down|shot (?:down(?! (?:in|on|last|near|over|by|earlier|during)\b)|dead|at)|shots? (?:was |were )?fired|a shot|air strike on|(?<!\b(?:of|the|all|for|about|on|its|their|our|with|and|those|these|from|\d|civilians|people|persons|men|women|sailors|fishermen|crews|soldiers|residents|villagers|anyone|everyone) )(?:detained|seized|abducted)|line was crossed|(?:patrols?|convoys?|ambulances?|buses|trucks|lorries|teams?|observers|monitors|medics|crews?|boats?|vessels?|fishermen)(?: \S+){0,4}? (?:was|were|had been|have been|has been) (?:\S+ )?(?:looted|robbed|burned|burnt|torched|searched|hijacked|stopped|blocked|detained|denied|fired|hit|delayed|held|attacked|obstructed)|a drone (?:struck(?! (?:an? |the |up )?(?:\w+ )?(?:deal|agreement|bargain|accord|compromise|balance|note|tone|pact|truce|understanding))|hit)|mined|sank|rammed|stopped (?:a|the|two|three) (?:convoy|ambulance|bus)\w*)\b/iu,
    ],
  ] as readonly (readonly [EventType, RegExp])[],
  /** The verb of an event: whether it is so is told before it. */
  eventVerb:
    /\b(?:exchanged|swapped|released|freed|returned|returning|handed|repatriated|sent|sending|received|recovered|retrieved|transferred|gave|given|brought|delivered|collected|came|come|arrived|evacuated|taken|moved|flown|reached|carried|began|started|took|is in|are home|are back|were home|shelled|fired|firing|attacked|crossed|violated|breached|struck(?! (?:an? |the |up )?(?:\w+ )?(?:deal|agreement|bargain|accord|compromise|balance|note|tone|pact|truce|understanding))|hit|killed|killing|turned|blocked|broke|breaking)\b/i,
  /** A sentence that tells has a verb in the past. */
  toldVerb:
    /\b(?:was|were|has|have|had|did|came|went|took|brought|left|got|fell|struck(?! (?:an? |the |up )?(?:\w+ )?(?:deal|agreement|bargain|accord|compromise|balance|note|tone|pact|truce|understanding))|hit|met|\p{L}{3,}ed)\b/iu,
  /** Figures that go back to the thing told before. */
  bareFigure:
    /\b(?:reports?|reported|counted|recorded|registered|logged|speaks? of|put it at) \d|\b(?:(?:has|have|had) )?(?:handed over|received|returned|got back|confirmed|counted|recorded|released) (?:\d+(?=[.,;]| and | of |$)|\d|one|two|three|four|five|six|seven|eight|nine|ten)|\bcounts? \d+|\bspeaks? of \d+|^ ?(?:says?|said) (?:it (?:was|had been) )?\d+[.;,]?$|^[^.;]{0,60}\b(?:says?|said|put it at|speaks? of) (?:that )?(?:(?:at (?:most|least)|more than|fewer than|up to|no more than|about|only) )?(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten)(?: (?:had |have )?(?:arrived|returned|crossed|come (?:home|back)))?[.;,]?$/i,
  /** Whom nobody has let go. */
  stillHeld:
    /\b(?:still|remain\w*|missing|in (?:\S+ )?(?:hands|captivity|custody|prisons?|jails?|camps?|cells)|imprisoned|awaiting|waiting)\b/i,
  /** Harm told without the deed: it goes on from the sentence before. */
  harm: /\b(?:kill\w*|wound\w*|injur\w*|hurt|died|drowned|dead|lost (?:their|his|her|an?) \w+)\b/i,
  breachNoun: /^(?:breaches|violations|shelling (?:of|on|the))$/i,
  /** A deed told of the other side, whatever it was. */
  didIt:
    /\b(?:had|have|has|did|was|were|\p{L}{3,}ed|broke|began|shot|hit|struck(?! (?:an? |the |up )?(?:\w+ )?(?:deal|agreement|bargain|accord|compromise|balance|note|tone|pact|truce|understanding))|cut|took|stole|burnt|held|fell|of \p{L}+ing)\b/iu,
  breachWords:
    /\b(?:breach\w*|violat\w*|shell\w*|fir(?:e|ed|ing)|attack\w*|kill\w*|strike|struck(?! (?:an? |the |up )?(?:\w+ )?(?:deal|agreement|bargain|accord|compromise|balance|note|tone|pact|truce|understanding))|hit|bomb\w*|drones?|mortars?|mines?|guns?|block\w*|obstruct\w*|turned back|cross\w*|seiz\w*|abduct\w*|ambush\w*)\b/i,
  gives:
    /\b(?:hand(?:ed|s)|released|freed|returned|repatriated|gave|sent|set free|turned over|surrendered|transferred|delivered|let go|exchanged)\b/i,
  passive:
    /\b(?:been|were|was) (?:\w+ )?(?:handed|released|freed|returned|repatriated|given|sent|transferred|delivered|received)\b/i,
  letGo: /\b(?:handed over|released|freed|let go|set free)\b/i,
  ofItsOwn: /\d of (?:(?:its|their|our|his|her) own|ours|theirs)\b/i,
  willGive:
    /^(?=[^.;]*\b(?:will|shall|would|is to|are to|undertakes? to|agreed to)\b)[^.;]*\b(?:transfer|hand over|hand back|return|release|free|give back|repatriate|let go|let(?= (?:\S+ ){1,6}?go\b)|deliver)\b/i,
  infinitive:
    /\b(?:agreed|agree|promised|offered|plan\w*|ready|due|able|want\w*|refused|failed|undert\w+|pledged|commit\w*|hop\w+|expected|prepared)(?: in principle)? to (?:\p{L}+ly )?$/iu,
  otherWay: /\b(?:(?:the )?other way|in the (?:other|opposite) direction)\b/i,
  givenBy:
    /\b(?:(?:returned|handed over|handed back|released|freed|repatriated|transferred|delivered|given back|let go|sent (?:home|back))(?: \S+){0,4} by|c[ao]me (?:home|back) from|returned from|back from) (?:the )?/giu,
  receives:
    /\b(?:received|welcomed|got back|took back|taken delivery|(?:are|were|is) (?:back )?home|c[ao]me (?:home|back)|brought home|sending home|sent home)\b/i,
  ownTeams: /\b(?:medics|teams?|ambulances|crews|rescuers)\b/i,
  personsAfter:
    /^(?:'s|s)? (?:\p{L}+ )?(?:servicemen|servicewomen|soldiers|prisoners|sailors|fighters|troops|captives|civilians|bodies|children|citizens|nationals|detainees|people|defenders)\b/iu,
  accused: /\b(?:accus\w+|blam\w+|condemn\w+|alleg\w+ that|claim\w+ (?:\w+ ){0,2}that|holds?|denounc\w+)\b/i,
  victimAfter:
    /^(?:'s)? (?:(?:border )?posts?|positions?|villages?|towns?|checkpoints?|soldiers?|patrol|ambulances?|convoys?|territory|troops|units|civilians|lines)?(?: \p{L}+){0,3}? (?:(?:were|was|had been|have been|came) (?:\p{L}+ )?(?:held|stopped|detained|delayed|denied|rammed|shelled|fired|attacked|hit|struck(?! (?:an? |the |up )?(?:\w+ )?(?:deal|agreement|bargain|accord|compromise|balance|note|tone|pact|truce|understanding))|turned back|blocked|killed|under fire))/iu,
  /** "a patrol boat of the Republic", before what it did. */
  unitOf:
    /\b(?:boats?|ships?|cutters?|vessels?|patrols?|soldiers|troops|guards?|gunners|drones?|batter(?:y|ies)|units?|men|fighters|aircraft|helicopters?|tanks?|posts?|crews?|police|officers) (?:of|from) (?:the )?$/i,
  anyPaper: /^(?:an?|one|some|several|two) |^\p{L}+$/iu,
  /** Whoever protests tells what was done. */
  protests:
    /\b(?:protest\w*|complain\w*|condemn\w*|denounc\w*|deplor\w*) (?:\p{L}+ )?(?:against |about |over |of )?(?:the|an?|its|their|this|that) /iu,
  /** Its own unit, when a side tells that something was done to one. */
  ownUnit:
    /\b(?:an?|one|two|three|its|several|the) (?:\p{L}+ ){0,2}?(?:patrols?|posts?|convoys?|positions?|checkpoints?|soldiers?|sentr(?:y|ies)|units?|troops|boats?|crews?|drones?|helicopters?|vehicles?|ambulances?|cutters?|vessels?|ships?|barges?|trucks?|trawlers?)(?: \p{L}+){0,2} (?:was|were|had been|has been|have been|came|had come) (?:\p{L}+ )?(?:fired|shelled|hit|attacked|struck(?! (?:an? |the |up )?(?:\w+ )?(?:deal|agreement|bargain|accord|compromise|balance|note|tone|pact|truce|understanding))|under fire|ambushed|shot|rammed|sunk|stopped|seized)/iu,
  killsBefore:
    /\b(?:kill(?:ing|ed|s)|claim(?:ing|ed|s) the lives of|cost(?:ing)? the lives of|leaving dead|murder(?:ing|ed)|shot dead)(?: (?:at least|about|some|another|as many as))? $/i,
  timesBroken:
    /\b(?:broken|violated|breached|shelled|fired (?:on|at)|attacked|hit|struck(?! (?:an? |the |up )?(?:\w+ )?(?:deal|agreement|bargain|accord|compromise|balance|note|tone|pact|truce|understanding))) $/i,
  hurtsBefore:
    /\b(?:wound(?:ing|ed|s)|injur(?:ing|ed|es)|hurt(?:ing|s)?|maim(?:ing|ed)|leaving injured)(?: (?:at least|about|some|another|as many as))? $/i,
  killedAfter:
    /^(?: of (?:its|their|our|the|his|her))?(?: \p{L}+){0,4}? (?:lost (?:their|his|her) (?:lives|life)|(?:were |was |had been |have been |lay )?(?:\p{L}+ )?(?:killed|dead|drowned|slain)|died|perished)(?!\p{L})|^ dead\b/iu,
  hurtAfter:
    /^(?: of (?:its|their|our|the|his|her))?(?: \p{L}+){0,4}? (?:(?:were|was|had been|have been) )?(?:\p{L}+ )?(?:wounded|injured|hurt|maimed|burned)(?!\p{L})/iu,
  theState:
    /^ (?:the )?(?:army|military|government|air force|navy|armed forces|police|security forces|state)\b/i,
  /** What one may be accused of without any incident. */
  noDeed:
    /\b(?:stall\w*|dragg?\w* (?:its|their|his|her) feet|play\w* for time|buy\w* time|bad faith|l(?:ying|ied)|dishonest\w*|insincer\w*|hypocris\w*|blackmail\w*|brok(?:e|en) (?:its|their|his|her) (?:word|promise)|refus\w+|delay\w*|withh\w+|hid(?:ing|den)|exploit\w*|propaganda|moving the goalposts|new conditions|leak\w*|inflat\w+|not (?:want|serious|interested)\w*)\b/i,
  killsOf: /\bkill\w*\b/i,
  itsPeople:
    /\b(?:its|their) (?:own )?(?:\p{L}+ ){0,2}?(?:people|servicemen|soldiers|prisoners|defenders|fighters|sailors|citizens|men|women|dead|fallen|children|compatriots|captives|pilots|officers|conscripts|nationals)(?:,[^,]{3,40},)? (?:had|have|has|were|was|are|came|come|returned|reached|arrived|crossed|walked)\b/iu,
  ourPeople:
    /\bour (?:\p{L}+ ){0,2}?(?:servicemen|soldiers|people|prisoners|defenders|fighters|sailors|citizens|men|boys|dead|fallen|children|bodies|heroes|compatriots)\b/iu,
  heldFor:
    /^(?: \p{L}+){0,4} (?:more than |over |nearly |almost )?(?:\w+ ){1,3}(?:years|months) in captivity|^(?: of them)? (?:had )?(?:spent|been held)/iu,
  /** Counts of breaches by somebody. */
  countsBreaches:
    /\b(?:counts?|counted|records?|recorded|registered|registers|logged|logs|noted|documented|confirmed?|confirms|reports?|reported)\b/i,
  /** Home, of a person or a group: no event by itself. */
  notEvent: /\b(?:would be home|will be home|list of|names had been|hope\w* to have)\b/i,
  figureOf: /\bfigure\b|\btotal\b|\bnumber\b|\bcount\b|\btoll\b|\btally\b/i,
  media: [
    [
      "video",
      /\b(?:videos?|video footage|footage|clips?|film(?:ed)?(?= (?:of|show))|recordings? of the (?:handover|meeting|arrival)|television pictures|broadcast pictures|livestream|live stream|reel)\b/i,
    ],
    ["photo", /\b(?:photos?|photographs?|pictures?|pics|images?|snapshots?|stills|selfies?|photo series)\b/i],
    [
      "audio",
      /\b(?:audio|voice (?:message|recording|note)s?|radio intercept|intercepted call|sound recording|recorded (?:call|conversation)|intercept)\b/i,
    ],
  ] as readonly (readonly [Media["kind"], RegExp])[],
  published:
    /\b(?:publish\w*|releas(?:ed|es)|post(?:ed|s)|broadcast\w*|show(?:s|ed|ing)?|air(?:ed|s)|shar(?:ed|es)|circulat\w+|distribut\w+|upload(?:ed|s)|available|issued|put out|carried|ran|screened|purport\w*|appeared|surfaced|seen|emerged|leaked|streamed|on (?:our|its|their|the) (?:\w+ )?(?:page|channel|site|website|feed|account)|online|up now|taken by|made public|handed out|(?:be|been|was|were) downloaded|downloadable)\b/i,
  notPublished:
    /\b(?:(?:neither|nobody|no one|none|never|not|n't)(?: \S+){0,3} (?:publish|releas|show|shar|broadcast|post)\w*|not to (?:publish|show|share|post|film)|do not (?:publish|share|post)|don't (?:publish|share|post)|refrain from (?:publishing|sharing|showing)|no (?:photographs?|photos?|pictures?|images?|video|footage|cameras?)|asked not to be (?:filmed|photographed)|without (?:pictures|photographs|video)|were not (?:filmed|photographed)|not allowed to (?:film|photograph))\b/i,
  mediaOf: [
    ["remains", /\b(?:bodies|remains|coffins?|body bags|dead|burial|refrigerated)\b/i],
    [
      "strike",
      /\b(?:damage|strike|shell\w*|explosion|blast|rubble|crater|drone|attack|burning|smoke|hit|ruins|wreck\w*|mortar)\b/i,
    ],
    [
      "evacuation",
      /\b(?:evacuat\w*|stepping down|blankets|stretchers?|ambulances?|leaving the (?:town|city|village)|civilians|convoy)\b/i,
    ],
    ["handover", /\b(?:handover|handing over|buses|exchange point|crossing point|bridge)\b/i],
    [
      "returned_prisoners",
      /\b(?:return(?:ing|ed|ees)?|freed|released|arriv\w+|home|relatives|embrac\w+|reunion|greeted)\b/i,
    ],
    ["captives", /\b(?:captives?|captured|prisoners?|detainees?|hostages?|held|in captivity)\b/i],
    [
      "meeting",
      /\b(?:meeting|talks|delegations?|hall|table|handshake|shaking hands|negotiat\w+|session|signing|leaving the|arriving at the|team)\b/i,
    ],
  ] as readonly (readonly [Media["of"], RegExp])[],
  breakthroughNo:
    /\b(?:(?:did|do|does|have|has|had) not (?:lead to|bring|produce|yield|result in|achieve|make|end in|constitute) (?:an? |any )?(?:\w+ )?breakthrough|no (?:\w+ )?breakthrough|without (?:an? |any )?(?:\w+ )?breakthrough|not (?:speak of|call (?:it|this) |a |been a )(?:\w+ )?breakthrough|(?:nobody|no one|neither side|none)(?: \S+){0,8} breakthrough|breakthrough (?:remained|remains|proved|was) (?:elusive|out of reach|far off|not)|short of (?:a|any) breakthrough|far from (?:a|any) breakthrough|too early to speak of (?:a )?breakthrough|(?:ended|closed|broke up|concluded|finished|wound up|wrapped up|adjourned)(?: \S+){0,12} (?:without (?:an? |any )?(?:\S+ )?(?:agreement|deal|result|progress|accord|conclusion|joint statement)|inconclusively|in deadlock|empty-handed|with no (?:agreement|deal|result))|produced no (?:agreement|result|deal|progress)|(?:talks|negotiations|session|round|meeting) (?:\S+ ){0,7}(?:failed|collapsed|broke down|broke up|broke off|ended in failure|deadlocked)|failed to (?:reach|produce|agree on|secure) (?:an? |any )?(?:\w+ )?(?:agreement|breakthrough|deal|accord)|no (?:agreement|deal) (?:was|had been|has been|is) (?:reached|signed|made)|suspend\w* (?:its|their|his|her) participation|no progress|without progress|walk(?:s|ed|ing)? out(?= of (?:the )?(?:\S+ ){0,3}(?:talks|negotiations|session|room|meeting))|deadlock|no (?:deal|agreement|accord|settlement) (?:to|on (?:ending|stopping|the main)|in sight|at (?:the|its) end)|without (?:having )?(?:compos|settl|resolv|bridg|clos|agree)\w+|nothing (?:whatever|at all) (?:was|had been|has been) (?:settled|agreed|decided|signed|resolved)|no nearer|no closer|as far apart|end(?:ed|s) (?:\S+ ){0,6}?(?:without|with no) (?:\S+ ){0,3}?(?:deal|agreement|accord|settlement|signature))\b/i,
  breakthroughYes:
    /\b(?:(?:a|the|real|genuine|major|long-awaited|historic|first) breakthrough|breakthrough (?:came|was (?:achieved|reached|made)|in the talks|after)|achieved a breakthrough|ended in (?:a |an )?(?:full )?(?:agreement|accord))\b/i,
  continueYes:
    /\b(?:(?:talks|negotiations|contacts|dialogue|consultations|work|discussions|delegations|process) (?:\S+ ){0,3}?(?:will|would|are to|is to|shall|to) (?:\w+ )?(?:continue|resume|go on|proceed|meet|reconvene|return)|(?:talks|negotiations|work|contacts) (?:continue|go on|resume)\b|negotiations will continue|will continue (?:the )?(?:\w+ )?(?:talks|negotiations|dialogue|contacts)|willing\w* to continue|agreed to (?:continue|meet again|go on|resume|reconvene)|continue (?:the )?(?:\w+ )?(?:contacts|dialogue|talks|negotiations|diplomatic)|meet again|(?:will|would|to) (?:meet|reconvene|convene|resume|return to the (?:table|talks|room|hall)|return for)\b(?: \S+){0,6}|(?:they|delegations|sides|parties|teams|envoys|negotiators) are (?:\w+ )?to (?:assemble|meet|gather|convene|reassemble)(?: (?:anew|again|once more|there))?|(?:we|they|talks|the (?:sides|parties|delegations|teams)) (?:resume|reconvene|meet again|go on|continue|will be back)|(?:next|further|\d{1,2}th|fifth|sixth|seventh|eighth|ninth|tenth|second|third|fourth) (?:round|session|meeting|sitting)(?: \S+){0,4} (?:will|would|is|was)(?: \S+){0,3} (?:held|take place|open|begin|convene|set|scheduled|planned|pencilled|communicated|agreed|start|follow)|would be back|will be back|come to the \w+ round|remain(?:s|ed)? at the table|remain open to|the door (?:is|stays|remains) open)\b/i,
  continueNo:
    /\b(?:suspend\w* (?:its|their|his|her|all|the) (?:participation|talks|negotiations|contacts)|(?:talks|negotiations)(?: \S+){0,2} (?:are|were|have been|had been) (?:suspended|broken off|called off|halted|over)|broke(?:n)? off (?:the )?(?:talks|negotiations|contacts)|walk(?:s|ed|ing)? out of (?:the )?(?:\S+ ){0,3}?talks|would not return|will not return|leave(?:s)? the talks (?:for good|altogether)|withdr(?:aw|ew|awn|awal)(?: \S+){0,2} from (?:the )?(?:talks|negotiations|process)|call(?:ed)? off (?:the )?(?:talks|negotiations|next)|end(?:ed)? (?:its|their) participation|no further (?:talks|rounds|meetings) (?:are|were|will))\b/i,
  notContinued:
    /\b(?:no (?:date|new date|further)|not|never|nobody|if|whether|propos\w+|should|could|may|might|prisoners?|soldiers|captives|children|fighters|civilians|displaced|servicemen)\b/i,
  /** Who took a picture, or whose it is. */
  madeBy:
    /\b(?:taken|filmed|shot|recorded|made|released|published|posted|issued|provided|supplied|distributed) by (?:the )?|\b(?:photographs?|photos?|pictures?|footage|videos?|images?|clips?) (?:by|from|on) (?:the )?(?=\p{Lu})/iu,
  freedPeople:
    /\b(?:freed|released|returned|returning|liberated|exchanged) (?:\p{L}+ )?(?:men|women|soldiers|prisoners|servicemen|captives|sailors|fighters|pilots|officers|conscripts|detainees|people)\b|\b(?:men|soldiers|prisoners|captives|returnees|servicemen) (?:\p{L}+ ){0,2}(?:stepping|climbing|getting|walking|embrac\w+|arriving|coming|greeted)\b|\breturnees\b/iu,
  personsWords:
    /\b(?:servicemen|servicewomen|soldiers|prisoners|sailors|fighters|captives|unblurred|returnees|freed|relatives|defenders|men)\b/i,
};
