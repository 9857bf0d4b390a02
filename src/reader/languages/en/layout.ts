/** How English reports are laid out: what a line is, before anyone reads it. */
export const layout = {
  /** A dot after these ends no sentence. */
  abbreviations:
    /(?:^|[\s(“"'])(?:Mr|Mrs|Ms|Dr|Prof|St|Gen|Lt|Col|Maj|Capt|Sgt|Cmdr|Adm|Amb|Min|Pres|Gov|Sen|Rep|Hon|Rev|Fr|Sr|Jr|No|Nos|art|Art|vs|approx|ca|cf|e\.g|i\.e|a\.m|p\.m|U\.S|U\.N|U\.K|E\.U|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|Dept|Govt|Brig|Mt|Ft|[A-Z])\.$/,
  /** But for a clear beginning, or a clock time before a capital. */
  opensSentence:
    /^\S* ?(?:[ap]\.m\. (?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|local|GMT|UTC|[A-Z]{2,4}\b)\p{Lu}|\S*\. (?:On|In|At|The|A|He|She|It|They|But|By|We|This|That|There)\b)/u,
  /** Whatever stands below such a heading is told as history. */
  backgroundHeading:
    /^(?:background|context|history|the road so far|how we got here|previous(?:ly)?|earlier|what (?:came|happened) before|timeline|chronology|the story so far|reminder|for the record|looking back|past rounds|earlier rounds|catch[- ]up|recap|corrections?|corrigend(?:um|a)|errat(?:um|a))\b/i,
  /** What heads a speech, and the words that it is spoken in. */
  speechHead:
    /\b(?:address|speech|remarks|televised (?:address|message)|message|opening statement|statement|appeal|open letter|broadcast)\b(?: \S+){0,6}? (?:by|of|from) |\b(?:as delivered|check against delivery|full text of (?:the )?(?:speech|address|remarks))\b/i,
  firstPerson: /\b(?:I|we|our|my|us|ours|I'm|we're|we've|I've)\b/i,
  /** What stands below such words is a list, however long the line. */
  opensList: /\b(?:the following|as follows|the below)[.:]?$/i,
  /** Such a line heads a picture that was published. */
  caption: /^(?:photo|picture|image|video|pic|caption|footage|audio)\b ?(?::|\(|–|—)/i,
  /** House lines of agencies and newspapers, which report nothing. */
  boilerplate:
    /^(?:\(?(?:reporting|editing|writing|additional reporting|edited|translated) by\b|©|copyright\b|all rights reserved|follow us|subscribe|read more|see also|share this|more to follow|this is a developing story|end(?:s)?\b[.#-]*$|ends? of (?:text|statement)|-+ ?ends? ?-+|#+$|contact:|for (?:media|press) (?:enquiries|inquiries|queries)|for further information|advertisement\b|unofficial translation|\(?translated from)/i,
  /** A note that mends an earlier version. */
  correction:
    /^\(?(?:correct(?:ion|ed|s|ing)\b|this (?:report|story|article|version|dispatch)[^.]{0,60}(?:correct|amend|updat)|editor'?s? note|clarification\b|(?:refiles?|updates?|adds|recasts)\b)/i,
  /** What heads recorded words in a script, and whose. */
  clip: /^(?:SOT|SOUNDBITE|SOUND BITE|CLIP|SYNC|ACTUALITY|GRAB|AUDIO|TAPE|INSERT)[ :,–—-]+(\p{Lu}[\p{L} .'-]+)/u,
  /** Who asks in a transcript. */
  asks: /^(?:question|q|reporter|journalist|correspondent|media)\b/i,
  /** A label of a matter, not of somebody. */
  topicLabel:
    /^(?:summary|prisoners?|truce|ceasefire|casualties|update|background|context|note|situation|incidents?|violations|humanitarian|military|political|politics|talks|remains|exchange|next|date|place|time|subject|re|from|to|cc|location|source|photo|video|day|correction|outlook|analysis|status|headlines?|key points?|agreed|not agreed|open|pending)\b/i,
  answers: /^(?:a|answer)\b/i,
  moderates: /^(?:moderator|chair|host|spokesperson|facilitator|anchor|presenter)\b/i,
};
