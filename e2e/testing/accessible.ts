import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";

type Found = {
  readonly violations: readonly {
    readonly id: string;
    readonly help: string;
    readonly nodes: readonly { readonly html: string }[];
  }[];
};

const source = await readFile(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");

/** What axe finds wrong on the page as it stands: its rules for WCAG 2.2 A and AA and its best practices. */
export async function violationsOn(page: Page): Promise<readonly string[]> {
  // by the debugger, for the page's own policy lets no foreign script in; once for all that a page shows
  if (await page.evaluate(() => !("axe" in globalThis))) await page.evaluate(source);
  const found = (await page.evaluate(`axe.run(document, { resultTypes: ["violations"] })`)) as Found; // axe-core's Result
  return found.violations.map(
    ({ id, help, nodes }) => `${id}: ${help} ${nodes.map((node) => node.html.slice(0, 200)).join(" | ")}`,
  );
}
