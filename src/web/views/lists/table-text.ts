import { edtfOf, type ListRow, listRow, rowFields, writtenIn } from "#record";

/** How a table of text is to be read; what is not said is found out. */
export type TableSettings = {
  readonly encoding?: "utf-8" | "windows-1251";
  readonly delimiter?: string;
  /** What each column holds; undefined for one that is not taken. */
  readonly columns?: readonly (keyof ListRow | undefined)[];
};

/** Something that a person should look at before he signs; `line` is of the table, and absent for the whole of it. */
type TableNote = {
  readonly line: number | undefined;
  readonly what:
    | "column_not_taken"
    | "empty_line"
    | "cells_beyond"
    | "date_as_written"
    | "mixed_letters"
    | "unseen_removed"
    | "no_name"
    | "too_long";
  readonly words: string;
};

export type ReadTable = Required<TableSettings> & {
  readonly headers: readonly string[];
  readonly rows: readonly ListRow[];
  readonly notes: readonly TableNote[];
};

const delimiters = [";", ",", "\t", "|"] as const;
const dateFields: ReadonlySet<string> = new Set(["born", "date"]);

/** Names of columns as they come, folded to letters and digits, in four languages. */
const columnNames: { readonly [F in keyof ListRow]-?: RegExp } = {
  key: /^(no|n|nr|id|num|number|запис|запись|пп|зп|№|sıra|sırano)$/u,
  surname: /^(surname|lastname|familyname|прізвище|фамилия|soyad|soyadı|soyisim)$/u,
  given: /^(given|givenname|givennames|firstname|name1|імя|имя|ad|adı|isim)$/u,
  patronymic: /^(patronymic|fathersname|middlename|побатькові|отчество|babaadı)$/u,
  written: /^(name|fullname|person|піб|фио|прізвищеімяпобатькові|фамилияимяотчество|adsoyad|adısoyadı)$/u,
  born: /^(born|birth|dob|dateofbirth|birthdate|датанародження|народився|датарождения|др|дн|doğumtarihi|doğum)$/u,
  rank: /^(rank|звання|звание|rütbe)$/u,
  unit: /^(unit|підрозділ|частина|часть|вч|подразделение|birlik)$/u,
  number:
    /^(servicenumber|serviceno|personalnumber|discnumber|особистийномер|личныйномер|жетон|sicil|sicilno|sicilnumarası)$/u,
  place: /^(place|місце|место|yer)$/u,
  date: /^(date|дата|tarih)$/u,
  remark: /^(remark|remarks|note|notes|примітка|примітки|примечание|примечания|not|açıklama)$/u,
};

/** Reads a table of text as a list. Pure; nothing is dropped without a note, and no spelling is changed. */
export function readTable(bytes: Uint8Array, settings: TableSettings = {}): ReadTable {
  const { encoding, text } = decoded(bytes, settings.encoding);
  const delimiter = settings.delimiter ?? delimiterOf(text);
  const records = recordsOf(text, delimiter);
  const found = (records[0] ?? []).map(columnOf);
  const hasHeaders = settings.columns !== undefined || found.some((one) => one !== undefined);
  const headers = hasHeaders ? (records[0] ?? []) : (records[0] ?? []).map((_, i) => String(i + 1));
  const columns = settings.columns ?? firstOnly(found);
  const notes: TableNote[] = headers.flatMap((words, i) =>
    columns[i] === undefined ? [{ line: undefined, what: "column_not_taken" as const, words }] : [],
  );
  const rows: ListRow[] = [];
  for (const [i, cells] of records.entries()) {
    if (hasHeaders && i === 0) continue;
    const note = (what: TableNote["what"], words: string) => notes.push({ line: i + 1, what, words });
    if (cells.every((cell) => cell.trim() === "")) {
      if (i < records.length - 1) note("empty_line", "");
      continue;
    }
    const beyond = cells.slice(headers.length).filter((cell) => cell.trim() !== "");
    if (beyond.length > 0) note("cells_beyond", beyond.join(" | "));
    rows.push(rowOf(cells, columns, note));
  }
  return { encoding, delimiter, columns, headers, rows, notes };
}

