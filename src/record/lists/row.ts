import { z } from "zod";

/** A text exactly as its author wrote it: no folding, no other spelling. Only what cannot be shown is refused. */
const verbatim = z
  .string()
  .min(1)
  .max(500)
  .refine((text) => text.isWellFormed() && !/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u.test(text), {
    error: "must be one line of text without control or direction characters",
  });

/** A date as written and, where it could be read, in EDTF: 1990-03-02, 1990-03, 1990, 1990~ (ISO 8601-2). */
const writtenDate = z.strictObject({
  written: verbatim,
  edtf: z
    .string()
    .regex(/^\d{4}(-\d\d(-\d\d)?)?~?$/, "must be an EDTF date")
    .optional(),
});

/** What one line of a list says of one person. Everything is optional: Geneva III art. 17 asks for five things only. */
export const listRow = z.strictObject({
  /** The author's own number of the line, which stays when a list is corrected. */
  key: verbatim.optional(),
  surname: verbatim.optional(),
  given: verbatim.optional(),
  patronymic: verbatim.optional(),
  /** The whole name, where it came in one column. */
  written: verbatim.optional(),
  born: writtenDate.optional(),
  rank: verbatim.optional(),
  unit: verbatim.optional(),
  /** Service, personal or identity-disc number. */
  number: verbatim.optional(),
  place: verbatim.optional(),
  date: writtenDate.optional(),
  remark: verbatim.optional(),
});
export type ListRow = z.infer<typeof listRow>;

export const rowFields = Object.keys(listRow.shape) as readonly (keyof ListRow)[]; // the keys of the form above

/** A field as its author wrote it; undefined where he wrote nothing. */
export function writtenIn(row: ListRow, field: keyof ListRow): string | undefined {
  const value = row[field];
  return typeof value === "object" ? value.written : value;
}

/** The person's name as the line has it, in its author's spelling. */
export function nameIn({ written, surname, given, patronymic }: ListRow): string | undefined {
  const parts = [surname, given, patronymic].filter((one) => one !== undefined);
  return parts.length > 0 ? parts.join(" ") : written;
}

/** A written date in EDTF as far as it can be read without guessing; undefined where it cannot. */
export function edtfOf(written: string): string | undefined {
  const text = written.trim().replace(/\s*(г\.?|р\.?|року|года)$/iu, "");
  const about = /^(~|бл\.?|близько|около|ок\.|circa|ca\.?|c\.|yaklaşık)\s*(\d{4})$/iu.exec(text);
  if (about) return `${about[2]}~`;
  const [, year, month, day] =
    /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text) ??
    reversed(/^(?:(?:(\d{1,2})\.)?(\d{1,2})\.)(\d{4})$/.exec(text));
  if (!year) return undefined;
  const parts = [year, month, day].filter((one) => one !== undefined).map((one) => one.padStart(2, "0"));
  const edtf = parts.join("-");
  const real = new Date(`${[...parts, "01", "01"].slice(0, 3).join("-")}T00:00:00Z`);
  return !Number.isNaN(real.getTime()) && real.toISOString().startsWith(edtf) ? edtf : undefined;
}

// Day before month before year, as it is written where these lists come from; 03/04/1990 is left as it stands.
function reversed(found: RegExpExecArray | null): readonly (string | undefined)[] {
  return found ? [found[0], found[3], found[2], found[1]] : [];
}
