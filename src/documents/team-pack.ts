import type { Say, ScreenKey } from "#i18n/screens";
import type { Unfit } from "./make.ts";
import { a4, type Cell, type Faces, Paper, type Style } from "./paper.ts";
import { label, text } from "./parts.ts";
import { qrPath } from "./qr-path.ts";
import { grouped } from "./said.ts";
import { type PackContent, type PackedStop, teamPackForm } from "./team-pack-form.ts";
import { codeWord, upper, wordsIn } from "./truce-clauses.ts";
import type { Words } from "./truce-form.ts";
import { drawWay, mark, type Spot } from "./way-sketch.ts";

const title = { size: 20, isBold: true } as const;
const head = { size: 11.5, isBold: true } as const;
const firm = { size: 10, isBold: true } as const;
const small = { size: 8, isSoft: true } as const;
const labelWidth = 150;

/** One or two languages: who goes along may read only one of them. */
type Says = readonly [Say, ...Say[]];
type At = { readonly says: Says; readonly paper: Paper; readonly content: PackContent };

/**
 * What one team takes along, in one language or in two: its own stops and nothing of another's. The same content makes the
 * same bytes.
 */
export async function makeTeamPack(content: unknown, says: Says, faces: Faces): Promise<Uint8Array | Unfit> {
  const read = teamPackForm.safeParse(content);
  if (!read.success) {
    const [issue] = read.error.issues;
    return { where: `${issue?.path.join(".") ?? ""} ${issue?.message ?? ""}`.trim() };
  }
  const { cover, pack } = read.data;
  const [first] = says;
  const paper = await Paper.begin(
    faces,
    `${first("documents.kind.pack")} ${pack.team}`,
    first.language,
    cover.on,
    a4,
  );
  const at: At = { says, paper, content: read.data };
  front(at);
  for (const [i, stop] of pack.stops.entries()) drawStop(at, stop, i + 1);
  const pages = (n: number, of: number) => says.map((t) => t("documents.page", { n, of })).join(" / ");
  return paper.finish((n, of) => `${pack.team} · ${pages(n, of)}`);
}

function front(at: At): void {
  const { paper, says, content } = at;
  const { cover, pack } = content;
  const top = paper.y;
  if (cover.digest !== undefined) digest(at, cover.digest);
  paper.write(
    both(at, (t) => t("documents.kind.pack")),
    small,
  );
  paper.write(pack.team, title);
  for (const t of says) paper.write(t("documents.pack.alone"), small, 0, paper.width - 110);
  paper.y = Math.min(paper.y - 6, top - 84);
  paper.rule();
  const rows: Row[] = [
    [word(at, "documents.pack.does"), both(at, (t) => t(`word.${pack.kind}_team`))],
    ...(cover.parties && pack.side !== "neutral"
      ? [[word(at, "documents.pack.side"), written(at, cover.parties[pack.side].name)] as const]
      : []),
    ...(cover.from === undefined ? [] : [[word(at, "documents.from"), written(at, cover.from)] as const]),
    [word(at, "part.hotline"), cover.hotline === undefined ? blank : written(at, cover.hotline)],
  ];
  for (const row of rows) draw(at, cellsOf(at, row));
  const { returnFireLadder: ladder = [], dutyToWarn } = cover;
  if (dutyToWarn !== undefined) {
    draw(at, cellsOf(at, [word(at, "part.dutyToWarn"), ""]));
    beside(at, (t) => wordsIn(t, dutyToWarn), text);
  }
  if (ladder.length > 0) {
    paper.space(4);
    draw(at, cellsOf(at, [word(at, "field.returnFireLadder"), ""]));
    for (const [i, one] of ladder.entries()) beside(at, (t) => `${i + 1}. ${codeWord(t, "word", one)}`, text);
  }
  paper.space(6);
  paper.rule();
  hours(at, [
    ["documents.pack.window_from", pack.window.from],
    ["documents.pack.start_leave", pack.start.leave],
    ["documents.pack.end_arrive", pack.end.arrive],
    ["documents.pack.end_last", pack.end.last, firm],
    ["documents.pack.window_until", pack.window.until],
  ]);
  const ends: readonly Row[] = [
    [word(at, "documents.pack.start"), place(at, pack.start.at)],
    [word(at, "documents.pack.end"), place(at, pack.end.at)],
    ...(cover.digest === undefined
      ? []
      : [[word(at, "documents.pack.digest"), grouped(cover.digest)] as const]),
  ];
  for (const row of ends) draw(at, cellsOf(at, row));
  sketch(at);
}

