import { basename } from "node:path";
import { isMessageKey, type Translate } from "#i18n";
import type { Prepared } from "#match";
import type { RowProblem, Table } from "#sheets";
import type { Output } from "../output.ts";

const mostShown = 10;

/** For each list the rows that were not as they should be, ids that are missing or repeated among them, in the order of lines. */
export function rowProblems(
  prepared: Prepared,
  tables: readonly Table[],
): readonly (readonly RowProblem[])[] {
  return tables.map((table, i) => {
    const out = [...table.problems];
    const column = table.columns[prepared.records.idColumns[i] ?? -1];
    if (column !== undefined) {
      const seen = new Uint8Array(column.values.length);
      column.cells.forEach((value, row) => {
        const line = table.lines[row] ?? 0;
        if (value === 0) out.push({ line, kind: "no_id", cells: table.columns.length });
        else if (seen[value] === 1) out.push({ line, kind: "repeated_id", cells: table.columns.length });
        seen[value] = 1;
      });
    }
    return out.toSorted((x, y) => x.line - y.line);
  });
}

/** What was read: each list, its columns by their roles, and its row report. */
export function reportLists(
  out: Output,
  t: Translate,
  prepared: Prepared,
  tables: readonly Table[],
  problems: readonly (readonly RowProblem[])[],
): void {
  tables.forEach((table, i) => {
    out.line(t("match.list", { name: basename(table.name), rows: table.rows, encoding: table.encoding }));
    for (const { heading, role } of prepared.records.roles[i] ?? []) {
      const key = `match.role.${role}`;
      out.line(`  ${heading}: ${isMessageKey(key) ? t(key) : role}`);
    }
    const own = problems[i] ?? [];
    if (own.length > 0) out.line(`  ${t("match.problems", { rows: own.length })}`);
    for (const { line, kind, cells } of own.slice(0, mostShown))
      out.line(`    ${t(`match.problem.${kind}`, { line, cells })}`);
    if (own.length > mostShown) out.line(`    ${t("match.problems_more", { rows: own.length - mostShown })}`);
  });
}
