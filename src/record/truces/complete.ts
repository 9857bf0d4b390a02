import { type PerSide, type Side, sides } from "../access/offices.ts";
import { epochMs } from "../act/time.ts";
import type { TruceMoment, TruceTerms } from "./terms.ts";

/**
 * The parts that a truce text must have before it can be executed. `list` says where the need comes from:
 * "un" the United Nations list of 2022, "practice" what truces have failed for want of.
 */
export const truceParts = [
  { part: "label", list: "un" },
  { part: "legalBasis", list: "practice" },
  { part: "purpose", list: "un" },
  { part: "start", list: "un" },
  { part: "end", list: "un" },
  { part: "zones", list: "un" },
  { part: "mapEdition", list: "practice" },
  { part: "forcesBound", list: "practice" },
  { part: "prohibited", list: "un" },
  { part: "permitted", list: "un" },
  { part: "offensiveMeans", list: "practice" },
  { part: "returnFire", list: "practice" },
  { part: "longRangeWeapons", list: "practice" },
  { part: "regrouping", list: "practice" },
  { part: "dutyToWarn", list: "practice" },
  { part: "hotline", list: "practice" },
  { part: "monitoring", list: "un" },
  { part: "disputes", list: "un" },
  { part: "violationClasses", list: "practice" },
  { part: "breachEffect", list: "practice" },
  { part: "extension", list: "practice" },
  { part: "publication", list: "practice" },
  { part: "withoutPrejudice", list: "practice" },
] as const satisfies readonly { part: keyof TruceTerms; list: "un" | "practice" }[];

export type TrucePart = (typeof truceParts)[number]["part"];

/** The parts that a text lacks, in the order of the list above. Empty means that it can be executed. */
export function missingParts(terms: TruceTerms): readonly TrucePart[] {
  return truceParts.filter(({ part }) => !isThere(terms, part)).map(({ part }) => part);
}

// Some parts stand in words or as data: either will do.
function isThere(terms: TruceTerms, part: TrucePart): boolean {
  if (terms[part] !== undefined) return true;
  const { conduct = [], returnFireLadder, breachResponse } = terms;
  if (part === "prohibited") return conduct.some(({ may }) => may === "prohibited");
  if (part === "permitted") return conduct.some(({ may }) => may === "permitted");
  if (part === "returnFire") return returnFireLadder !== undefined;
  return part === "breachEffect" && breachResponse !== undefined;
}

/** A part that is wrong: a local print that should read otherwise in its zone, or, without one, the end before the start. */
export type WrongPart = {
  readonly part: TrucePart;
  readonly print?: { readonly print: string; readonly right: string; readonly zone: string };
};

/**
 * What is wrong in the parts that are there: the end before the start, or a local print of another instant;
 * the sides' prints in the order in which the process names them.
 */
export function wrongParts(
  terms: TruceTerms,
  zones: PerSide<string>,
  order: readonly Side[] = sides,
): readonly WrongPart[] {
  const wrong: WrongPart[] = [];
  const { start, end } = terms;
  if (start && end && epochMs(start.at) >= epochMs(end.at)) wrong.push({ part: "end" });
  for (const part of ["start", "end"] as const) {
    const moment = terms[part];
    if (moment) for (const print of wrongPrints(moment, zones, order)) wrong.push({ part, print });
  }
  return wrong;
}

/** Local prints that are not the wall clock of their instant. */
export function wrongPrints(
  moment: TruceMoment,
  zones: PerSide<string>,
  order: readonly Side[] = sides,
): readonly NonNullable<WrongPart["print"]>[] {
  return order.flatMap((side) => {
    const print = side === "a" ? moment.localA : moment.localB;
    const zone = zones[side];
    const right = localPrint(epochMs(moment.at), zone);
    return print === right ? [] : [{ print, right, zone }];
  });
}

/** The wall clock of a zone, as orders print it: 2025-07-24 06:00. */
export function localPrint(at: number, zone: string): string {
  let clock = clocks.get(zone);
  if (clock === undefined) {
    clock = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short", timeStyle: "short" });
    clocks.set(zone, clock);
  }
  return clock.format(at).replace(",", "");
}

/** One of each zone: it takes fifty times as long to make one as to read it. */
const clocks = new Map<string, Intl.DateTimeFormat>();