function rowOf(
  cells: readonly string[],
  columns: readonly (keyof ListRow | undefined)[],
  note: (what: TableNote["what"], words: string) => void,
): ListRow {
  const row: Record<string, unknown> = {};
  for (const [i, field] of columns.entries()) {
    const cell = (cells[i] ?? "").trim();
    if (field === undefined || cell === "") continue;
    const seen = cell
      .replace(/\s*[\r\n]+\s*/g, " ")
      .replace(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/gu, "");
    if (seen !== cell) note("unseen_removed", seen);
    if (seen.length > 500) note("too_long", seen.slice(0, 40));
    const written = seen.slice(0, 500);
    if (written === "") continue;
    if (mixesScripts(written)) note("mixed_letters", written);
    if (!dateFields.has(field)) row[field] = written;
    else {
      const edtf = edtfOf(written);
      if (edtf === undefined) note("date_as_written", written);
      row[field] = edtf === undefined ? { written } : { written, edtf };
    }
  }
  const read = listRow.parse(row);
  if (!read.surname && !read.written)
    note(
      "no_name",
      rowFields
        .map((one) => writtenIn(read, one) ?? "")
        .join(" ")
        .trim(),
    );
  return read;
}

// Look-alike letters of another alphabet within one word, as scans and keyboards leave them.
function mixesScripts(text: string): boolean {
  return /\p{Script=Latin}\p{Script=Cyrillic}|\p{Script=Cyrillic}\p{Script=Latin}/u.test(text);
}

function decoded(
  bytes: Uint8Array,
  asked: ReadTable["encoding"] | undefined,
): { readonly encoding: ReadTable["encoding"]; readonly text: string } {
  if (asked) return { encoding: asked, text: new TextDecoder(asked).decode(bytes) };
  try {
    return { encoding: "utf-8", text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    return { encoding: "windows-1251", text: new TextDecoder("windows-1251").decode(bytes) }; // the other one that is met
  }
}

// The one that divides the first line into the most columns.
function delimiterOf(text: string): string {
  const width = (delimiter: string) => recordsOf(text.slice(0, 20_000), delimiter)[0]?.length ?? 0;
  return [...delimiters].sort((one, other) => width(other) - width(one))[0] ?? ",";
}

/** RFC 4180: quoted cells may hold delimiters, doubled quotation marks and line breaks. */
function recordsOf(text: string, delimiter: string): readonly (readonly string[])[] {
  const records: string[][] = [[]];
  let cell = "";
  let isQuoted = false;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (isQuoted) {
      if (c === '"' && text[i + 1] === '"') cell += text[++i];
      else if (c === '"') isQuoted = false;
      else cell += c;
    } else if (c === '"' && cell.trim() === "") {
      isQuoted = true;
      cell = "";
    } else if (c === delimiter || c === "\n" || c === "\r") {
      records.at(-1)?.push(cell);
      cell = "";
      if (c === "\r" && text[i + 1] === "\n") i++;
      if (c !== delimiter) records.push([]);
    } else cell += c;
  }
  records.at(-1)?.push(cell);
  if (cell === "" && records.at(-1)?.length === 1) records.pop();
  return records;
}

function columnOf(header: string): keyof ListRow | undefined {
  const folded = header.toLocaleLowerCase("tr").replace(/i̇|ı/g, (one) => (one === "ı" ? "ı" : "i"));
  const plain = header.toLowerCase().replace(/[^\p{L}\p{N}№]+/gu, "");
  const turkish = folded.replace(/[^\p{L}\p{N}№]+/gu, "");
  return rowFields.find((field) => columnNames[field].test(plain) || columnNames[field].test(turkish));
}

// Two columns of one name: the first is taken, the other is noted.
function firstOnly(found: readonly (keyof ListRow | undefined)[]): readonly (keyof ListRow | undefined)[] {
  return found.map((field, i) => (found.indexOf(field) === i ? field : undefined));
}
