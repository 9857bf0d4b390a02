import { zipEntries } from "./zip.ts";

const dayMs = 86_400_000;
const serialZero = Date.UTC(1899, 11, 30); // ECMA-376 18.17.4.1, with the leap day of 1900 that never was

/** The first sheet of an XLSX workbook (ECMA-376) as CSV in UTF-8; dates come out as YYYY-MM-DD. */
export async function xlsxToCsv(bytes: Uint8Array): Promise<Uint8Array> {
  const entries = zipEntries(bytes);
  const read = async (path: string) => {
    const entry = entries.get(path);
    return entry ? new TextDecoder().decode(await entry()) : "";
  };
  const shared = [...(await read("xl/sharedStrings.xml")).matchAll(/<si>([\s\S]*?)<\/si>|<si\/>/g)].map(
    ([, item = ""]) => inner(item),
  );
  const dated = datedStyles(await read("xl/styles.xml"));
  const sheet = await read(await firstSheet(read));
  if (sheet === "") throw new Error("The workbook has no first sheet.");
  const lines: string[] = [];
  for (const [, number = "", row = ""] of sheet.matchAll(
    /<row\b(?:[^>]*?\br="(\d+)")?[^>]*?(?:\/>|>([\s\S]*?)<\/row>)/g,
  )) {
    while (number !== "" && lines.length < Number(number) - 1) lines.push("");
    lines.push(rowText(row, shared, dated));
  }
  return new TextEncoder().encode(lines.join("\n"));
}

async function firstSheet(read: (path: string) => Promise<string>): Promise<string> {
  const id = /<sheet\b[^>]*\br:id="([^"]+)"/.exec(await read("xl/workbook.xml"))?.[1];
  const links = (await read("xl/_rels/workbook.xml.rels")).matchAll(/<Relationship\b[^>]*>/g);
  for (const [link] of links)
    if (/\bId="([^"]+)"/.exec(link)?.[1] === id) {
      const path = /\bTarget="([^"]+)"/.exec(link)?.[1] ?? "";
      return path.startsWith("/") ? path.slice(1) : `xl/${path}`;
    }
  return "xl/worksheets/sheet1.xml";
}

function rowText(row: string, shared: readonly string[], dated: ReadonlySet<number>): string {
  const cells: string[] = [];
  for (const [, marks = "", content = ""] of row.matchAll(/<c\b([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g)) {
    const letters = /\br="([A-Z]+)\d+"/.exec(marks)?.[1];
    const at = letters === undefined ? cells.length : columnIndex(letters);
    while (cells.length < at) cells.push("");
    cells[at] = quoted(cellText(marks, content, shared, dated));
  }
  return cells.join(",");
}

function cellText(
  marks: string,
  content: string,
  shared: readonly string[],
  dated: ReadonlySet<number>,
): string {
  const type = /\bt="(\w+)"/.exec(marks)?.[1] ?? "n";
  if (type === "inlineStr") return inner(content);
  const value = unescaped(/<v[^>]*>([\s\S]*?)<\/v>/.exec(content)?.[1] ?? "");
  if (type === "s") return shared[Number(value)] ?? "";
  const style = Number(/\bs="(\d+)"/.exec(marks)?.[1] ?? -1);
  if (type === "n" && value !== "" && dated.has(style))
    return new Date(serialZero + Math.floor(Number(value)) * dayMs).toISOString().slice(0, 10);
  return value;
}

// number formats 14 to 22 are dates (ECMA-376 18.8.30), and own formats that name a year or a day
function datedStyles(styles: string): ReadonlySet<number> {
  const own = new Set<number>();
  for (const [format] of styles.matchAll(/<numFmt\b[^>]*>/g)) {
    const code = (/\bformatCode="([^"]*)"/.exec(format)?.[1] ?? "").replaceAll(
      /"[^"]*"|\[[^\]]*\]|&quot;.*?&quot;/g,
      "",
    );
    if (/[yd]/i.test(code)) own.add(Number(/\bnumFmtId="(\d+)"/.exec(format)?.[1]));
  }
  const cells = /<cellXfs\b[^>]*>([\s\S]*?)<\/cellXfs>/.exec(styles)?.[1] ?? "";
  const dated = new Set<number>();
  [...cells.matchAll(/<xf\b[^>]*>/g)].forEach(([xf], i) => {
    const format = Number(/\bnumFmtId="(\d+)"/.exec(xf)?.[1] ?? 0);
    if ((format >= 14 && format <= 22) || own.has(format)) dated.add(i);
  });
  return dated;
}

function columnIndex(letters: string): number {
  let index = 0;
  for (const letter of letters) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

// the text runs of a rich string, one after the other; readings of characters (rPh) are no text
function inner(item: string): string {
  const plain = item.replaceAll(/<rPh\b[\s\S]*?<\/rPh>/g, "");
  return [...plain.matchAll(/<t(?:\s[^>]*)?>([\s\S]*?)<\/t>/g)]
    .map(([, text = ""]) => unescaped(text))
    .join("");
}

function unescaped(text: string): string {
  if (!text.includes("&")) return text;
  return text.replaceAll(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
    return { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" }[String(name)] ?? whole;
  });
}

function quoted(cell: string): string {
  return /[",\n\r;\t|]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
