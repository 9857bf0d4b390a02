/** How English says that something is not so, not yet, no longer, or only perhaps. */
export const realis = {
  clock:
    /\b\d{1,2}[:.]\d{2}\b(?:\s?(?:a\.?m|p\.?m)\.?)?|\b(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?: ?(?:a\.m\.|p\.m\.|am|pm)\b| o'clock| in the (?:morning|evening|afternoon))/gi,
  tense: {
    future:
      /'ll\b|\b(?:next|until|till|by|before|within)(?: (?:the|about|around))? ?$|\b(?:(?<!good )will(?! be (?:remembered|recalled))|would|shall|should|is to|are to|to (?:be|meet|begin|start|hold|take|enter|last|run|return|hand|release|exchange|open|convene|resume|go|come|end|stop|leave|extend|prolong|reconvene|discuss|continue|complete|free)|going to|no later than|not later than|(?:re)?scheduled|(?:fixed|arranged|put off|postponed|moved|brought forward) (?:for|to|until|till)|planned|expected|due|set for|pencilled|penciled|may|might|could|can|starting|beginning|(?<!\b(?:its|his|her|their|the|an?|this|that) )(?:propos\w+|offer\w*)|ask\w*|want\w*|hope\w*|again tomorrow|reconvene|meet again|deadline|remains open|(?:it|which|that|truce|pause|cease-?fire|halt|corridor|window|exchange|swap|moratorium) (?:then |now )?(?:begins|starts|takes effect|comes into force|enters into force|opens|runs|lasts)|(?:they|we|sides|teams|delegations|talks)(?:'re| are) (?:due )?back)\b/gi,
    /** Behind a day only a verb tells, no word of time. */
    futureVerb:
      /'ll\b|\b(?:will|would|shall|should|is to|are to|to (?:be|meet|begin|start|hold|take|enter|last|run|return|hand|release|exchange|open|convene|resume|go|come|end|stop|leave|extend|prolong|reconvene|discuss|continue|complete|free)|going to|scheduled|planned|expected|due|pencill?ed|propos\w+|offer\w*|ask\w*|want\w*|hope\w*|reconvene|meet again)\b/i,
    past: /\b(?:was|were|had|has|have|did|said|told|took|began|ended|opened|closed|met|held|agreed|signed|announced|left|returned|handed|released|exchanged|killed|struck|hit|fired|shelled|crossed|came|went|accused|claimed|reported|received|reached|arrived|brought|since|ago|last|recovered|denied|rejected|published|broadcast|showed|carried|completed|lapsed|expired|entered|started|put|spoke|wrote|(?!(?:wounded|injured|captured|displaced|armed|united|disabled|interned|imprisoned|besieged|occupied|contested|disputed|detained|deported|abducted|missing|severed|mined|damaged|fallen|retired|so-called|need|indeed|hundred|red|shed|bed|seed|feed|speed)\b)\w+ed)\b/gi,
    /** What was proposed or agreed is ahead, wherever in the sentence its day stands. */
    promised:
      /\b(?:put(?:s|ting)? forward|tabled|propos\w+|offer\w*|suggest\w*|request\w*|asked (?:for|that)|asks (?:for|that)|demand\w*|call\w* for|invit\w*|urg(?:ed|es|ing)|appeal\w*|agreed|initialled|would|will|shall|to be|is to|are to)\b/i,
    /** But for the day of the act itself. */
    ofTheAct:
      /\b(?:agreed|proposed|offered|signed|made|announced|declared|tabled|rejected|initialled|suggested|reached|brokered)(?: (?:in|at) [^,]{2,30})?(?: (?:in|on|last|during|at|back in))?(?: the)? ?$/i,
  },
  /** Words of what is over. */
  history:
    /\b(?:it will be (?:remembered|recalled)|in the (?:old|last|previous|first) war|(?:an?|the|our) (?:earlier|previous|first|original) (?:version|edition|dispatch|entry) of|we (?:have )?(?:taken out|removed|deleted|withdrawn|retracted)|(?:was|were) (?:given|reported|stated|quoted) (?:wrongly|incorrectly|in error)|broke down (?:in|last)|had been in (?:force|place)|(?:thinner|long|short|poor|troubled|chequered) history|have been here before|back then|at (?:that|the) time|last (?:spring|summer|autumn|fall|winter|year)|that (?:spring|summer|autumn|fall|winter|year)|of that year|years? ago|months ago|went the same way|previous (?:rounds?|truces?|cease-?fires?|lulls?|exchanges?|swaps?|attempts?|pauses?|deals?|agreements?|talks)|earlier (?:rounds|truces|cease-?fires|lulls|exchanges|swaps|attempts|pauses|deals|agreements|efforts|talks)|past (?:rounds?|truces?|ceasefires?|exchanges?|attempts?)|an earlier (?:truce|cease-?fire|pause|lull|halt|standstill|silence|round|exchange|swap|corridor|moratorium|agreement|accord|deal|understanding|arrangement|attempt|text|plan)|a previous (?:truce|cease-?fire|pause|lull|halt|standstill|silence|round|exchange|swap|corridor|moratorium|agreement|accord|deal|understanding|arrangement|attempt|text|plan)|the last (?:truce|cease-?fire|lull|halt|exchange|swap|pause) (?:was|took|ended|held|lasted|collapsed|broke)|in the (?:first|early) (?:days|months|years) of the war|have done harder things|used to|once upon|once (?:offered|proposed|agreed|signed|held|promised)|in its (?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\w+) year|(?:met|gathered|spoke|exchanged \w+|talked) (?:once|twice|three times|several times) (?:in|during|over|since) (?:the )?(?:spring|summer|autumn|winter|year|war)|(?:truce|ceasefire|cease-fire|pause|exchange|swap|deal|moratorium|corridor) (?:agreed|signed|brokered|reached|made|announced|concluded|negotiated) (?:at|after|during|in) (?:the|an?|that|their) (?:first|second|third|fourth|earlier|previous|last|winter|spring|summer|autumn) (?:\w+ )?(?:meeting|round|session|talks)?|last (?:month|week)'s (?:attempt|truce|pause|exchange|swap|ceasefire|round|corridor)|throughout (?:the )?(?:spring|summer|autumn|winter|war|year|month)|(?:it|this) was the (?:first|second|third|last|largest|biggest) (?:such )?(?:\w+ )?(?:exchange|swap|truce|release|handover|transfer|meeting|talks) since)\b|^since the (?:war|conflict|fighting|invasion|siege|hostilities) (?:began|started|broke out)/i,
  /** A thing named by its month: history, unless the month is this one. */
  ofMonth:
    /\b(?:the|that|last) (january|february|march|april|may|june|july|august|september|october|november|december)(?: \d{4})? (?:swap|exchange|truce|pause|ceasefire|agreement|accord|round|talks|offer|handover|release|deal|meeting)\b/i,
  /** An earlier one of several rounds. */
  ofRound:
    /\b(?:at|in|during|after|since) (?:the|their) (first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)(?:,|(?: \w+)? (?:round|session|meeting|sitting|exchange|truce))/i,
  /** What has ended: with an old day anywhere in the sentence it is over. */
  ended:
    /\b(?:lapsed|expired|collapsed|fell apart|broke down|broke up|came apart|unravelled|crumbled|failed|ran out|was abandoned|were abandoned|did not (?:hold|survive|last)|never (?:held|took hold|took place|happened)|was never|ended|held for|lasted|was broken|were broken|went home|came home)\b/i,
  /** Words that come back to these talks. */
  present:
    /\b(?:today|this week|now|tonight|tomorrow|yesterday|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|next|will|says|currently|at present|this time|still)\b/i,
  /** A date after these belongs to a thing that is named, not to what the sentence tells. */
  /** People taken then are spoken of now. */
  ofPeople:
    /\b(?:taken|captured|seized|detained|abducted|deported|held|missing|killed|arrested|interned|displaced)(?: (?:from|in|at|near|during) [^,.;]{2,40})? $/i,
  ofTaking:
    /\b(?:taken|captured|seized|detained|abducted|deported|arrested|interned)(?: (?:by|from|in|at|near|during) [^,.;]{2,40})? (?:on|in|since|last)(?: the)? ?$/i,
  ofThing:
    /\b(?:agreed|signed|made|reached|initialled|concluded|brokered|announced|held|captured|detained|taken|killed|missing|since|dated|of|opened|begun|started|suspended|memorandum of|session of|meeting of|agreement of|accord of)(?: \w+){0,4} (?:on|in|since|of)? ?$/i,
  aheadVerb:
    /\b(?:(?<!good )will(?! be (?:remembered|recalled))|is to|are to|is due|are due|shall|must|under (?:that|this|the) (?:agreement|deal|accord|arrangement))\b/i,
  /** Where one clause ends and the next begins. */
  clause:
    /[;:—–] ?|, (?:and|but|while|which|who|although|though|because|so that|as|if|when|after|with) |(?<=[a-z]), (?=(?:the|a|an|he|she|it|they|both) )| (?:but|while|whereas|although|though|because|so that|unless|after|before|when) | (?:said|says|told \w+|that|announced|confirmed|claimed|reported) /gi,
  negated:
    /\b(?:not|never|n't|no|nobody|no one|neither|nor|without|denied|denies|deny|rejected reports|none of|nothing|failed to|refused to|refuses to|declined to|far from|instead of|rather than|yet to)\b(?! only)|n't\b/i,
  conditional:
    /\b(?:would|could|might|(?<!\b(?:\d{1,2}|in|of|by|since|until|till|late|early|mid|last|next|from|this|week|before|after|during) )may(?! \d)|if|unless|provided|in case|should)\b(?! have been)/i,
  /** Behind these stands what a thing is for. */
  purpose: /\b(?:so that|in order that) ?$/i,
  conditionalClause: /^(?:if|unless|should)\b/i,
  planned:
    /\b(?:(?<!good )will|shall|is to|are to|was to|were to|to be|hopes?|hoped|hoping|expects?|expected|plans?|planned|planning|intends?|ready|prepared|willing|aims?|wants?|due|scheduled|set|going to|in order|so that|asks?|asked|propos\w+|offer\w*|demand\w*|call\w* (?:for|on)|urg\w+|appeal\w*|suggest\w*|draft|possible|future|promis\w+|pledg\w+|want\w*|(?<!\bat (?:the|its|their|his|her) (?:\w+ )?)request\w*|seek\w*|sought|agreed to|agreed on|agree|accept\w*|must|need\w*|awaiting|waiting|let)\b/i,
  /** Somebody else's report, not the writer's. */
  rumour:
    /(?<=^|[,;:] |\b(?:an?|the|no|any|some|these|those|such|several|many|media|press|local|earlier|unconfirmed|its|their|his|her|\w+ed|denies|despite|after|amid|there (?:is|was|were)|to|of|on|by|with|as|about|over|against|all|and) )(?:rumou?rs?|reports?|claims?|speculation|suggestions?|talk|hopes?|fears?|idea|accounts)(?: (?:on|in|from|by|going|spread|current) [^,;]{3,40}?,?)? (?:that|of)\b[^;]*$/i,
  /** But who confirms reports tells what is so. */
  reportsThat: /\b(?:confirm\w*|said|says|told|announced)\b/i,
  /** What is only imagined, from the sentence's beginning. */
  supposed:
    /^(?:suppose|supposing|imagine|assum(?:e|ing)|let us (?:say|suppose|imagine)|what if|if only|picture|say that|were (?:it|they|we))\b/i,
  /** A review of what was: all of it is past but what says otherwise. */
  review:
    /\b(?:review of the (?:year|month|decade)|(?:year|month|decade)(?:'s end)? in review|the year (?:in|at|that|of)|look(?:ing)? back|a look back|twelve months|retrospective|chronicle|chronology|timeline|anniversary|(?:one|two|three|four|five|ten) years (?:on|later|after)|how (?:it|we|they) (?:came|got) (?:to|here))\b/i,
  /** A season or month past, told as such. */
  season:
    /\b(?:in|during|over|by) (?:the )?(?:early |late |mid-?)?(?:spring|summer|autumn|winter)\b(?! of)|^(?:January|February|March|April|June|July|August|September|October|November|December|(?:The|That) (?:spring|summer|autumn|fall|winter|year))(?:,? \d{4})? (?:opened|began|brought|saw|ended|closed|passed|was|were|had|started|came|produced)\b/i,
  /** "That a truck was fired on: no." */
  denied: /^[^.;:]*: (?:no|not so|not true|untrue|false|wrong|nonsense|invented|a lie|never happened)\b/i,
  inverted: /^(?:Had|Were|Should) (?:it|they|he|she|the|a|an|both|either|\p{Lu})/u,
  unknown:
    /\b(?:it is (?:un(?:clear|known)|not (?:clear|known))|nobody knows|no one knows|wants? to know|asked? who|discuss\w* whether)\b/i,
  doubt:
    /\b(?:reportedly|allegedly|unconfirmed|purport\w*|rumou?r\w*|is said to|are said to|believed to|supposedly|apparently|so-called|close to)\b/i,
};
