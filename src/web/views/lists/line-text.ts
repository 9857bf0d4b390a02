import type { EngineTable } from "./engine/protocol.ts";

const nameHeadings: readonly string[] = ["full", "family", "given", "patronymic"];

/** One line of a list as written: the name, and the other cells with what they are. */
export function lineText(
  { columns }: EngineTable,
  line: number,
): {
  readonly name: string;
  readonly cells: readonly { readonly field: string; readonly written: string }[];
} {
  const all = columns.flatMap(({ heading, cells, values }) => {
    const written = values[cells[line - 1] ?? 0] ?? "";
    return written === "" ? [] : [{ field: heading, written }];
  });
  const isName = ({ field }: { readonly field: string }) => nameHeadings.includes(field);
  return {
    name: all
      .filter(isName)
      .map(({ written }) => written)
      .join(" "),
    cells: all.filter((one) => !isName(one)),
  };
}
