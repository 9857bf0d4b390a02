import { type ActId, codeInGroups, personsOf, recordKey } from "#record";
import { sayWord } from "./names.ts";
import { codeFields, isObject, type Place, sayCorner } from "./values.ts";

const mostInSight = 6;
type Fields = Readonly<Record<string, unknown>>;

/**
 * A long list of wristbands by its number, its first and its last, and what it holds how often: persons of a manifest by
 * their categories in its tranche, where that is read; steps by what was done. Undefined for everything else.
 */
export function sayLongList(at: Place, payload: Fields, value: unknown): string | undefined {
  const name = at.path.at(-1) ?? "";
  if (name === "pieces") return sayLongLine(at, value);
  if (name === "content" && typeof value === "string")
    return at.t("field.sealed", { bytes: Math.floor((value.replaceAll("=", "").length * 3) / 4) });
  if (!at.kind.startsWith("line.") || !Array.isArray(value) || value.length <= mostInSight) return undefined;
  const all: readonly unknown[] = value;
  const codes = all.map((one) => (isObject(one) ? String(one.code) : String(one)));
  const counted = at.t("field.codes_from_to", {
    n: codes.length,
    first: codeInGroups(codes[0] ?? ""),
    last: codeInGroups(codes.at(-1) ?? ""),
  });
  if (codeFields.has(name)) return counted;
  if (name !== "persons" && name !== "steps") return undefined;
  const words =
    name === "steps" ? all.map((one) => isObject(one) && one.step) : categoriesOf(at, payload, all);
  const byWord = Map.groupBy(
    words.filter((one) => typeof one === "string"),
    (one) => one,
  );
  return [counted, ...[...byWord].map(([word, some]) => `${sayWord(at.t, word)}: ${some.length}`)].join("\n");
}

// A line of contact by the number of its points, where they are many.
function sayLongLine({ t }: Place, pieces: unknown): string | undefined {
  const points = Array.isArray(pieces) ? pieces.flat() : [];
  if (points.length <= mostInSight) return undefined;
  return t("field.points_from_to", {
    n: points.length,
    first: sayCorner(t, points[0]),
    last: sayCorner(t, points.at(-1)),
  });
}

function categoriesOf({ state }: Place, { tranche: id }: Fields, persons: readonly unknown[]) {
  const tranche = state.tranches.tabled.get(id as ActId); // any text is looked up
  if (!tranche) return [];
  const placed = new Map(personsOf(state, tranche).map(({ ref, category }) => [recordKey(ref), category]));
  return persons.map((one) => isObject(one) && isObject(one.record) && placed.get(keyOf(one.record)));
}

function keyOf({ list, line }: Fields): string {
  return recordKey({ list: list as ActId, line: Number(line) }); // its form has been checked
}
