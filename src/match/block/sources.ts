import type { Field } from "../values/field.ts";

/** A way of making keys: records that share all of its parts may be one person. `more` is added, one by one, to keys that too many share. */
export type Source = { readonly parts: readonly string[]; readonly more: readonly string[] };

const more = [
  "year",
  "unit",
  "place",
  "patronymic",
  "given",
  "birthday",
  "family_begin",
  "family_end",
  "seen",
];

// in order of what they find; for lists of persons as ministries keep them
const personal: readonly (readonly string[])[] = [
  ["number"],
  ["born", "given"],
  ["born", "family_skeleton"],
  ["family", "given"],
  ["family_skeleton", "given", "year"],
  ["family", "year"],
  ["family", "patronymic"],
  ["family", "given_initial"],
  ["given", "patronymic", "year"],
  ["family_skeleton", "birthday"],
  ["family_skeleton", "given", "patronymic"],
  ["given", "patronymic", "family_begin"],
  ["given", "patronymic", "family_end"],
  ["given", "patronymic", "birthday"],
  ["born", "patronymic"],
  ["given", "year", "unit"],
  ["family_skeleton", "unit"],
  ["family_skeleton", "place"],
  ["family_begin", "year", "unit"],
  ["family_begin", "born"],
  ["family_end", "born"],
  ["family_begin", "given", "year"],
  ["family_end", "given", "year"],
  ["family_heard", "given"],
  ["unit", "born"],
  ["place", "born"],
  ["seen", "place", "given"],
];

/** The sources for these fields: those whose parts are there, and every pair of texts with each other and with names and births. */
export function sourcesFor(fields: readonly Field[], parts: ReadonlySet<string>): readonly Source[] {
  const out = personal.filter((source) => source.every((one) => parts.has(one)));
  const texts = fields
    .filter(({ data, counts }) => data.kind === "text" && counts.length > 100)
    .map(({ name }) => name);
  const anchors = ["family_skeleton", "given", "year", "birthday", ...texts];
  const pairs = texts.flatMap((text, i) =>
    anchors
      .slice(0, 4 + i)
      .filter((one) => parts.has(one))
      .map((one) => [one, text]),
  );
  const refine = [...more, ...texts].filter((one) => parts.has(one));
  return [...out, ...pairs].map((source) => ({
    parts: source,
    more: refine.filter((one) => !source.includes(one)),
  }));
}
