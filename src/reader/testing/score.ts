import { readFileSync } from "node:fs";
import { join } from "node:path";
import { read, recordOf } from "../index.ts";

type Piece = { readonly start: number; readonly end: number };
type Item = Readonly<Record<string, unknown>> & {
  readonly background?: boolean;
  readonly span?: Piece;
  readonly spans?: readonly Piece[];
  readonly name?: string;
  readonly terms?: Readonly<Record<string, unknown>>;
};
type Sheet = Readonly<Record<string, readonly Item[]>>;
type Listed = {
  readonly doc: string;
  readonly text: string;
  readonly report_date: string;
  readonly context: {
    readonly parties: readonly {
      readonly id: string;
      readonly name: string;
      readonly aliases: readonly string[];
    }[];
  };
};

/** The fields of each class that are compared; those of terms by their own names. */
const fields: Readonly<Record<string, readonly string[]>> = {
  meetings: ["role", "date", "ordinal", "host"],
  people: ["name", "party"],
  statements: ["parties", "kind", "about"],
  proposals: ["type", "by", "min_hours", "max_hours", "start_date", "by_date"],
  agreements: ["type", "parties", "min_hours", "max_hours", "start_date", "by_date"],
  events: ["type", "date", "from"],
};

/** How much of the annotated reports of a language is read: of what was filled the share that is right, of what is right the share filled; and how many traps were stepped in. */
export function scoreOf(lang: string): {
  readonly precision: number;
  readonly recall: number;
  readonly traps: number;
  readonly trapped: number;
  readonly invalid: number;
} {
  const folder = join(import.meta.dirname, "reports", lang);
  const tally = { right: 0, filled: 0, wanted: 0, traps: 0, trapped: 0, invalid: 0 };
  for (const one of JSON.parse(readFileSync(join(folder, "index.json"), "utf8")) as Listed[]) {
    const text = readFileSync(join(folder, one.text), "utf8");
    const gold = JSON.parse(readFileSync(join(folder, `${one.doc}.gold.json`), "utf8")) as Sheet;
    const drafted = recordOf(
      read(text, { reportDate: one.report_date, process: one.context }),
      one.doc,
    ) as Sheet;
    tally.traps += gold.traps?.length ?? 0;
    for (const [kind, names] of Object.entries(fields)) {
      const found = (drafted[kind] ?? []).filter(({ background }) => !background);
      const wanted = [...(gold[kind] ?? [])];
      for (const item of found) {
        for (const piece of placesOf(item))
          if (text.slice(piece.start, piece.end) !== (piece as Piece & { text: string }).text)
            tally.invalid++;
        const at = wanted.findIndex((other) => isSame(kind, other, item));
        const match = at < 0 ? undefined : wanted.splice(at, 1)[0];
        if (
          !match &&
          (gold.ignore ?? []).some((region) => region.class === kind && liesIn(item, region.span as Piece))
        )
          continue;
        if (
          !match &&
          (gold.traps ?? []).some((region) => region.class === kind && liesIn(item, region.span as Piece))
        )
          tally.trapped++;
        for (const name of names)
          compare(valuesOf(match, name), valuesOf(item, name), altsOf(match, name), tally);
      }
      for (const missed of wanted) for (const name of names) tally.wanted += valuesOf(missed, name).length;
    }
  }
  return {
    precision: tally.right / tally.filled,
    recall: tally.right / tally.wanted,
    traps: tally.traps,
    trapped: tally.trapped,
    invalid: tally.invalid,
  };
}

function compare(
  gold: readonly unknown[],
  found: readonly unknown[],
  alts: readonly unknown[],
  tally: { right: number; filled: number; wanted: number },
): void {
  tally.filled += found.length;
  tally.wanted += gold.length;
  tally.right += found.filter(
    (value) => gold.includes(value) || (gold.length > 0 && alts.includes(value)),
  ).length;
}

function valuesOf(item: Item | undefined, name: string): readonly unknown[] {
  const value = item?.[name] ?? item?.terms?.[name];
  if (value === undefined || value === null) return [];
  if (name === "name") return [String(value).split(" ").at(-1)];
  return Array.isArray(value) ? value : [value];
}

function altsOf(item: Item | undefined, name: string): readonly unknown[] {
  const value = item?.[`${name}_alt`];
  return Array.isArray(value) ? value : [];
}

function placesOf(item: Item): readonly Piece[] {
  return item.spans ?? (item.span ? [item.span] : []);
}

function isSame(kind: string, gold: Item, found: Item): boolean {
  if (kind === "meetings") return gold.role === found.role;
  if (kind === "people") return valuesOf(gold, "name")[0] === valuesOf(found, "name")[0];
  return (
    placesOf(gold).some((a) => placesOf(found).some((b) => overlap(a, b) >= 0.5)) &&
    (gold.type === undefined || gold.type === found.type || altsOf(gold, "type").includes(found.type))
  );
}

function overlap(a: Piece, b: Piece): number {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return shared <= 0 ? 0 : shared / (Math.max(a.end, b.end) - Math.min(a.start, b.start));
}

function liesIn(item: Item, region: Piece): boolean {
  return placesOf(item).some((one) => {
    const shared = Math.min(one.end, region.end) - Math.max(one.start, region.start);
    return (
      shared > 0 && (shared / (one.end - one.start) >= 0.5 || shared / (region.end - region.start) >= 0.8)
    );
  });
}
