import type { Language } from "../languages/language.ts";

type Patterns = {
  readonly roleName: RegExp;
  readonly nameRole: RegExp;
  readonly nameLeads: RegExp;
  readonly soleRole: RegExp;
  readonly wholeName: RegExp;
  readonly office: RegExp;
  readonly shared: RegExp;
  readonly called: RegExp;
  readonly namedFor: RegExp;
  readonly possessive: RegExp;
  readonly cueName: RegExp;
  readonly nameCue: RegExp;
  readonly ledBy: RegExp;
  readonly iAm: RegExp;
  readonly titled: RegExp;
  readonly handle: RegExp;
  readonly whoAfter: RegExp;
  readonly actsAfter: RegExp;
  readonly moreOfName: RegExp;
  readonly isCalled: RegExp;
  readonly full: RegExp;
  readonly humanBefore: RegExp;
  readonly nameEnds: RegExp;
  readonly humanAfter: RegExp;
  readonly capitalsOffice: RegExp;
  readonly oneOffice: RegExp;
  readonly headAlone: RegExp;
  readonly rankAlone: RegExp;
  readonly styles: RegExp;
  readonly officesBefore: RegExp;
  readonly labelLead: RegExp;
  readonly labelOffice: RegExp;
  readonly labelInner: RegExp;
  readonly officeWord: RegExp;
  readonly inCapitals: RegExp;
  readonly apposition: RegExp;
};
const compiled = new WeakMap<Language, Patterns>();
export function patternsOf(language: Language): Patterns {
  const known = compiled.get(language);
  if (known) return known;
  const { head, title, rank, portfolio, part, particle, leads, ledBy, human } = language.people;
  const name = `${part}(?: (?:${particle})?${part}){0,3}`;
  const full = `${part}(?: (?:${particle})?${part}){1,3}`;
  const modifier = "(?:\\p{L}[\\p{L}'-]* )";
  const of = `(?: (?:of|for|to|on) (?:the )?(?:\\p{L}[\\p{L}'-]* ?){1,6}?)?`;
  const role = `(?:${modifier}{0,4}?${head}(?:-designate)?${of})`;
  const speech =
    "(?:said|says|told|added|adds|wrote|writes|noted|stressed|remarked|replied|announced|proposed|warned|stated|explained|confirmed|denied|called|rejected|accused|urged|insisted|argued|commented|emphasi[sz]ed|underlined|offered|suggested|demanded|declared|asked|asks|claimed|claims|repeated|reiterated|answered|thanked|posted|listened|refused|described|promised|acknowledged|recalled|reported|presented|agreed|spoke|appealed)";
  const patterns = {
    roleName: new RegExp(
      `(?<![\\p{L}])(${head}(?: (?:of|for) (?:the )?${portfolio})?)(?:,?(?: (?:${title}|${rank}))*,? \\(?(${name})| (?:of|for|to|from|at) (?:the )?(?:(?!(?:said|told|says|has|is|was|and|in|on|at|who|to|with|had|that)(?!\\p{L})|\\p{Ll}+ed(?!\\p{L}))\\p{L}[\\p{L}'-]*,? ){1,5}?(?:(?:(?:${title}|${rank}) )*(${full})|(?:(?:${title}|${rank}) )+(${name})))`,
      "gu",
    ),
    titled: new RegExp(`(?<![\\p{L}])((?:${title}|${rank})(?: (?:${title}|${rank}))*) (${name})`, "gu"),
    nameRole: new RegExp(
      `(?<![\\p{L}])(${full}),? \\(?((?:(?:an?|the|its|their|his|her|who is|who was|who serves as) )?${role})(?=[,.;)—–]| who| and| in | said| told|$)`,
      "gu",
    ),
    wholeName: new RegExp(`^(?:(?:${title}|${rank}) )*${full}$`, "u"),
    office: new RegExp(`(?<![\\p{L}])${head}(?![\\p{L}])`, "u"),
    shared: new RegExp(
      `(?<![\\p{L}])(${full}) and (${full}), ((?:the |both |two )*(?:${modifier}{0,3}?)${head}s?(?: of (?:the )?(?:\\p{L}[\\p{L}'-]* ?){1,4}?)?)(?=[,.;)—–]| who| and)`,
      "gu",
    ),
    called: new RegExp(
      `(?<![\\p{L}])(${head})(?:,[^,.;]{3,60})? (?:called|named|by the name of|(?:an? |one )?certain) (${full})`,
      "gu",
    ),
    namedFor: new RegExp(
      `(?<![\\p{L}])(${full}), (?:for|of|from|representing|speaking for|who (?:speaks|negotiates) for) (?:the )?(?=\\p{Lu})`,
      "gu",
    ),
    soleRole: new RegExp(
      `(?:^|[.,"”] )(${part}), ((?:an?|the|its|their|his|her|who (?:leads|heads|chairs)) (?:the )?${role})(?=,)`,
      "gu",
    ),
    nameLeads: new RegExp(
      `(?<![\\p{L}])(${full})(?:,? who|,? which|,| has| had)? ((?:${leads}) (?:the |its |their |our |an? |his |her |(?=\\p{Lu}))[^,.;]{2,50})`,
      "gu",
    ),
    possessive: new RegExp(`(?<=(?:'s|s') )(${full})(?! (?:${head})(?!\\p{L}))`, "gu"),
    cueName: new RegExp(
      `[,”"'·?!] ?(?:said|says|told|added|adds|wrote|replied|explained|remarked|asked|noted) (${full})`,
      "gu",
    ),
    nameCue: new RegExp(
      `(?<![\\p{L}])(${full})(?:,[^,.;]{3,80},)? (?:has |had |also |then |later |again )?${speech}(?![\\p{L}])`,
      "gu",
    ),
    iAm: new RegExp(
      `(?<![\\p{L}])(?:I'm|I am|[Mm]y name is|[Tt]his is) (${full})(?:(?:[,.;]| and) (?:I |who )?((?:${leads}) [^,.;]{3,60}|(?:an?|the|your) [^,.;]{3,60}))?`,
      "gu",
    ),
    ledBy: new RegExp(
      `(?<![\\p{L}])(?:${ledBy}|[Ii]nterview with|[Cc]onversation with|[Tt]alked to|[Ss]poke to|[Ss]poke with) (${full})`,
      "gu",
    ),
    whoAfter: /^,? who\b/,
    actsAfter:
      /^(?:,? (?:had|has|was|is|did|came|went|left|sat|stood|took|gave|made|got|spoke|put|kept|let|began|\p{Ll}{3,}(?:ed|s))\b)/u,
    moreOfName: new RegExp(`^(?: (?:${particle})?${part}){1,2}`, "u"),
    isCalled: /\b(?:called|named|by the name of|certain) /,
    full: new RegExp(`(?<![\\p{L}])${full}(?![\\p{L}])`, "gu"),
    humanBefore: new RegExp(
      `(?<![\\p{L}])(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|'s|’s) ((?:\\p{L}[\\p{L}'’-]* ){0,3}?${human}(?: (?:of|for|on|at|in|from) (?:the )?(?:\\p{L}[\\p{L}'’-]* ?){1,4}?)?),? (?:called |named |(?:an? |one )?certain )?(?:${title} )?$`,
      "u",
    ),
    nameEnds: /^(?:[,.;:)—–]| said| told| says| who| and| has| had| was|$)/,
    humanAfter: new RegExp(
      `^, (?:(?:an?|the|its|their|his|her) )?((?:\\p{Ll}[\\p{L}'’-]* ){0,3}?${human}(?: (?:of|for|on|at|in|from|with) (?:the )?(?:\\p{L}[\\p{L}\\d'’-]* ?){1,5}?)?)(?=[,.;:)—–]| who| whose| and|$)`,
      "u",
    ),
    capitalsOffice: new RegExp(
      `(?:^|(?<!\\p{L})BY )((?!BY )[\\p{Lu}'-]{2,}(?: [\\p{Lu}'.-]{1,}){1,2}), ((?:[\\p{Lu}'-]+ ){0,4}${head.toUpperCase()}(?![\\p{L}]).*)$`,
      "u",
    ),
    oneOffice: new RegExp(`^(?:${head}|${title}|${rank})$`, "u"),
    headAlone: new RegExp(`^${head}$`, "iu"),
    rankAlone: new RegExp(`^${rank}$`, "u"),
    styles: new RegExp(`^(?:(?:${title}|${rank}) )+(?=\\p{Lu})`, "u"),
    officesBefore: new RegExp(`(?<![\\p{L}])(${head}s),? (?:[^.;:]{0,60} and )?$`, "u"),
    labelLead: new RegExp(
      `^(?:(?:${title}|${title.toUpperCase()}|${rank}|${rank.toUpperCase()}|${head}|${head.toUpperCase()}|FOREIGN|PRIME|DEPUTY|DEFEN[CS]E|SPECIAL|CHIEF|LEAD|Foreign|Prime|Deputy|Defen[cs]e|Special|Chief|Lead)[., ]+)*`,
      "u",
    ),
    labelOffice: new RegExp(`^(?:${head}|moderator|chair|host)$`, "iu"),
    labelInner: new RegExp(`^((?:(?:${title}|${rank}) )*)(${full})`, "u"),
    officeWord: new RegExp(`(?:${head}|${head.toUpperCase()})`, "u"),
    handle: /(?<![\p{L}\p{N}_.])@[\p{L}\p{N}_]{2,30}/gu,
    inCapitals: new RegExp(
      `(?<![\\p{L}])(${head.toUpperCase()}),? ((?!(?:OF|FOR|ON|AND)(?!\\p{L}))\\p{Lu}{2,}(?: (?!(?:OF|TO|ON|AT|IN|FOR|AND)(?!\\p{L}))[\\p{Lu}'-]{2,}){1,2})`,
      "u",
    ),
    apposition: new RegExp(`^,? \\(?((?:(?:an?|the|its|their) )?${role})(?=[,.;)—–]| who| and|$)`, "u"),
  };
  compiled.set(language, patterns);
  return patterns;
}
