import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Kind, kinds, payloads } from "../record/act/kinds.ts";

const root = join(import.meta.dirname, "..", "..");
const sources = new Map(
  globSync("src/web/**/*.{ts,tsx}", { cwd: root })
    .filter((file) => !file.includes(".test."))
    .map((file) => [file, readFileSync(join(root, file), "utf8")]),
);

/** What signs an act of this kind, with what it is made from: the page's form or the desk's action, and what these import. */
function saying(kind: Kind): string | undefined {
  const signers = [...sources].filter(
    ([, text]) => text.includes(`"${kind}"`) && /\b(useSigning|composeShown)\b/.test(text),
  );
  if (signers.length === 0) return undefined;
  return signers
    .flatMap(([file, text]) => [
      text,
      ...[...text.matchAll(/from "(\.[^"]+)"/g)].map(([, path = ""]) =>
        sources.get(join(dirname(file), path)),
      ),
    ])
    .join("\n");
}

// What is passed on of a site is made by the record alone, so that nobody writes more into it.
const madeByTheRecord: ReadonlySet<Kind> = new Set(["mission.area_noticed"]);

describe("what the areas of a short truce let an office say", () => {
  const area = /^(truce|site|mission|remains|forensic|plan|contact)\./;
  const said = kinds.filter((kind) => area.test(kind));
  it.each(said)("[WB11] is said on screen, every part of it: %s", (kind) => {
    const text = saying(kind);
    expect(text, "no form and no action signs it").toBeDefined();
    if (madeByTheRecord.has(kind)) return;
    const parts = Object.keys((payloads[kind] as { readonly shape?: object }).shape ?? {}); // of a strict object
    expect(parts.length).toBeGreaterThan(0);
    expect(parts.filter((part) => !new RegExp(`\\b${part}\\b`).test(text ?? ""))).toEqual([]);
  });
});
