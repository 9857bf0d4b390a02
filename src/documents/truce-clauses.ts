import type { Say, ScreenKey } from "#i18n/screens";
import type { TruceContent, Words } from "./truce-form.ts";

/** One clause in one language: what it is, and what it says, a line for each thing. */
export type Clause = { readonly part: string; readonly label: string; readonly lines: readonly string[] };

const order = [
  "label",
  "kind",
  "legalBasis",
  "purpose",
  "start",
  "end",
  "zones",
  "mapEdition",
  "forcesBound",
  "prohibited",
  "permitted",
  "conduct",
  "offensiveMeans",
  "returnFireLadder",
  "returnFire",
  "longRangeWeapons",
  "regrouping",
  "dutyToWarn",
  "hotline",
  "monitoring",
  "disputes",
  "violationClasses",
  "breachResponse",
  "breachEffect",
  "warningHours",
  "extension",
  "publication",
  "withoutPrejudice",
] as const satisfies readonly (keyof TruceContent["terms"])[];

const labels: { readonly [P in (typeof order)[number]]?: ScreenKey } = {
  kind: "field.terms.kind",
  conduct: "field.conduct",
  returnFireLadder: "field.returnFireLadder",
  breachResponse: "field.breachResponse",
  warningHours: "field.warningHours",
};

/** The clauses of a text in the order in which they are read; a part that it lacks is said to be missing. */
export function clausesOf(t: Say, content: TruceContent): readonly Clause[] {
  return order.flatMap((part): readonly Clause[] => {
    const lines = linesOf(t, content, part);
    const isNeeded = labels[part] === undefined;
    if (lines === undefined && !isNeeded) return [];
    const label = t(labels[part] ?? (`part.${part}` as ScreenKey)); // a needed part has its name there
    return [{ part, label: upper(label, t.language), lines: lines ?? [t("truces.part_missing")] }];
  });
}

function linesOf(t: Say, content: TruceContent, part: (typeof order)[number]): readonly string[] | undefined {
  const { terms } = content;
  switch (part) {
    case "kind":
      return terms.kind === undefined ? undefined : [codeWord(t, "word", terms.kind)];
    case "breachResponse":
      return terms.breachResponse === undefined ? undefined : [codeWord(t, "word", terms.breachResponse)];
    case "warningHours":
      return terms.warningHours === undefined ? undefined : [String(terms.warningHours)];
    case "purpose":
      return terms.purpose?.map((one) => codeWord(t, "purpose", one));
    case "returnFireLadder":
      return terms.returnFireLadder?.map((one, i) => `${i + 1}. ${codeWord(t, "word", one)}`);
    case "start":
    case "end":
      return momentLines(t, content, part);
    case "zones":
      return terms.zones?.map(({ name, depthMetres, altitudeMetres }, i) => {
        const reach = [
          depthMetres === undefined ? [] : t("truces.zone_depth", { n: depthMetres }),
          altitudeMetres === undefined ? [] : t("truces.zone_height", { n: altitudeMetres }),
        ].flat();
        return `${i + 1}. ${wordsIn(t, name)}${reach.length === 0 ? "" : `: ${reach.join(", ")}`}`;
      });
    case "conduct":
      return terms.conduct?.map(({ act, may, fromCalibreMm, words }) => {
        const from = fromCalibreMm === undefined ? "" : `, ${t("truces.calibre", { mm: fromCalibreMm })}`;
        const more = words === undefined ? "" : `. ${wordsIn(t, words)}`;
        return `${codeWord(t, "word", act)}${from}: ${codeWord(t, "word", may)}${more}`;
      });
    default: {
      const value = terms[part];
      if (value === undefined) return filledByData(t, content, part);
      return Array.isArray(value) ? value.map((one) => wordsIn(t, one)) : [wordsIn(t, value)];
    }
  }
}

// What stands as data under another heading is not said to be missing.
function filledByData(t: Say, { terms }: TruceContent, part: string): readonly string[] | undefined {
  const seen = (label: ScreenKey) => [`→ ${t(label)}`];
  if ((part === "prohibited" || part === "permitted") && terms.conduct?.some(({ may }) => may === part))
    return seen("field.conduct");
  if (part === "returnFire" && terms.returnFireLadder) return seen("field.returnFireLadder");
  return part === "breachEffect" && terms.breachResponse ? seen("field.breachResponse") : undefined;
}

/** The instant by each side's clock as its order carries it, and in UTC. */
function momentLines(t: Say, { terms, parties, first }: TruceContent, part: "start" | "end") {
  const moment = terms[part];
  if (!moment) return undefined;
  const sides = first === "a" ? (["a", "b"] as const) : (["b", "a"] as const);
  const print = { a: moment.localA, b: moment.localB };
  return [
    ...sides.map((side) => `${print[side]} · ${wordsIn(t, parties[side].name)}`),
    `${new Date(moment.at).toISOString().slice(0, 16).replace("T", " ")} · UTC`,
  ];
}

/** Free words in this language, or as they were written. */
export function wordsIn({ language }: Say, words: Words): string {
  if (typeof words === "string") return words;
  return words[language] ?? Object.values(words)[0] ?? "";
}

// A code that no catalogue knows stands as it was written.
export function codeWord(t: Say, kind: "word" | "purpose", value: string): string {
  try {
    return t(`${kind}.${value}` as ScreenKey); // looked up, and seen below where it is not there
  } catch {
    return value.replaceAll("_", " ");
  }
}

export function upper(text: string, language: string): string {
  return text.charAt(0).toLocaleUpperCase(language) + text.slice(1);
}
