import type { Actor, Amount, Office, ReportEntry } from "#record";
import { amountOf } from "./drafted.ts";
import { lineOf, proseOf } from "./plain-words.ts";
import { countsPath, type Shape, shapes } from "./shapes.ts";

/** An entry in a form: each field as text, by its path; a number as `counts 0 least` and `counts 0 most`. */
export type EntryText = Readonly<Record<string, string>>;
export type Names = Readonly<Record<Office, string>>;

type Count = { readonly amount: Amount; readonly what: string };

export function textOfEntry(entry: ReportEntry, names: Names): EntryText {
  const texts = shapes[entry.class].map((shape) => [shape.path, asText(at(entry, shape.path), shape, names)]);
  const counts = countsOf(entry).flatMap(({ amount }, i) => {
    const { min, max } = endsOf(amount);
    return [
      [`counts ${i} least`, min === undefined ? "" : String(min)],
      [`counts ${i} most`, max === undefined ? "" : String(max)],
    ];
  });
  return Object.fromEntries([...texts, ...counts]);
}

/** The entry that a form has become; undefined where a field is not in its form. */
export function entryOfText(entry: ReportEntry, text: EntryText, names: Names): ReportEntry | undefined {
  const made: Record<string, unknown> = structuredClone(entry);
  for (const shape of shapes[entry.class]) {
    const value = fromText(text[shape.path] ?? "", shape, names);
    if (value === wrong) return undefined;
    put(made, shape.path, value);
  }
  const path = countsPath(entry);
  const before = countsOf(entry);
  if (path === undefined || before.length === 0) return made as ReportEntry; // checked by its schema when it is signed
  const counts = before.map((count, i) => {
    const [least, most] = ["least", "most"].map((end) => numberIn(text[`counts ${i} ${end}`] ?? ""));
    if (least === undefined || most === undefined) return undefined;
    const amount = amountOf(least, most);
    return amount && (least === null || most === null || least <= most) ? { ...count, amount } : undefined;
  });
  if (counts.includes(undefined)) return undefined;
  put(made, path, counts);
  return made as ReportEntry; // as above
}

export function countsOf(entry: ReportEntry): readonly Count[] {
  const path = countsPath(entry);
  return path === undefined ? [] : ((at(entry, path) ?? []) as readonly Count[]); // of these classes
}

// What the record's own rangeOf answers: the page has no schemas.
function endsOf(amount: Amount): { readonly min?: number | undefined; readonly max?: number | undefined } {
  if ("value" in amount) return { min: amount.value, max: amount.value };
  return "undisclosed" in amount ? {} : amount;
}

function at(value: unknown, path: string): unknown {
  return path
    .split(".")
    .reduce<unknown>(
      (inner, name) => (inner as Readonly<Record<string, unknown>> | undefined)?.[name],
      value,
    );
}

function put(value: Record<string, unknown>, path: string, part: unknown): void {
  const names = path.split(".");
  const last = names.pop() ?? "";
  const inner = names.reduce((one, name) => one[name] as Record<string, unknown>, value); // the shapes name what is there
  if (part === undefined) delete inner[last];
  else inner[last] = part;
}

function asText(value: unknown, { is }: Shape, names: Names): string {
  if (value === undefined) return "";
  if (is === "yes") return value === true ? "yes" : "no";
  if (is === "lines") return (value as readonly string[]).join("\n");
  if (is === "actor") return nameOf(value as Actor, names);
  if (is === "actors") return (value as readonly Actor[]).map((one) => nameOf(one, names)).join("\n");
  if (is === "days" && typeof value === "object" && value !== null) {
    const { from, to } = value as { readonly from: string; readonly to: string };
    return `${from}/${to}`;
  }
  return String(value);
}

function nameOf(actor: Actor, names: Names): string {
  return "office" in actor ? names[actor.office] : actor.name;
}

const wrong = Symbol("not in its form");
const required = new Set(["with", "by", "between", "accordingTo", "person.name", "person.capacity"]);
const day = /^\d{4}-\d{2}-\d{2}$/;

function fromText(text: string, { path, is }: Shape, names: Names): unknown {
  const said = text.trim();
  const lines = said
    .split("\n")
    .map((one) => lineOf(one))
    .filter((one) => one !== "");
  const actors = lines.map((line): Actor => {
    const office = (Object.keys(names) as Office[]).find((one) => names[one] === line); // of all offices
    return office ? { office } : { name: lineOf(line, 200) };
  });
  if (is === "lines" && (lines.length > 0 || required.has(path))) return lines;
  if (is === "actors") return actors;
  if (said === "") return required.has(path) ? wrong : undefined;
  switch (is) {
    case "actor":
      return actors[0];
    case "yes":
      return said === "yes";
    case "number":
      return numberIn(said) ?? wrong;
    case "day":
      return day.test(said) ? said : wrong;
    case "days": {
      const [from = "", to, ...more] = said.split("/");
      if (!day.test(from) || more.length > 0) return wrong;
      if (to === undefined) return from;
      return day.test(to) && from <= to ? { from, to } : wrong;
    }
    case "prose":
      return proseOf(said, 2_000);
    default:
      return lineOf(said);
  }
}

// An empty end is open; undefined where it is no whole number.
function numberIn(text: string): number | null | undefined {
  if (text.trim() === "") return null;
  return /^\d{1,12}$/.test(text.trim()) ? Number(text.trim()) : undefined;
}
