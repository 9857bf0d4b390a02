/** Writes docs/problems.md from the catalogue: `npx node scripts/problems.ts`. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { problemCatalogue } from "#base";

const root = join(import.meta.dirname, "..");
const page = join(root, "docs", "problems.md");

const opening = `# Problems

Every refusal that a person can act on, by its code. Codes are stable and never used twice. With \`--json\` a command writes
\`{ code, status, title, detail, details }\` to standard error (RFC 9457). It ends with 2 where the command was not understood, and
with 1 for any other problem. \`act.refused_by_rule\` names the rule: its id stands in a SPEC.md.

This page is written by \`npx node scripts/problems.ts\` from \`src/base/problems\`. Words in ‹› are the details of the case.
`;

/** The whole page. */
export function problemsPage(): string {
  const byArea = Map.groupBy(Object.entries(problemCatalogue), ([code]) => code.split(".")[0] ?? "");
  const parts = [...byArea].map(([area, entries]) => {
    const rows = entries.map(([code, { status, title, detail }]) => {
      const sentence = String((detail as (details: unknown) => unknown)(placeholders)); // each entry has its own details
      return `| \`${code}\` | ${status} | **${title}** ${sentence.replaceAll("|", "\\|").replaceAll("\n", " ")} |`;
    });
    return [`## ${area}`, "| code | status | what it says |", "|---|---|---|", ...rows].join("\n");
  });
  return `${opening}\n${parts.join("\n\n")}\n`;
}

/** The page as it lies in the repository. */
export function writtenPage(): string {
  return readFileSync(page, "utf8");
}

// Stands for the details of any case: each is its own name, as text, in JSON and as a list.
const placeholders = new Proxy(
  {},
  {
    get: (_, name) => {
      const text = `‹${String(name)}›`;
      return { toString: () => text, toJSON: () => text, join: () => text };
    },
  },
);

if (import.meta.main) writeFileSync(page, problemsPage());
