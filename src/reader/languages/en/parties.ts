/** How English names parties where nobody has listed them, and what they are. */
export const parties = {
  /** What may follow a country's name to make its people or its adjective. */
  endings: "(?:n|an|ian|i|ish|ese|ns|ans|ians|is|nese|ic)",
  /** A state's name as it signs: "Republic of X", "X Federation". */
  formal: {
    before:
      /^(?:the )?(?:(?:people's|democratic|islamic|arab|federal|federative|united|socialist) )*(?:republic|kingdom|state|federation|union|commonwealth|principality|emirate|sultanate) of (?:the )?/i,
    after:
      / (?:(?:people's|democratic|islamic|arab|federal) )*(?:federation|republic|kingdom|confederation|union|emirates|commonwealth)$/i,
    /** "Russian" of "Russia". */
    adjective: /(?<=ia|a)n$/,
  },
  united: /^(?:the )?(?:united nations|UN|U\.N\.)$/i,
  /** A party's common noun: "the islands", "the movement". */
  common:
    /(?:^| )(islands|highlands|lowlands|uplands|movement|council|congress|alliance|confederacy|federation|kingdom|emirate|league|coalition|confederation|principality|sultanate|rebels|insurgents|cantons|isles|archipelago)$/i,
  /** The people of such parties: "the highlanders". */
  peopleOf: {
    islands: ["islander", "islanders"],
    isles: ["islander", "islanders"],
    highlands: ["highlander", "highlanders", "highland"],
    lowlands: ["lowlander", "lowlanders"],
    uplands: ["uplander", "uplanders"],
    cantons: ["cantonal"],
  } as Readonly<Record<string, readonly string[]>>,
  humanitarian:
    /\b(?:crescent|(?:red|blue|white|green|grey) (?:cross|shield|anchor|star|lantern|lion|baobab|heron|swan)|medical (?:corps|aid|service)|aid (?:society|agency|group|mission)|relief (?:society|corps|agency)|rescue (?:brotherhood|service|corps)|sisters of|brothers of|samaritans?|nursing|ambulance|refugee (?:council|agency)|charit(?:y|ies)|red cross|red crescent|ICRC|mission|relief|humanitarian|order of|committee of the|médecins|doctors without|UNHCR|UNICEF|caritas|rescue|aid agency|lantern)\b/i,
  mediating:
    /\b(?:mediat\w+|broker\w+|facilitat\w+|good offices|host(?:s|ed|ing)?|convened by|under the auspices of|on the initiative of|chaired by|at the invitation of|thank(?:s|ed) (?:the )?)/i,
  /** What makes of a name a party: its government, its side, its delegation. */
  side: "(?:delegations?|sides?|governments?|negotiators?|teams?|foreign minist(?:er|ry)|defence minist(?:er|ry)|defense minist(?:er|ry)|president|prime minister|army|forces|troops|leadership|officials?|authorities|ministers?|ministry|navy|prisoners|soldiers|servicemen)",
  organisation:
    "(?:Front|Council|Movement|Army|Union|Assembly|Alliance|Coalition|Authority|Command|Mission|Committee|League|Congress|Order)",
  /** Who mediates or helps in other people's houses. */
  abroad:
    /\b(?:united nations|UN|red cross|red crescent|trust|corps|society|mission|relief|sisters|brothers|order|office|agency|fund)\b/i,
  /** A party of such a name is no state: a bare "government" or "army" is that of the other. */
  movement:
    /\b(?:front|council|movement|assembly|alliance|coalition|authority|command|committee|league|congress|brigades?|militias?|rebels?|resistance|insurgents?|cantons|clans?|tribes?|guards?|party|organi[sz]ation|administration|confederacy|fighters|army|forces|network|bloc|separatists?|union|districts|salvation|liberation|revolution\w*|brotherhood|insurgency|secessionists?|autonomous|autonomy|breakaway|junta|warlords?|loyalists?|people's|popular|hill|mountain|highland)\b/i,
  side_of: /^(?:'s)? (?:government|govt|side|delegation|team|army|forces|leadership|authorities)\b/i,
  possessiveIts: /^(?:its|their)\b/i,
  own: "(?:the )?(?:own |other )?side",
  /** Well-known venues, and the countries that host there. */
  venues: {
    istanbul: ["turkey", "türkiye", "turkiye"],
    ankara: ["turkey", "türkiye", "turkiye"],
    antalya: ["turkey", "türkiye", "turkiye"],
    "abu dhabi": ["united arab emirates", "uae"],
    dubai: ["united arab emirates", "uae"],
    doha: ["qatar"],
    riyadh: ["saudi arabia"],
    jeddah: ["saudi arabia"],
    geneva: ["switzerland"],
    vienna: ["austria"],
    oslo: ["norway"],
    cairo: ["egypt"],
    muscat: ["oman"],
    nairobi: ["kenya"],
    minsk: ["belarus"],
    paris: ["france"],
    london: ["united kingdom", "britain"],
    berlin: ["germany"],
    rome: ["italy"],
    budapest: ["hungary"],
    astana: ["kazakhstan"],
    "addis ababa": ["ethiopia"],
    kampala: ["uganda"],
    djibouti: ["djibouti"],
    stockholm: ["sweden"],
    helsinki: ["finland"],
    washington: ["united states", "us"],
  } as Readonly<Record<string, readonly string[]>>,
};
