import { layOut, printLength } from "#base";
import type { Say } from "#i18n/screens";
import type { Unfit } from "./make.ts";
import { a4, type Faces, Paper } from "./paper.ts";
import { day } from "./said.ts";
import { type Clause, clausesOf, upper, wordsIn } from "./truce-clauses.ts";
import { type TruceContent, truceForm } from "./truce-form.ts";
import { north } from "./way-sketch.ts";

const title = { size: 13, isBold: true } as const;
const label = { size: 8.5, isBold: true } as const;
const text = { size: 9.5 } as const;
const small = { size: 8, isSoft: true } as const;
const dashes = [[], [6, 3], [2, 3], [8, 3, 2, 3]] as const;

/**
 * The sheet of a truce in two languages side by side, clause by clause, with its zones as an annex; the same content
 * makes the same bytes. Which language stands on the left is for whoever asks: each side has its own copy (alternat).
 */
export async function makeTruceSheet(
  content: unknown,
  [left, right]: readonly [Say, Say],
  faces: Faces,
): Promise<Uint8Array | Unfit> {
  const read = truceForm.safeParse(content);
  if (!read.success) {
    const [issue] = read.error.issues;
    return { where: `${issue?.path.join(".") ?? ""} ${issue?.message ?? ""}`.trim() };
  }
  const truce = read.data;
  const both = [left, right] as const;
  const name = wordsIn(left, truce.title);
  const paper = await Paper.begin(faces, name, left.language, truce.on, a4);
  const beside = (
    said: (t: Say) => string,
    style: typeof text | typeof label | typeof title | typeof small,
  ) => besideEachOther(paper, [said(left), said(right)], style);
  beside((t) => t("documents.kind.truce"), small);
  beside((t) => wordsIn(t, truce.title), title);
  beside((t) => partiesOf(t, truce), text);
  beside((t) => `${t("documents.made_on")}: ${day(t, truce.on)}`, small);
  paper.space(4);
  paper.rule();
  const [ours, theirs] = both.map((t) => clausesOf(t, truce));
  for (const [i, clause] of (ours ?? []).entries()) {
    const other = theirs?.[i];
    if (!other) throw new Error("Both languages have the same clauses.");
    paper.need(60);
    paper.space(6);
    clauseBeside(paper, i + 1, [clause, other]);
  }
  paper.space(10);
  paper.rule();
  beside((t) => t("documents.truce.as_written"), small);
  signatures(paper, both, truce);
  annex(paper, both, truce);
  const short = name.length > 60 ? `${name.slice(0, 59)}…` : name;
  return paper.finish((n, of) =>
    [short, day(left, truce.on), ...both.map((t) => t("documents.page", { n, of }))].join(" · "),
  );
}

// Each column goes on at its own pace, and a clause is not torn; a long one goes line by line, and may be.
function clauseBeside(paper: Paper, n: number, [one, other]: readonly [Clause, Clause]): void {
  const width = paper.width / 2 - 10;
  const columns = [one, other].map(({ label: name, lines }, column) =>
    [`${n}. ${name}`, ...lines].map((words, i) => ({
      text: words,
      x: column * (paper.width / 2 + 10),
      width,
      style: i === 0 ? label : text,
    })),
  );
  const heights = columns.map((cells) => cells.reduce((sum, cell) => sum + paper.rowHeight([cell]), 0));
  const height = Math.max(...heights);
  if (height > 300) {
    const [ours = [], theirs = []] = columns;
    for (const [i, cell] of ours.entries()) paper.row([cell, theirs[i] ?? []].flat());
    return;
  }
  paper.need(height);
  const top = paper.y;
  for (const cells of columns) {
    paper.y = top;
    for (const cell of cells) paper.row([cell]);
  }
  paper.y = top - height;
}

function partiesOf(t: Say, { parties, first }: TruceContent): string {
  const [one, other] = first === "a" ? [parties.a, parties.b] : [parties.b, parties.a];
  return `${wordsIn(t, one.name)} – ${wordsIn(t, other.name)}`;
}

function besideEachOther(
  paper: Paper,
  [one, other]: readonly [string, string],
  style: { readonly size: number; readonly isBold?: boolean; readonly isSoft?: boolean },
): void {
  const width = paper.width / 2 - 10;
  paper.row([
    { text: one, x: 0, width, style },
    { text: other, x: paper.width / 2 + 10, width, style },
  ]);
}

// A line for each party, in the order in which the sheet names them.
function signatures(paper: Paper, both: readonly [Say, Say], { parties, first }: TruceContent): void {
  const sides = first === "a" ? [parties.a, parties.b] : [parties.b, parties.a];
  for (const side of sides) {
    paper.need(50);
    paper.space(30);
    paper.rule();
    const [one, other] = both.map((t) => `${wordsIn(t, side.name)}: ${t("documents.signature")}`);
    besideEachOther(paper, [one ?? "", other ?? ""], small);
  }
}

// The zones on white ground: no borders, no line of contact, nothing that this text does not say.
function annex(paper: Paper, both: readonly [Say, Say], { terms }: TruceContent): void {
  const { zones = [], mapEdition } = terms;
  const drawn = layOut(
    zones.map(({ ring }) => ring),
    paper.width,
    380,
  );
  if (!drawn) return;
  paper.turn();
  besideEachOther(paper, [annexTitle(both[0]), annexTitle(both[1])], title);
  if (mapEdition !== undefined)
    besideEachOther(paper, [edition(both[0], mapEdition), edition(both[1], mapEdition)], text);
  besideEachOther(
    paper,
    [both[0]("documents.truce.no_borders"), both[1]("documents.truce.no_borders")],
    small,
  );
  paper.space(8);
  paper.drawing(drawn.height + 10, (pen) => {
    for (const [i, ring] of drawn.rings.entries()) {
      pen.ring(ring, dashes[i % dashes.length] ?? []);
      pen.text(String(i + 1), drawn.middles[i] ?? [0, 0], label);
    }
    const { width, height, scale } = drawn;
    north(pen, Math.min(width, paper.width) - 10);
    pen.line([4, height], [4 + scale.width, height]);
    pen.line([4, height - 4], [4, height]);
    pen.line([4 + scale.width, height - 4], [4 + scale.width, height]);
    pen.text(printLength(scale.metres, both[0].language), [10 + scale.width, height], small);
  });
  paper.space(12);
  for (const [i, { name, ring }] of zones.entries()) {
    paper.need(40);
    besideEachOther(
      paper,
      [`${i + 1}. ${wordsIn(both[0], name)}`, `${i + 1}. ${wordsIn(both[1], name)}`],
      label,
    );
    for (const [lon, lat] of ring) {
      const [one, other] = both.map((t) => t("field.corner", { lat: degrees(t, lat), lon: degrees(t, lon) }));
      besideEachOther(paper, [one ?? "", other ?? ""], small);
    }
    paper.space(4);
  }
}

function annexTitle(t: Say): string {
  return t("documents.truce.annex");
}

function edition(t: Say, mapEdition: TruceContent["title"]): string {
  return `${upper(t("part.mapEdition"), t.language)}: ${wordsIn(t, mapEdition)}`;
}

function degrees({ language }: Say, value: number): string {
  return new Intl.NumberFormat(language, { maximumFractionDigits: 6 }).format(value);
}
