import type { StatementKind } from "../../draft.ts";

/** Verbs of saying that need no words beside them, by what they do. Each stands in its plain form. */
const lemmas: Readonly<Partial<Record<StatementKind, string>>> = {
  denies: "deny dispute contest refute rebut disown disavow disclaim debunk contradict",
  rejects: "reject refuse oppose dismiss rebuff repudiate spurn veto scorn quash nix",
  demands: "demand insist stipulate",
  accuses:
    "accuse blame allege claim condemn denounce decry protest complain reproach castigate berate assail lambast impute",
  confirms:
    "confirm acknowledge admit concede affirm corroborate verify attest certify authenticate vouch avow",
  announces:
    "announce declare promise pledge vow disclose divulge reveal proclaim decree inform notify unveil guarantee",
  appeals: "urge appeal implore plead exhort beg beseech entreat petition",
  describes:
    "say tell add note stress emphasize emphasise underline underscore remark explain state reply respond answer describe warn recall observe argue maintain assert contend report indicate believe hope joke quip predict estimate caution clarify remind recount testify lament regret deplore consider opine muse grumble reckon forecast wonder assume feel fear suppose fret fume scoff sneer sigh exclaim elaborate rejoin retort counter interject specify speculate surmise theorize concur confide convey caution counsel cite depict detail hint intimate imply liken portray reason reflect relate relay remember repeat sound summarize summarise suspect tease tweet voice volunteer write posit profess pronounce recite",
};

/** The forms of a verb that news writes: says, said, saying. */
function formsOf(lemma: string): readonly string[] {
  const irregular: Readonly<Record<string, readonly string[]>> = {
    say: ["says", "said", "saying"],
    tell: ["tells", "told", "telling"],
    feel: ["feels", "felt", "feeling"],
    write: ["writes", "wrote", "writing"],
    beg: ["begs", "begged", "begging"],
    quip: ["quips", "quipped", "quipping"],
    rebut: ["rebuts", "rebutted", "rebutting"],
    admit: ["admits", "admitted", "admitting"],
    regret: ["regrets", "regretted", "regretting"],
    fret: ["frets", "fretted", "fretting"],
    beseech: ["beseeches", "besought", "beseeching"],
    nix: ["nixes", "nixed", "nixing"],
  };
  const known = irregular[lemma];
  if (known) return known;
  if (/[^aeiou]y$/.test(lemma))
    return [`${lemma.slice(0, -1)}ies`, `${lemma.slice(0, -1)}ied`, `${lemma}ing`];
  if (/e$/.test(lemma)) return [`${lemma}s`, `${lemma}d`, `${lemma.slice(0, -1)}ing`];
  return [`${lemma}${/(?:s|x|ch|sh)$/.test(lemma) ? "es" : "s"}`, `${lemma}ed`, `${lemma}ing`];
}

const each = Object.entries(lemmas).flatMap(([kind, words]) =>
  // the table's keys are kinds
  words.split(" ").map((lemma) => [kind as StatementKind, lemma] as const),
);
/** Every form by what it does, and the plain one, which needs more than one, or the speaker himself, before it. */
export const sayingForms: ReadonlyMap<string, StatementKind> = new Map(
  each.flatMap(([kind, lemma]) => formsOf(lemma).map((form) => [form, kind] as const)),
);
export const sayingPlain: ReadonlyMap<string, StatementKind> = new Map(
  each.map(([kind, lemma]) => [lemma, kind]),
);
