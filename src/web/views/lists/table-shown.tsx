import type { ListRow } from "#record";
import { useDesk } from "../../app/desk-context.tsx";
import { Choose, css, Notice, Rows, Tick } from "../../design/index.ts";
import type { TablePreview } from "../../desk/list-actions.ts";
import type { TableSettings } from "./list-table.ts";
import own from "./lists.module.css";
import { useFieldWords } from "./use-field-words.ts";

const mostNotes = 100;
/** Letters and cells that are read anew make other headings. */
const foundAnew = { columns: undefined, hasHeading: undefined };
const encodings = [
  { value: "utf-8", label: "UTF-8" },
  { value: "windows-1251", label: "CP1251" },
  { value: "windows-1254", label: "CP1254" },
  { value: "utf-16le", label: "UTF-16 LE" },
  { value: "utf-16be", label: "UTF-16 BE" },
] as const;

/** A table as it would be read, column by column, and everything that a person should look at before he signs. */
export function TableShown({
  table,
  onChange,
}: {
  readonly table: TablePreview;
  readonly onChange: (change: TableSettings) => void;
}) {
  const { t } = useDesk();
  const fieldWord = useFieldWords();
  const { columns, headers, first, fields, notes } = table;
  const isBook = table.encoding === "xlsx";
  const fieldOf = (value: string) => fields.find((field) => field === value);
  const taken = fields.filter((field) => columns.includes(field));
  const map = (i: number, value: string) =>
    onChange({
      columns: headers.map((_, at) => (at === i ? fieldOf(value) : clear(columns[at], fieldOf(value)))),
    });
  return (
    <>
      {!isBook && (
        <div className={own.choices}>
          <Choose
            label={t("lists.encoding")}
            value={table.encoding}
            choices={encodings}
            onChange={(encoding) => onChange({ encoding, ...foundAnew })}
          />
          <Choose
            label={t("lists.delimiter")}
            value={table.separator}
            choices={[",", ";", "\t", "|"].map((value) => ({
              value,
              label: value === "\t" ? t("lists.tab") : value,
            }))}
            onChange={(separator) => onChange({ separator, ...foundAnew })}
          />
        </div>
      )}
      <Tick
        isSelected={table.hasHeading}
        onChange={(hasHeading) => onChange({ hasHeading, columns: undefined })}
      >
        {t("lists.has_heading")}
      </Tick>
      <div className={own.choices}>
        {headers.map((header, i) => (
          <Choose
            // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place; two may have one header
            key={i}
            label={t("lists.column_is", { header })}
            value={columns[i] ?? "none"}
            choices={[
              { value: "none", label: t("lists.column_none") },
              ...fields.map((field) => ({ value: field as string, label: fieldWord(field) })),
            ]}
            onChange={(value) => map(i, value)}
          />
        ))}
      </div>
      <p className={css.small}>{t("lists.first_lines")}</p>
      <Rows label={t("lists.first_lines")} heads={taken.map(fieldWord)}>
        <tbody>
          {first.map((row, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place
            <tr key={i}>
              {taken.map((field) => (
                <td key={field} lang="">
                  {row[field]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </Rows>
      <Notice tone={notes.length > 0 ? "attention" : "plain"} title={t("lists.notes", { n: notes.length })}>
        <ul>
          {notes.slice(0, mostNotes).map(({ line, what, words }, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: notes have no identity but their place
            <li key={i}>
              {line !== undefined && `${t("lists.table_line", { line })}: `}
              {t(`lists.note.${what}`)}
              {words && ` – ${words}`}
            </li>
          ))}
          {notes.length > mostNotes && <li>{t("lists.more", { n: notes.length - mostNotes })}</li>}
        </ul>
      </Notice>
    </>
  );
}

// What one column becomes another no longer is.
function clear(now: keyof ListRow | undefined, taken: keyof ListRow | undefined): keyof ListRow | undefined {
  return now === taken ? undefined : now;
}
