import { type DocumentContent, informationFields, recoveryFields } from "./forms.ts";
import { type At, fact, footnote, head, heading, heightOf, label, signature, text } from "./parts.ts";
import { qrPath } from "./qr-path.ts";
import { grouped, moment, said } from "./said.ts";

/** How remains were found and bagged, on one sheet that goes with the bag. */
export function recoveryRecord(at: At, content: DocumentContent<"recovery">): void {
  const { t, paper } = at;
  const { record, clocks = [] } = content;
  heading(at, "recovery", content, t("documents.law.recovery"));
  paper.space(8);
  for (const field of recoveryFields) {
    const value = record[field];
    const words =
      field === "recoveredAt" && value
        ? moment(t, value, clocks)
        : field === "photo" && value
          ? grouped(value)
          : said(t, value);
    fact(at, t(`documents.field.${field}`), words);
  }
  footnote(at, t("documents.recovery.note"));
  signature(at, t("documents.recovery.signature"));
}

/** The chain of custody, each link with both words and room for both signatures. */
export function custodyForm(at: At, content: DocumentContent<"custody">): void {
  const { t, paper } = at;
  const { clocks = [], links, bagCode } = content;
  heading(at, "custody", content, t("documents.law.custody"));
  fact(at, t("documents.field.bagCode"), bagCode);
  for (const [i, link] of links.entries()) {
    const rows: readonly (readonly [string, string])[] = [
      [t("documents.custody.given"), moment(t, link.givenAt, clocks)],
      [t("documents.custody.given_seals"), link.givenSeals],
      [
        t("documents.custody.taken"),
        link.takenAt === undefined ? t("word.no_answer") : moment(t, link.takenAt, clocks),
      ],
      ...(link.takenSeals === undefined
        ? []
        : [[t("documents.custody.taken_seals"), link.takenSeals] as const]),
      [t("documents.custody.place"), link.place],
      ...link.gaps.map((gap) => [t("documents.custody.gap"), gap] as const),
    ];
    paper.need(120 + heightOf(paper, rows)); // a link and its two signatures stand together
    paper.space(10);
    paper.write(`${i + 1}. ${t("claims.from_to", { from: link.from, to: link.to })}`, head);
    paper.rule();
    for (const [name, value] of rows) fact(at, name, value);
    bothSign(at, link.from, link.to);
  }
  if (links.length === 0) bothSign(at, t("documents.custody.giver"), t("documents.custody.taker"));
}

/** Geneva I art. 16(4): one copy of the inventory lies in the packet. */
export function effectsInventory(at: At, content: DocumentContent<"effects">): void {
  const { t, paper } = at;
  const { bagCode, packet, seal, disc, packedAt, items, complete, clocks = [] } = content;
  heading(at, "effects", content, t("documents.law.effects"));
  fact(at, t("documents.field.bagCode"), bagCode);
  fact(at, t("documents.field.packet"), packet);
  fact(at, t("documents.field.seal"), said(t, seal));
  fact(at, t("documents.field.disc"), said(t, disc));
  fact(at, t("documents.field.packedAt"), packedAt ? moment(t, packedAt, clocks) : said(t, packedAt));
  paper.space(8);
  const columns = (cells: readonly [string, string, string], style: typeof text | typeof label) =>
    paper.row([
      { text: cells[0], x: 0, width: 32, style },
      { text: cells[1], x: 38, width: 60, style },
      { text: cells[2], x: 104, width: paper.width - 104, style },
    ]);
  const top = () => {
    columns([t("documents.line"), t("documents.effects.count"), t("documents.effects.what")], label);
    paper.rule();
  };
  top();
  paper.onPage = top;
  for (const [i, { count, what }] of items.entries()) columns([String(i + 1), String(count), what], text);
  paper.onPage = () => {};
  footnote(at, t(complete ? "documents.effects.whole" : "documents.effects.open"));
  bothSign(at, t("documents.custody.giver"), t("documents.custody.taker"));
}

/** Geneva I art. 16(1) and (2), for the Information Bureau and the Central Tracing Agency. Names stand on paper alone. */
export function informationRecord(at: At, content: DocumentContent<"information">): void {
  const { t, paper } = at;
  heading(at, "information", content, t("documents.law.information"));
  paper.space(8);
  for (const [i, field] of informationFields.entries())
    fact(at, `(${"abcdefgh"[i]}) ${t(`documents.field.${field}`)}`, said(t, content.person[field]));
  footnote(at, t("documents.information.note"));
  signature(at, t("documents.seal"));
}

const rowHeight = 82;

/** A row to cut out for each bag: the same code for the remains, the bag and the record, in the order of the codes. */
export function bagCodes(at: At, { codes }: DocumentContent<"bags">): void {
  const { t, paper } = at;
  paper.write(t("documents.kind.bags"), head);
  paper.write(t("documents.bags.note"), label);
  paper.space(4);
  const width = paper.width / 3;
  for (const code of codes.toSorted()) {
    paper.drawing(rowHeight, (pen) => {
      pen.line([0, 0], [paper.width, 0]);
      pen.line([0, rowHeight], [paper.width, rowHeight]);
      for (const [i, where] of (["remains", "bag", "record"] as const).entries()) {
        const x = i * width;
        pen.line([x, 0], [x, rowHeight]);
        pen.text(`${code.slice(0, 4)}-${code.slice(4)}`, [x + 76, 36], { size: 13, isBold: true });
        pen.text(t(`documents.bags.${where}`), [x + 76, 52], label);
      }
      pen.line([paper.width, 0], [paper.width, rowHeight]);
    });
    for (const i of [0, 1, 2]) {
      paper.y += rowHeight;
      paper.drawing(rowHeight, (pen) => pen.fill(qrPath(code, 72, "high")), i * width + 2);
    }
  }
}

function bothSign(at: At, giver: string, taker: string): void {
  const { t, paper } = at;
  paper.need(70);
  paper.space(34);
  paper.rule();
  paper.row([
    {
      text: t("documents.custody.signed_by", { who: giver }),
      x: 0,
      width: paper.width / 2 - 8,
      style: label,
    },
    {
      text: t("documents.custody.signed_by", { who: taker }),
      x: paper.width / 2,
      width: paper.width / 2,
      style: label,
    },
  ]);
}
