import { lowered } from "../names/letters.ts";
import { headings } from "../tables/headings.ts";

/** What a column says of a person. `text` is anything that is compared as it stands, `date` a day of any meaning. */
export const roles = [
  "id",
  "family",
  "given",
  "patronymic",
  "full",
  "birth",
  "rank",
  "unit",
  "number",
  "seen",
  "place",
  "sex",
  "text",
  "date",
  "ignore",
] as const;
export type Role = (typeof roles)[number];

/** A column with its role, and why it has it. */
export type RoleOfColumn = {
  readonly heading: string;
  readonly role: Role;
  readonly because: "heading" | "content" | "mapping";
};

/** A column as far as roles need it: its heading, its distinct values, and how many rows it is empty in. */
export type ColumnSample = {
  readonly heading: string;
  readonly values: readonly string[];
  readonly cells: Uint32Array;
};

/** Headings to roles, as a delegation writes them; headings are compared without regard to case, blanks and underlines. */
export type Mapping = Readonly<Record<string, Role>>;

const lines = headings
  .trim()
  .split("\n")
  .map((line) => {
    const [role = "", ...words] = line.trim().split(/\s+/);
    return { role: role === "status" ? "ignore" : role, words };
  });

/** A heading as it is looked up: small letters, underlines for blanks. */
export function plainHeading(heading: string): string {
  return lowered(heading.trim())
    .replaceAll(/[’ʼ`´]/g, "'")
    .replaceAll(/[\s_]+/g, "_");
}

/** The role that a heading says, where it says one. */
function roleOfHeading(heading: string): Role | undefined {
  const plain = plainHeading(heading);
  for (const exact of [true, false])
    for (const { role, words } of lines)
      for (const word of words)
        if (exact ? word === `=${plain}` || word === plain : !word.startsWith("=") && plain.startsWith(word))
          return roles.find((one) => one === role);
  return undefined;
}

/**
 * The role of each column of one list: by the mapping, else by its heading, else by its content. One column is the id: one whose heading
 * says so, else the first whose values are all there and all different.
 */
export function rolesOf(columns: readonly ColumnSample[], mapping: Mapping): readonly RoleOfColumn[] {
  const mapped = new Map(Object.entries(mapping).map(([heading, role]) => [plainHeading(heading), role]));
  const out = columns.map((column): RoleOfColumn => {
    const { heading } = column;
    const wanted = mapped.get(plainHeading(heading));
    if (wanted !== undefined) return { heading, role: wanted, because: "mapping" };
    const said = roleOfHeading(heading);
    if (said !== undefined) return { heading, role: said, because: "heading" };
    return { heading, role: roleOfContent(column), because: "content" };
  });
  const isId = ({ role }: RoleOfColumn) => role === "id";
  if (!out.some(isId)) {
    const first = columns.findIndex((column, i) => out[i]!.because === "content" && isDistinct(column));
    if (first >= 0) out[first] = { heading: columns[first]!.heading, role: "id", because: "content" };
  }
  // one column a role: the first; the others are compared as text only where a mapping says so
  const taken = new Set<Role>();
  return out.map((one) => {
    if (one.role === "text" || one.role === "date" || one.role === "ignore") return one;
    if (taken.has(one.role)) return { ...one, role: "ignore" };
    taken.add(one.role);
    return one;
  });
}

function isDistinct({ values, cells }: ColumnSample): boolean {
  return cells.length > 0 && values.length - 1 === cells.length && !cells.includes(0);
}

function roleOfContent({ values }: ColumnSample): Role {
  const some = values.slice(1, 400).filter((value) => value !== "");
  if (some.length < 2) return "ignore"; // one value for all says nothing
  const dates = some.filter((value) =>
    /^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}$|^\d{4}[./-]\d{1,2}[./-]\d{1,2}$|^(1[89]|20)\d{6}$/.test(value),
  );
  return dates.length > some.length * 0.8 ? "date" : "text";
}
