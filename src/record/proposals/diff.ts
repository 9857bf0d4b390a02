import { epochMs } from "../act/time.ts";
import { rangeOf } from "../claims/acts.ts";
import type { Term } from "./terms.ts";

/** How one term differs between two texts of a lineage, typed so that it can be said in any language. */
export type TermChange =
  | { readonly key: string; readonly change: "added"; readonly after: Term }
  | { readonly key: string; readonly change: "removed"; readonly before: Term }
  | { readonly key: string; readonly change: "same"; readonly after: Term }
  | { readonly key: string; readonly change: "retyped"; readonly before: Term; readonly after: Term }
  | {
      readonly key: string;
      readonly change: "changed";
      readonly before: Term;
      readonly after: Term;
      readonly moves: readonly Move[];
    };

/** One quantity or word of a term that moved. Numbers are hours, days (of dates), metres or counts. */
type Move =
  | {
      readonly of: "least" | "most";
      readonly unit: string;
      readonly before: number | undefined;
      readonly after: number | undefined;
    }
  | { readonly of: "date"; readonly days: number }
  | { readonly of: "words"; readonly field: string; readonly before: string; readonly after: string }
  | {
      readonly of: "entries";
      readonly field: string;
      readonly added: readonly string[];
      readonly removed: readonly string[];
    };

/** Compares two texts term by term, by key; in the order of the later text, then what was removed. */
export function diffTerms(before: readonly Term[], after: readonly Term[]): readonly TermChange[] {
  const earlier = new Map(before.map((term) => [term.key, term]));
  const changes = after.map((term): TermChange => {
    const was = earlier.get(term.key);
    earlier.delete(term.key);
    if (!was) return { key: term.key, change: "added", after: term };
    if (was.type !== term.type) return { key: term.key, change: "retyped", before: was, after: term };
    const moves = movesBetween(was, term);
    if (moves.length === 0) return { key: term.key, change: "same", after: term };
    return { key: term.key, change: "changed", before: was, after: term, moves };
  });
  for (const term of before)
    if (earlier.has(term.key)) changes.push({ key: term.key, change: "removed", before: term });
  return changes;
}

function movesBetween(before: Term, after: Term): readonly Move[] {
  const was = new Map(Object.entries(before));
  const is = new Map(Object.entries(after));
  const fields = new Set([...was.keys(), ...is.keys()]);
  return [...fields].flatMap((field) => movesOf(field, was.get(field), is.get(field)));
}

function movesOf(field: string, before: unknown, after: unknown): readonly Move[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  if (field === "minHours" || field === "maxHours") {
    const of = field === "minHours" ? "least" : "most";
    return [{ of, unit: "hours", before: asNumber(before), after: asNumber(after) }];
  }
  if (field === "depthMetres")
    return [{ of: "most", unit: "metres", before: asNumber(before), after: asNumber(after) }];
  if (field === "amount") return amountMoves(before, after);
  if ((field === "by" || field === "on") && typeof before === "string" && typeof after === "string")
    return [{ of: "date", days: Math.round((epochMs(after) - epochMs(before)) / 86_400_000) }];
  if (Array.isArray(before) || Array.isArray(after)) {
    const was = entriesOf(before);
    const is = entriesOf(after);
    return [
      {
        of: "entries",
        field,
        added: is.filter((one) => !was.includes(one)),
        removed: was.filter((one) => !is.includes(one)),
      },
    ];
  }
  return [{ of: "words", field, before: String(before ?? ""), after: String(after ?? "") }];
}

function amountMoves(before: unknown, after: unknown): readonly Move[] {
  const was = rangeOf((before ?? {}) as Parameters<typeof rangeOf>[0]); // a term's amount has been parsed
  const is = rangeOf((after ?? {}) as Parameters<typeof rangeOf>[0]); // likewise
  const moves: Move[] = [];
  if (was.min !== is.min) moves.push({ of: "least", unit: "count", before: was.min, after: is.min });
  if (was.max !== is.max) moves.push({ of: "most", unit: "count", before: was.max, after: is.max });
  return moves;
}

function asNumber(value: unknown): number | undefined {
  return typeof value === "number" ? value : undefined;
}

function entriesOf(value: unknown): readonly string[] {
  if (!Array.isArray(value)) return [];
  return value.map((one) =>
    one !== null && typeof one === "object" && "name" in one
      ? String(one.name)
      : typeof one === "string"
        ? one
        : JSON.stringify(one),
  );
}