// In the corner of the front; what follows is written beside it.
function digest(at: At, written: string): void {
  const { paper } = at;
  const top = paper.y;
  const x = paper.width - 84;
  paper.drawing(84, (pen) => pen.fill(qrPath(written, 84), "ink"), x);
  paper.y = top;
}

function sketch(at: At): void {
  const { paper, content } = at;
  const { stops, start, end } = content.pack;
  const numbers = Map.groupBy(
    stops.map((stop, i) => ({ stop, n: i + 1 })),
    ({ stop }) => stop.place,
  );
  const spots: Spot[] = [...numbers].flatMap(([code, all]) => {
    const [one] = all;
    if (!one) return [];
    return [{ kind: one.stop.kind, at: one.stop.at, label: `${all.map(({ n }) => n).join(", ")} · ${code}` }];
  });
  const exits = new Map(
    stops.flatMap(({ way }) => (way ? [[`${way.exit.x} ${way.exit.y}`, way.exit] as const] : [])),
  );
  const bases = start.at.x === end.at.x && start.at.y === end.at.y ? [start.at] : [start.at, end.at];
  paper.need(322);
  paper.space(10);
  beside(at, (t) => t("documents.pack.sketch"));
  paper.space(4);
  paper.drawing(12, (pen) => {
    let x = 4;
    for (const kind of ["start", "site", "facility", "exit"] as const) {
      pen.fill(mark(kind, [x + 4, 5]));
      const words = word(at, markNames[kind]);
      pen.text(words, [x + 14, 8], small);
      x += 30 + paper.widthOf(words, small);
    }
  });
  paper.space(4);
  drawWay(
    paper,
    [
      ...bases.map((one) => ({ kind: "start" as const, at: one, label: "" })),
      ...[...exits.values()].map((one) => ({ kind: "exit" as const, at: one, label: "" })),
      ...spots,
    ],
    [start.at, ...stops.map((stop) => stop.at), end.at],
    at.says[0].language,
  );
}

const markNames = {
  start: "documents.pack.mark.start",
  site: "window.place.site",
  facility: "window.place.facility",
  exit: "documents.pack.mark.exit",
} as const satisfies Record<Spot["kind"], ScreenKey>;

function drawStop(at: At, stop: PackedStop, n: number): void {
  const { paper, content } = at;
  const { way, access = [] } = stop;
  const isSite = stop.kind === "site";
  const { window } = content.pack;
  const isWhole = access.every(([from, until]) => from <= window.from && until >= window.until);
  const times: readonly Time[] = [
    ["documents.pack.arrive", stop.arrive],
    ["documents.pack.begin", stop.start],
    ["documents.pack.leave", stop.leave],
    ...(way
      ? ([
          ["documents.pack.last", way.last, firm],
          ["documents.pack.out", way.out, firm],
        ] as const)
      : []),
  ];
  const carries = content.pack.kind === "medical" || content.pack.kind === "recovery";
  const hasLoad = stop.load.persons.length > 0 || stop.load.remains > 0;
  const rows: Row[] = [
    [word(at, "documents.pack.place"), place(at, stop.at)],
    ...(way
      ? [
          [
            word(at, "documents.pack.exit"),
            `${place(at, way.exit)} · ${both(at, (t) => t("documents.pack.minutes", { n: way.minutes }))}`,
          ] as const,
        ]
      : []),
    ...(isWhole ? [] : access).map(
      ([from, until]) => [word(at, "documents.pack.access"), `${utc(from)} – ${utc(until)} UTC`] as const,
    ),
    ...(hasLoad
      ? [
          [
            word(at, isSite ? "documents.pack.takes" : "documents.pack.gives"),
            carried(at, stop.load),
          ] as const,
        ]
      : []),
    ...(carries ? [[word(at, "documents.pack.aboard"), carried(at, stop.aboard)] as const] : []),
    ...(isSite
      ? []
      : [[word(at, "documents.pack.contact"), content.cover.contacts?.[stop.place] ?? blank] as const]),
  ];
  const marked: readonly ScreenKey[] = [
    ...(stop.clearance ? (["documents.pack.clearance"] as const) : []),
    ...(stop.joint ? (["documents.pack.joint"] as const) : []),
  ];
  const table = [
    ...clockHead(at),
    ...times.map((time) => timeCells(at, time)),
    ...rows.map((row) => cellsOf(at, row)),
    ...marked.map((key): readonly Cell[] => [
      { text: both(at, (t) => t(key)), x: 0, width: paper.width, style: firm },
    ]),
  ];
  // a stop is never torn
  paper.need(40 + table.reduce((sum, cells) => sum + paper.rowHeight(cells) + 2, 0));
  paper.space(12);
  paper.write(`${n}. ${stop.place} · ${both(at, (t) => t(`window.place.${stop.kind}`))}`, head);
  paper.rule();
  for (const cells of table) draw(at, cells);
}

