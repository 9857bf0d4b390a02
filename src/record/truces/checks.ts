import { type PerSide, type Side, sides } from "../access/offices.ts";
import { epochMs } from "../act/time.ts";
import { localPrint, type TrucePart } from "./complete.ts";
import { isCrossed } from "./ring.ts";
import { type ConductClass, conductClasses, type TruceTerms } from "./terms.ts";
import { freeingWords, loweringWords } from "./words-to-weigh.ts";

/**
 * Something in a text that is pointed out and never refused: the parties may have their reasons.
 * `law` is the rule that it is weighed by.
 */
export type TruceCheck = {
  readonly check:
    | "lowers_protection"
    | "frees_on_one_breach"
    | "class_unsaid"
    | "serves_better_supplied"
    | "clock_changes"
    | "hour_twice"
    | "no_altitude"
    | "ring_crossed";
  readonly part: TrucePart | "conduct";
  readonly law: "gc1_6" | "hague_40" | "practice";
  readonly detail: Readonly<Record<string, string>>;
};

/** What in a text deserves a second look, in the order of the text; the sides in the order of the process. */
export function checksOf(
  terms: TruceTerms,
  zones: PerSide<string>,
  order: readonly Side[] = sides,
): readonly TruceCheck[] {
  return [
    ...protectionChecks(terms),
    ...breachChecks(terms),
    ...clockChecks(terms, zones, order),
    ...zoneChecks(terms),
    ...conductChecks(terms),
  ];
}

// A special agreement may not lower what the Conventions give (Geneva I art. 6); evacuation is a duty at all times (15(1)).
function protectionChecks(terms: TruceTerms): readonly TruceCheck[] {
  return textsOf(terms).flatMap(([part, words]) =>
    loweringWords.some((pattern) => pattern.test(words))
      ? [{ check: "lowers_protection", part, law: "gc1_6", detail: { words } } as const]
      : [],
  );
}

// Only a serious violation by the party lets the other denounce; acts of single persons never do (Hague 40-41).
function breachChecks(terms: TruceTerms): readonly TruceCheck[] {
  const found: TruceCheck[] = [];
  if (terms.breachResponse === "whole_truce_ends")
    found.push({ check: "frees_on_one_breach", part: "breachEffect", law: "hague_40", detail: {} });
  for (const [part, words] of textsOf(terms))
    if (freeingWords.some((pattern) => pattern.test(words)))
      found.push({ check: "frees_on_one_breach", part, law: "hague_40", detail: { words } });
  return found;
}

function clockChecks(
  terms: TruceTerms,
  zones: PerSide<string>,
  order: readonly Side[],
): readonly TruceCheck[] {
  const { start, end } = terms;
  if (!start || !end) return [];
  const [from, to] = [epochMs(start.at), epochMs(end.at)];
  return order.flatMap((side): readonly TruceCheck[] => {
    const zone = zones[side];
    const found: TruceCheck[] = [];
    if (offset(from, zone) !== offset(to, zone))
      found.push({ check: "clock_changes", part: "end", law: "practice", detail: { side, zone } });
    for (const [part, at] of [
      ["start", from],
      ["end", to],
    ] as const)
      if ([at - 3_600_000, at + 3_600_000].some((other) => localPrint(other, zone) === localPrint(at, zone)))
        found.push({ check: "hour_twice", part, law: "practice", detail: { side, zone } });
    return found;
  });
}

// Minutes by which a zone's wall clock is ahead of UTC.
function offset(at: number, zone: string): number {
  return (Date.parse(`${localPrint(at, zone).replace(" ", "T")}:00Z`) - at + (at % 60_000)) / 60_000;
}

function zoneChecks({ zones = [] }: TruceTerms): readonly TruceCheck[] {
  return zones.flatMap(({ name, ring, altitudeMetres }): readonly TruceCheck[] => [
    ...(isCrossed(ring)
      ? [{ check: "ring_crossed", part: "zones", law: "practice", detail: { zone: name } } as const]
      : []),
    ...(altitudeMetres === undefined
      ? [{ check: "no_altitude", part: "zones", law: "practice", detail: { zone: name } } as const]
      : []),
  ]);
}

const regrouping: ReadonlySet<ConductClass> = new Set(["engineering_works", "mining", "rotation_resupply"]);

// Of what the text does not say each side thinks that it may do it: engineering works were disputed in 2020.
function conductChecks({ conduct }: TruceTerms): readonly TruceCheck[] {
  if (!conduct) return [];
  const said = new Map(conduct.map((one) => [one.act, one.may]));
  return conductClasses.flatMap((act): readonly TruceCheck[] => {
    const may = said.get(act);
    if (may === undefined)
      return [{ check: "class_unsaid", part: "conduct", law: "practice", detail: { act } }];
    return may === "permitted" && regrouping.has(act)
      ? [{ check: "serves_better_supplied", part: "conduct", law: "practice", detail: { act } }]
      : [];
  });
}

const worded = [
  "prohibited",
  "permitted",
  "offensiveMeans",
  "returnFire",
  "longRangeWeapons",
  "regrouping",
  "monitoring",
  "disputes",
  "breachEffect",
  "extension",
  "withoutPrejudice",
] as const satisfies readonly TrucePart[];

function textsOf(terms: TruceTerms): readonly (readonly [TrucePart, string])[] {
  return worded.flatMap((part) => {
    const value = terms[part];
    const texts = typeof value === "string" ? [value] : (value ?? []);
    return texts.map((words) => [part, words] as const);
  });
}
