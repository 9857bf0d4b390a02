import { epochMs } from "../act/time.ts";
import type { TruceTerms } from "./terms.ts";

type Part = keyof TruceTerms;

/** One difference between two texts of a truce, by the type of the part in which it stands. */
export type TruceChange =
  | { readonly part: Part; readonly change: "added" | "removed" | "reworded" }
  /** The minutes by which an hour moved: more than 0 is later. */
  | { readonly part: "start" | "end"; readonly change: "moved"; readonly minutes: number }
  | {
      readonly part: Part;
      readonly change: "items";
      readonly added: readonly string[];
      readonly removed: readonly string[];
    }
  | {
      readonly part: "zones" | "conduct";
      readonly change: "entries";
      /** Names of zones, or classes of act. */
      readonly added: readonly string[];
      readonly removed: readonly string[];
      readonly altered: readonly string[];
    };

/** What a later text changes in an earlier one, part by part in the later text's order, then what it drops. */
export function diffTruce(earlier: TruceTerms, later: TruceTerms): readonly TruceChange[] {
  const parts = [...new Set([...Object.keys(later), ...Object.keys(earlier)])] as Part[]; // keys of terms
  return parts.flatMap((part): readonly TruceChange[] => {
    const [before, after]: readonly unknown[] = [earlier[part], later[part]];
    if (before === undefined && after === undefined) return [];
    if (before === undefined) return [{ part, change: "added" }];
    if (after === undefined) return [{ part, change: "removed" }];
    if (JSON.stringify(before) === JSON.stringify(after)) return [];
    if (part === "start" || part === "end") return [movedIn(earlier, later, part)];
    if (part === "zones") return [entriesIn(part, earlier.zones ?? [], later.zones ?? [], (one) => one.name)];
    if (part === "conduct")
      return [
        entriesIn(part, earlier.conduct ?? [], later.conduct ?? [], ({ act, fromCalibreMm }) =>
          fromCalibreMm === undefined ? act : `${act} ${fromCalibreMm}`,
        ),
      ];
    if (isTexts(before) && isTexts(after))
      return [
        {
          part,
          change: "items",
          added: after.filter((one) => !before.includes(one)),
          removed: before.filter((one) => !after.includes(one)),
        },
      ];
    return [{ part, change: "reworded" }];
  });
}

function movedIn(earlier: TruceTerms, later: TruceTerms, part: "start" | "end"): TruceChange {
  const [before, after] = [earlier[part], later[part]];
  const minutes = before && after ? (epochMs(after.at) - epochMs(before.at)) / 60_000 : 0;
  return minutes === 0 ? { part, change: "reworded" } : { part, change: "moved", minutes };
}

function entriesIn<T>(
  part: "zones" | "conduct",
  before: readonly T[],
  after: readonly T[],
  nameOf: (one: T) => string,
): TruceChange {
  const [old, now] = [before, after].map(
    (all) => new Map(all.map((one) => [nameOf(one), JSON.stringify(one)])),
  );
  const names = (all: Map<string, string> | undefined) => [...(all?.keys() ?? [])];
  return {
    part,
    change: "entries",
    added: names(now).filter((name) => !old?.has(name)),
    removed: names(old).filter((name) => !now?.has(name)),
    altered: names(now).filter((name) => old?.has(name) && old.get(name) !== now?.get(name)),
  };
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === "string");
}
