import type { CaseModel } from "./case-query.ts";

/** A person of a plan as a reader knows him: the title of his list, and his line. */
export function personLabel({ lists }: Pick<CaseModel, "lists">, code: string): string {
  const [list, line] = [code.slice(0, code.indexOf(":")), code.slice(code.indexOf(":") + 1)];
  return `${lists.find(({ value }) => value === list)?.label ?? list}, ${line}`;
}