type Row = readonly [name: string, value: string];
type Time = readonly [key: ScreenKey, instant: string, style?: Style];
/** Room to write by hand what nobody has entered. */
const blank = "____________________";

function hours(at: At, times: readonly Time[]): void {
  for (const cells of [...clockHead(at), ...times.map((time) => timeCells(at, time))]) draw(at, cells);
}

function clockHead(at: At): readonly (readonly Cell[])[] {
  const names = ["UTC", ...(at.content.cover.clocks ?? []).map(({ name }) => name)];
  return [names.map((name, i) => ({ text: name, ...column(at, i), style: label }))];
}

function timeCells(at: At, [key, instant, style = text]: Time): readonly Cell[] {
  const zones = ["UTC", ...(at.content.cover.clocks ?? []).map(({ zone }) => zone)];
  return [
    { text: word(at, key), x: 0, width: labelWidth - 8, style: label },
    ...zones.map((zone, i) => ({ text: wall(instant, zone), ...column(at, i), style })),
  ];
}

function column({ paper, content }: At, i: number) {
  const width = (paper.width - labelWidth) / (1 + (content.cover.clocks?.length ?? 0));
  return { x: labelWidth + i * width, width: width - 8 };
}

function cellsOf({ paper }: At, [name, value]: Row): readonly Cell[] {
  return [
    { text: name, x: 0, width: labelWidth - 8, style: label },
    { text: value, x: labelWidth, width: paper.width - labelWidth, style: text },
  ];
}

function draw({ paper }: At, cells: readonly Cell[]): void {
  paper.row(cells);
  paper.space(2);
}

function carried(at: At, { persons, remains }: PackedStop["load"]): string {
  const lines = persons.map(
    ({ group, class: kind, place: seat, count }) =>
      `${count} × ${group} (${kind}, ${both(at, (t) => t(seat === "seat" ? "word.seated" : "word.stretcher"))})`,
  );
  if (remains > 0) lines.push(both(at, (t) => t("window.left.bodies", { n: remains })));
  return lines.length === 0 ? both(at, (t) => t("documents.pack.nobody")) : lines.join("\n");
}

// On the earth, or on the plan's own plane where nobody has said where it lies.
function place(at: At, { x, y }: { readonly x: number; readonly y: number }): string {
  const { origin } = at.content.cover;
  if (!origin) return both(at, (t) => t("documents.pack.plane", { x, y }));
  const [lon, lat] = origin;
  const metresOfDegree = 111_320;
  const print = (t: Say, value: number) =>
    new Intl.NumberFormat(t.language, { maximumFractionDigits: 5, minimumFractionDigits: 5 }).format(value);
  const [t] = at.says;
  return t("field.corner", {
    lat: print(t, lat + y / metresOfDegree),
    lon: print(t, lon + x / (metresOfDegree * Math.cos((lat * Math.PI) / 180))),
  });
}

/** Day and hour on one wall clock, in figures: the same in every language. */
function wall(instant: string, timeZone: string): string {
  const parts = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "short" });
  return parts.format(Date.parse(instant)).replace(" ", "\u00a0");
}

function utc(instant: string): string {
  return wall(instant, "UTC");
}

function word(at: At, key: ScreenKey): string {
  return both(at, (t) => upper(t(key), t.language));
}

function written(at: At, words: Words): string {
  return both(at, (t) => wordsIn(t, words));
}

// In each language, once where they say the same.
function both({ says }: At, said: (t: Say) => string): string {
  return [...new Set(says.map(said))].join(" / ");
}

function beside(at: At, said: (t: Say) => string, style: Style = small): void {
  const { paper, says } = at;
  const width = paper.width / says.length - (says.length - 1) * 10;
  paper.row(says.map((t, i) => ({ text: said(t), x: i * (paper.width / 2 + 10), width, style })));
}
