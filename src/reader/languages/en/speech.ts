import type { StatementKind } from "../../draft.ts";

/** What is said, told by its words: of a complement ("said the sides had agreed") and of speech in the first person. The first that fits is taken. */
export const speech = {
  /** After a neutral verb of saying. */
  complement: [
    [
      "denies",
      /^["“]?(?:not so|not true|untrue|nonsense|on the contrary|quite the (?:opposite|contrary)|far from it|nothing of the (?:kind|sort))\b|\b(?:(?:was|were|is|are) not on (?:his|her|its|their|the|our) (?:list|agenda|table|programme|schedule|plans?)\b|(?:was|were|is|are) not aware\b|no such\b|(?:had|has|have) not (?:agreed|been agreed|signed|accepted|promised|fired|shelled|attacked|violated|been any|been in|taken part|carried|received|offered|proposed|discussed|held back)|(?:had|has|have) never (?!had (?:an? |any )?(?:answer|reply|response))\w+|(?:were|was|is|are|did) never\b|did not (?:fire|shell|attack|happen|take place|exist|cross|violate|break|order|carry)|no (?:\S+ ){0,3}(?:had|has|have) (?:been (?:discussed|agreed|signed|promised|given|made|offered|proposed|shelled|attacked|fired|violated|broken|crossed|held|killed|hit)|crossed|fired|left)|no (?:\S+ ){1,4}agreed\b|there (?:was|were|is|are|had been|has been)(?:n't| not) (?:even |ever )?(?:that|any|such|an?)|nothing (?:was|had been|has been) (?:signed|agreed|promised|said|offered)|there (?:had been|was|were|is) no (?:such |basis |truth )|nothing (?:of (?:that|the) (?:kind|sort)(?! (?:would|will|could|can) be)|had been|has been|was|to do with)|not one \w+ (?:is|was|had)|(?:was|were|is|are|as|to be) (?:\w+ly |all |pure |mere |an? )*(?:false|untrue|invented|fabricated|baseless|unfounded|groundless|nonsense|absurd|ridiculous|fairy[- ]?tales?|myths?|hoax(?:es)?|provocations?|lies?|fabrications?|inventions?|fantas(?:y|ies)|fables?|fiction|not true|not correct|wrong|rumou?rs?|without (?:any )?(?:foundation|basis|substance)|propaganda|slander)|had no \w+ (?:out|there|in the (?:area|air))|no \w+ (?:was|were) (?:there|in the (?:area|air)|involved)|took no part|took part in no|(?:had|has|have|played) no (?:part|role|hand|knowledge)|knows? (?:nothing|of no)|knew (?:nothing|of no)|there (?:was|were|had been) no (?:mines?|attacks?|shots?|shelling|drones?|fire|troops|breach|violation|delay|order|casualties)|no one had|nobody had|had nothing to do|none of (?:its|their|his|our) \S+ (?:had|were|was|has))/i,
    ],
    [
      "rejects",
      /\b(?:(?:will not|won't|would not|is not going to) happen|ha(?:s|d|ve) no (?:interest|intention|plans?|wish)|is no truce|would be no (?:truce|talks|meeting)|(?:(?:would|could|will|can|may|must|shall|does|do) ?(?:not|never|n't)|cannot|can't|won't|wouldn't|couldn't) (?:\w+ ){0,2}?(?:accept|sign|agree|return|leave|budge|yield|retreat|abandon|back down|hand over|pull (?:out|back)|lift|reopen|bow|give in|discuss|negotiate|withdraw|consider|recogni[sz]e|give|support|be part|take|allow|tolerate|stop|meet|attend|join|cede|surrender|trade|talk|come back|go back|resume|release|extend|enter|live with|settle)|not (?:acceptable|possible|on the table|up for discussion|something (?:I|we|he|she|they) can)|unacceptable|out of the question|no question of|there (?:would|will|can|could) be no\b(?! (?:\w+ )?(?:shelling|firing|fire|shooting|strikes|shots|fighting|attacks|flights))|saw no (?:reason|point|need)|see(?:s)? no (?:reason|point|need)|not ready to|not prepared to|not willing to|unwilling to|(?<!not )(?<!declined to )ruled out|nothing (?:of (?:that|the) (?:kind|sort) )?(?:could|can|would|will) be (?:signed|agreed|given|handed over|discussed)|no (?:such )?(?:\S+ ){0,3}?(?:could|can|would|will) be (?:thought of|considered|discussed|possible|held|agreed|contemplated|entertained)|had (?:again )?(?:rejected|refused|turned down)|again rejected|again refused|non-starter|too early to|no basis for|refus(?:es|ed)|reject(?:s|ed)(?! reports| claims))/i,
    ],
    [
      "reiterates",
      /\b(?:own (?:offer|proposal)|(?:offer|proposal|text|draft)s? (?:\S+ ){0,14}?(?:still|stays?|stayed|remains?|remained|stands?|stood)\b|still on the table|stays? on the table|remain(?:s|ed)? on the table|again (?:proposed|offered|called|asked for|asked that|asked to|demanded|requested|suggested|tabled|put forward)|had not changed|as before|once more offered|already proposed|has (?:long|repeatedly) (?:proposed|offered|called))/i,
    ],
    [
      "proposes",
      /\b(?:(?:is|are|was|were|be|stands?|stood|remain(?:s|ed)?) (?:\w+ )?(?:ready|prepared|willing|open(?! (?:to|for) (?:ships|shipping|traffic|navigation|vessels|vehicles|boats|civilians|convoys|aid|all|everyone|visitors|business|trade|passengers|the public))) (?:to|for)(?! (?:discuss|consider|listen|hear|talk about|study|examine|answer|look at))|readiness to|brought (?:\S+ ){0,5}?(?:the|an?) (?:offer|proposal)|(?:had|has|have) (?:\w+ ){0,3}?(?:offered|proposed|suggested|put forward|tabled|asked for|requested|submitted)|would (?:\w+ ){1,12}?(?:if|provided|on condition|in return|in exchange)|(?<!\b(?:the|an|any|that|this|its|his|her|their) )offers? to|propos(?:es|ed|ing) (?:to|a|an|that)|should (?!(?:\S+ ){1,3}(?:is|was) not)(?:meet|see each other|sit down|be (?:extended|prolonged|held|prepared|set up|established)))/i,
    ],
    [
      "demands",
      /\b(?:must\b(?! have)|ha(?:s|d|ve) to (?:be |first )?(?:\w+)|need(?:s|ed)? to (?:be|withdraw|release|return|stop|show|prove)|only (?:if|when|after|once|the full|a full|on condition)|(?:settle for|accept|take|be satisfied with|be content with) nothing (?:less|short|but)|nothing (?:less|short) (?:than|of)|(?:is|are|was|were) that (?:\S+ ){1,8}?(?:be|go|leave|come|stop|withdraw)(?= \w)|before any (?:further|other|new)|on condition that|wants? (?:the |its |all |them |an? |more |\d)|would not (?:\S+ ){1,8}?(?:until|unless|before|without)|(?:stays?|stayed|remains?|remained|will (?:stay|remain)|would (?:stay|remain)|keeps?|kept) (?:\S+ ){0,3}?(?:closed|shut|blocked|suspended|frozen|in place|sealed) (?:until|unless|as long as|while)|without (?:\S+ ){1,9}?(?:no|nothing|not) (?:\S+ ){0,5}?(?:will|would|can|shall)\b|first (?:withdraw|release|return|stop)|ought to)/i,
    ],
    [
      "agrees",
      /\b(?:(?:could|can|would|will|is ready to|was ready to) (?:\w+ )?(?:accept|agree|live with|support|go along)|(?:had|has|have) (?:\w+ )?(?:accepted|agreed to|consented)(?! anything)|accepted the|agreed to the|(?:was|were|is|are) (?:\w+ )?(?:willing|agreeable|in favou?r|ready)(?=[.,;"]|$)|has no objections?|had no objections?|would go along|had said yes|has said yes)/i,
    ],
    [
      "accuses",
      /\b(?:(?:had|has|have) (?:\w+ )?(?:broken|violated|breached|shelled|fired|attacked|struck(?! (?:an? |the |up )?(?:\w+ )?(?:deal|agreement|bargain|accord|compromise|balance|note|tone|pact|truce|understanding))|bombed|blocked|obstructed|killed|hit|used|exploited|delayed|crossed|abandoned|walked away|cut(?: off)? (?:the|its|our|their) (?:water|power|gas|road|lines?|supply|electricity))|(?:was|were) (?:\w+ )?(?:shelled|fired (?:on|at|upon)|attacked|hit|struck(?! (?:an? |the |up )?(?:\w+ )?(?:deal|agreement|bargain|accord|compromise|balance|note|tone|pact|truce|understanding))|turned back|blocked|stopped|killed|held up|fired at)|had been (?:\w+ )?(?:shelled|fired (?:on|at|upon)|attacked|hit|struck(?! (?:an? |the |up )?(?:\w+ )?(?:deal|agreement|bargain|accord|compromise|balance|note|tone|pact|truce|understanding))|turned back|blocked|stopped|killed|looking for an excuse)|(?:was|were|had been|has been|have been) (?:\w+ )?(?:broken|violated|breached)(?: \S+){0,4} (?:by|from)|(?:is|was|were|are) (?:deliberately|stalling|dragging|playing for time|using|hiding|holding back|blocking)|violations|breaches|responsible for)/i,
    ],
    [
      "announces",
      /\b(?:(?:would|will|shall) (?:all |both |also |now |then )?be \w+(?:ed|en|t)\b|(?:the |both |two )?(?:sides|parties|delegations|governments|teams|they|countries|both) (?:had|have|has) (?:\w+ )?(?:agreed|settled|signed|decided|reached|concluded|initialled)|(?:an? )?(?:agreement|understanding|deal|accord) (?:had|has|was|is) (?:been )?(?:reached|signed|made|agreed)|(?:would|will) (?:\w+ )?(?:be )?(?:back|meet|open|resume|continue|return|release|hand|send|receive|go|come|take place|begin|start|be held|be published|provide|get|have|need|reply|respond|convene|reconvene|travel|host|study|answer|stay|keep|follow|also hand|leave|publish|deliver|pay|carry|withdraw|remain|do|transfer)|work would go on|would take place|next (?:round|meeting|session)|could follow|is due|are due|was due|were due)/i,
    ],
  ] as readonly (readonly [StatementKind, RegExp])[],
  /** One's own act or a figure of it makes an announcement. */
  /** "If you open the sluice, we will hold our fire": an offer. */
  offersIf:
    /\b(?:if|once|provided|as soon as) [^.;]{5,90}?, (?:[^.;,]{0,25}, )?(?:then )?(?:the |his |her |its )?[^.;,]{1,40}? (?:will|would) (?:hold|stop|release|free|let|hand|give|return|open|lift|withdraw|pull|halt|suspend|cease|observe|allow|exchange|swap|send)\b/i,
  ownFigure:
    /\b(?:received|returned|handed over|released|recovered|repatriated|freed|came (?:home|back)|come (?:home|back)|were civilians|went home|go home|brought (?:home|back|out)|were ill|were wounded|were home|arrived|transferred|evacuated|treated|taken to|identified|counted|crossed)\b/i,
  /** Behind the name of a side: what it is said to have done. */
  attacks:
    /^(?:'s)? (?:(?!said|says|and|but|had not|did not|never|was|were|been|is|are|that|insist|claim|den|alleg|report|accus|warn|fear|vow|threat)[\p{L}-]+ ){0,4}?(?:did (?:it|this|that)|(?:is|was|were|are) behind (?:it|the)|began (?:it|the)|started (?:it|the|shooting)|stopped (?:and|a|the|our)|searched|looted|robbed|burned|burnt|torched|destroyed|damaged|had (?:begun|started) it|stole|jammed|cut|fell on|dropped|struck(?! (?:an? |the |up )?(?:\w+ )?(?:deal|agreement|bargain|accord|compromise|balance|note|tone|pact|truce|understanding))|hit|shelled|fired|attacked|crossed|bombed|mined|killed|opened fire|seized|abducted|blocked|violated|breached|broke|rammed|sank|entered|raided|stormed|ambushed|shot)\b/iu,
  /** Or what of its was used: "a Halvian mine". */
  weaponOf:
    /^(?:'s|s')? (?:(?:own|naval|army|heavy|long-range) )*(?:mines?|drones?|missiles?|rockets?|shells?|mortars?|guns?|artillery|bombs?|batter(?:y|ies)|snipers?|gunboats?|aircraft|warplanes?|fire)\b/iu,
  /** What a side does to the other's weapons is its own act. */
  undoes:
    /\b(?:shot down|downed|intercepted|destroyed|brought down|repelled|captured|seized|jammed|disabled|defused|neutrali[sz]ed) (?:\S+ ){0,3}$/i,
  itWas: /\b(?:it|this|that) (?:was|had been|were) (?:an? |the )?$/i,
  /** Forms that speech shortens. */
  contracted: [
    [/(?<=\b(?:we|they|you))'re\b/gi, " are"],
    [/(?<=\b(?:we|they|I|you))'ve\b/gi, " have"],
    [/(?<=\b(?:we|they|I|he|she|it))'ll\b/gi, " will"],
    [/(?<=\bI)'m\b/g, " am"],
  ] as readonly (readonly [RegExp, string])[],
  /** In the first person: transcripts, threads, quotations. */
  first: [
    [
      "denies",
      /^(?:it|that|they|we|he|she|there|this) (?:was|were|is|are|did|do|have|has|had)(?: not|n't)[.,;]|^not (?:so|us|ours|by us|our \w+)[.,;]|^(?:an? |pure |complete |total |sheer |utter )*(?:fabrication|lies?|invention|nonsense|fiction|slander|hoax|fake|fairy ?tale|absurd\w*|provocation|untrue|false)[.,!]?$|^(?:no[.,!]|(?:that|this|it)(?:'s| is) (?:not (?:correct|true|what|how|a yes|so)|false|wrong|untrue|nonsense|invented|absurd|baseless|a (?:lie|rumou?r|fabrication|fiction)|simply (?:not|false|untrue))|not true|untrue|false\.|that never happened|(?:we|i) (?:did not|didn't)(?=[.,;!]|$)|nobody (?:proposed|offered|agreed|asked|signed)|nothing of the (?:kind|sort))|: no[.,!]|\bwe have no (?:\w+ ){0,2}(?:guns|artillery|drones|troops|forces|men|mines|aircraft|boats|soldiers|batteries|prisoners|captives)\b|\b(?:nothing of the (?:kind|sort)|not a yes|stop posting|no such (?:offer|attack|agreement|thing)|we (?:did not|didn't|never|have never|have not|haven't|had not) (?:fire|fired|shell|shelled|attack|attacked|agree|agreed|cross|crossed|hit|order|ordered|propose|proposed|break|broke|violate|violated)|we had no \w+ (?:there|within|in the area)|our \w+ (?:stayed|remained) where|not one \w+ is being|never (?:happened|there|existed)|it is not true|there (?:was|were|is|are) no (?:such )?(?:attacks?|offers?|agreements?|shelling|orders?|mines?|decisions?|troops|plans?|talks?|deals?)|(?:our|my) (?:\w+ ){0,2}(?:guns|artillery|forces|army|troops|drones|batteries|soldiers|aircraft|navy|gunners) (?:did not|didn't|never|were (?:silent|not)|had (?:no|not)|have not)|nobody is preparing)\b/i,
    ],
    [
      "accuses",
      /\b(?:(?:they|their (?:\S+ ){0,3}?\S+|your (?:\S+ ){0,2}?\S+|the other side|the enemy|the opponent|two of their \S+ \S+|your side) (?:\w+ )?(?:crossed|fired|attacked|shelled|hit|violated|broke|breached|killed|bombed|struck(?! (?:an? |the |up )?(?:\w+ )?(?:deal|agreement|bargain|accord|compromise|balance|note|tone|pact|truce|understanding))|blocked|opened fire|answered from|are (?:lying|stalling|shelling|firing)|have (?:broken|violated|shelled|fired|attacked))|is (?:a )?(?:clear |gross |flagrant )?violation|\b(?:their|your|the \p{L}+'s|\p{Lu}\p{L}+'s) (?:own )?(?:\p{L}+ ){0,2}?(?:did it|began it|started it|fired first|shot first|did this|is to blame|are to blame)|it was (?:their|your|the (?:other side|\w+)'s|\p{Lu}\w+'s) (?:own )?(?:mortars?|guns?|drones?|artillery|fire|shells?|batter(?:y|ies)|troops|forces|soldiers|rockets?|snipers?|mines?))\b/iu,
    ],
    [
      "reiterates",
      /\b(?:we|i) (?:once )?(?:again|once more|repeat(?:edly)?) (?:propose|offer|call|ask|suggest|demand|invite)|\b(?:we|i) (?:propose|offer|ask|suggest) (?:once )?again\b|\b(?:we|i) (?:repeat|renew|reiterate|reaffirm) (?:our|the|my)\b|\bour (?:offer|proposal) (?:still )?(?:stands|remains)|stays? on the table\b/i,
    ],
    [
      "rejects",
      /\b(?:we|i|my government) (?:cannot|can't|can not|will not|won't|would not|do not|don't|shall not|could not|refuse to|(?:did not|didn't)(?= (?:accept|agree to|sign))) (?:\w+ )?(?:accept|agree|sign|discuss|negotiate|take|allow|support|consider|recogni[sz]e|withdraw|return|talk|trade|go|be|live|see|stop|give (?:up|way|back|away)|cede|yield|surrender|hand|leave|pay|bow|bargain|register|lay)|\bwe did not come (?:here )?to\b|\bthere will be no (?:truce|talks|ceasefire|exchange|amnesty|pause)|\bwe (?:reject|refuse|decline)\b|\bis (?:not acceptable|unacceptable|out of the question|not something)|not something (?:i|we) can\b|\bour answer is no\b|\bwe said no\b/i,
    ],
    [
      "agrees",
      /\b(?:we|i) (?:can |could |will |are ready to |would )?(?:accept|agree to|agree with|support|live with|go along with)\b|(?:^|\b)yes, (?:if|we can|provided|once|as long as|but only)|\b(?:can|could|will) (?:now )?say yes\b|^yes,[^.]{0,60}\b(?:provided|if|on condition|as long as)\b|\bwe (?:have )?no objection|\bready to begin\b|\bwe (?:have )?(?:accepted|agreed to) (?:the|it|this|that|an?|\d+|\w+ (?:days|hours|weeks|months))\b/i,
    ],
    [
      "proposes",
      /\b(?:we|i|my government|our side) (?:\w+ ){0,2}?(?:propose|proposed|offer|offered|suggest|suggested|request|requested|put (?:\S+ ){1,6}?on the table|put forward|have (?:again )?(?:proposed|offered|suggested|tabled|asked for|put forward|requested)|(?:are|am) (?:again )?(?:proposing|offering|asking (?:\S+ ){0,3}for|suggesting|requesting)|request(?:ed)?|asked for|ask for|tabled|brought (?:a|an|the) (?:\S+ ){0,3}(?:proposal|text|draft|plan)|are (?:ready|prepared|willing) to|am (?:ready|prepared|willing) to|would be (?:ready|prepared|willing) to|invite)\b|^(?:give|return|release|hand|open|stop|let|send|free|lift|withdraw|show|exchange|swap)\b[^.;]{3,90}?,? and (?:we|you|they)(?:'ll| will| shall| can)\b|^let (?:the|our|both|your|their|all|every|each) \w+(?! first)\b|\blet us (?:stop|exchange|begin|agree|meet|start|hold|set|open)\b|\b(?:stop firing|stop shooting|cease fire) for\b/i,
    ],
    [
      "demands",
      /^(?:give|return|release|hand|send|free|let|open|lift|withdraw|pull|take|stop|end)\b (?:us |me |them )?(?:back |over |out |off |down )?(?:our|the|all|every|your|those|them)\b|^first (?:the|our|all|you)\b|^(?:the )?\w+ first[.,!]?$|\b(?:we|i) (?:also |still |only )?(?:want|demand|insist|require|need|expect)\b|\b(?:must|has to|have to)\b|\bour (?:only )?condition\b|\bonly (?:if|after|when) (?:they|you|the)\b/i,
    ],
    [
      "appeals",
      /\b(?:we|i) (?:call on|urge|appeal|ask (?:all|both|every|the|you|them|media|journalists)|beg|implore|plead)\b|^(?:please|pls)\b/i,
    ],
    [
      "announces",
      /\b(?:we|i|my \S+|our \S+|the delegations?|the sides|both sides|talks|the parties) (?:will(?! not)|shall(?! not)|are going to|am going to|go on|meet again|continue|resume|have (?:agreed|decided|released|returned|handed|signed|received)|has (?:agreed|decided|released|returned|handed|signed|received)|sent|freed|released|returned|handed over|signed|agreed|give back|gave back|stay)\b|\bof our (?:\w+ ){0,2}\w+ (?:came|have come|returned|are) (?:back )?home\b|\bIS agreed\b|\bis agreed\b|\bwhat (?:is|was|has been) agreed|\bhandover (?:is |will be )?on\b|\bwill (?:be provided|have doctors|receive|come to|go to|get|come back|go back|return|stay)\b|\bwe count\b|\bnext (?:round|meeting|session)\b|\b(?:we|i) (?:have no instruction|will ask|shall ask)/i,
    ],
    ["confirms", /\b(?:i|we) (?:can )?confirm\b|^yes[,.] (?!if|we (?:can|could|will|would)|provided|but)/i],
  ] as readonly (readonly [StatementKind, RegExp])[],
  /** What is insisted on, and not only said firmly. */
  demanded: /\b(?:on|must|should|be|stop|stay|remain|release|return|withdraw|first|before|until|only)\b/i,
  inFirst: /\b(?:we|I|our|my)\b/,
  /** Its own act: "said it had ordered …". */
  ownAct:
    /^(?:that )?(?:it|they|its|their|we|our) (?:\S+ ){0,3}?(?:had|has|have|would|will|was|were|is|are)\b/i,
  /** A sentence that only goes on from the one before. */
  housekeeping:
    /^(?:thank(?:s| you)|(?:i|we) (?:want to |would like to |wish to |also )?thank\b|yes, i listened|(?:i|we) (?:will|shall) take (?:no|your|any|a few|some|two|three|\w+) questions|i am (?:off|going) to (?:sleep|bed)|good (?:morning|afternoon|evening)|welcome|please|first question|last (?:question|point)|next question|we have (?:\w+ )?(?:minutes|time)|minister\?|ambassador\?|over to you|yes, please|the floor|you have the floor|ladies and gentlemen|that is all|no more questions|shameful|sad|short thread|thread|end of|go ahead|any questions|let's begin|let us begin|one more)\b/i,
  /** After such words the next sentence begins anew. */
  closesTurn: /^(?:on the|as for|last point)/i,
  /** A matter brought up at a sentence's beginning is a new one. */
  turnsTo:
    /^(?:and |but )?(?:on (?:the|our|your|their)|as (?:for|to)|regarding|concerning|with regard to|turning to|about (?:the|our)) /i,
  /** What heads somebody's post: where, or when. */
  posts:
    /\b(?:channel|account|feed|page|posts?|posted|wrote|writes|writing|on (?:his|hers|her|its)|telegram|facebook|\d{1,2}[:.]\d{2})\b/i,
  /** Who reads the news. */
  reads: /\b(?:presenter|anchor|newsreader|studio|announcer|correspondent|narrator|voice-?over)\b/i,
};
