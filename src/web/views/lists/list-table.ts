import { edtfOf, type ListRow, listRow, rowFields, writtenIn } from "#record";
import { type Reading, readTable, type Table } from "#sheets";

/** How a table is to be read as a list; what is not said is found out. */
export type TableSettings = Reading & {
  /** What each column holds; undefined for one that is not taken. */
  readonly columns?: readonly (keyof ListRow | undefined)[] | undefined;
  /** Whether the first line is a heading, and no person. */
  readonly hasHeading?: boolean | undefined;
};

/** Something that a person should look at before he signs; `line` is of the table, and absent for the whole of it. */
type TableNote = {
  readonly line: number | undefined;
  readonly what:
    | "above_heading"
    | "column_not_taken"
    | "empty_line"
    | "cells_missing"
    | "cells_beyond"
    | "unclosed_quote"
    | "unreadable_letters"
    | "date_as_written"
    | "mixed_letters"
    | "unseen_removed"
    | "no_name"
    | "too_long";
  readonly words: string;
};

export type ListTable = { readonly [S in keyof TableSettings]-?: NonNullable<TableSettings[S]> } & {
  readonly headers: readonly string[];
  readonly rows: readonly ListRow[];
  readonly notes: readonly TableNote[];
};

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

/** Reads a file as a list; nothing is dropped without a note, and no spelling is changed. Throws `lists.unreadable`. */
export async function readListTable(
  name: string,
  file: Uint8Array,
  settings: TableSettings = {},
): Promise<ListTable> {
  return listOf(await readTable(name, file, settings), settings);
}

function listOf(table: Table, settings: TableSettings): ListTable {
  const headings = table.columns.map(({ heading }) => heading);
  const found = headings.map(columnOf);
  const hasHeading = settings.hasHeading ?? found.some((one) => one !== undefined);
  const headers = hasHeading ? headings : headings.map((_, i) => String(i + 1));
  const columns = settings.columns ?? (hasHeading ? firstOnly(found) : headings.map(() => undefined));
  const notes: TableNote[] = headers.flatMap((words, i) =>
    columns[i] === undefined ? [{ line: undefined, what: "column_not_taken" as const, words }] : [],
  );
  if (table.heading > 1)
    notes.unshift({ line: undefined, what: "above_heading", words: String(table.heading - 1) });
  const odd = Map.groupBy(table.problems, ({ line }) => line);
  const rows: ListRow[] = [];
  const add = (line: number, cells: readonly string[]) => {
    const note = (what: TableNote["what"], words = "") => notes.push({ line, what, words });
    for (const { kind } of odd.get(line) ?? []) {
      const told = noteOf[kind];
      if (told) note(told);
    }
    if (cells.every((cell) => cell.trim() === "")) note("empty_line");
    else rows.push(rowOf(cells, columns, note));
  };
  if (!hasHeading) add(table.heading, headings);
  for (let i = 0; i < table.rows; i++)
    add(
      table.lines[i] ?? 0,
      table.columns.map(({ cells, values }) => values[cells[i] ?? 0] ?? ""),
    );
  const { encoding, separator } = table;
  return { encoding, separator, columns, hasHeading, headers, rows, notes };
}

const noteOf: { readonly [K in Table["problems"][number]["kind"]]?: TableNote["what"] } = {
  too_few_cells: "cells_missing",
  too_many_cells: "cells_beyond",
  unclosed_quote: "unclosed_quote",
  unreadable_bytes: "unreadable_letters",
};

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
    const written = seen.slice(0, 500).replace(/[\ud800-\udbff]$/, ""); // no half of a sign
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
