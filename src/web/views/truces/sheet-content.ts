import type { TruceModel } from "./one-query.ts";

/** The file of a truce's sheet, of what this office reads; the party named first is the first on this page. */
export function sheetContent(truce: TruceModel, on: string): unknown {
  const nameOf = (side: "a" | "b") =>
    truce.parties.find(({ office }) => office === `party-${side}`)?.name ?? side;
  return {
    on,
    title: truce.title,
    status: truce.status.code,
    parties: { a: { name: nameOf("a") }, b: { name: nameOf("b") } },
    first: truce.parties[0]?.office === "party-b" ? "b" : "a",
    terms: truce.terms,
  };
}
