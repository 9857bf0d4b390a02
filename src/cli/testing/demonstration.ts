import { cpSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import { istanbul as example } from "../../../examples/istanbul-2025/index.ts";
import { buildExample } from "../demo.ts";
import { temporaryFolder } from "./run.ts";

/** The demonstration in a folder of its own for the tests of one file, removed after them. */
export function demonstration() {
  const place = temporaryFolder();
  const istanbul = join(place, "istanbul");
  let files = 0;
  beforeAll(async () => {
    await buildExample(istanbul, example);
  });
  afterAll(() => rmSync(place, { recursive: true }));
  return {
    place,
    istanbul,
    /** A copy of the demonstration that a test may write to. */
    ownCopy(): string {
      const path = join(place, `copy-${files++}`);
      cpSync(istanbul, path, { recursive: true });
      return path;
    },
    /** A file with a draft, or with any other text. */
    draft(content: unknown): string {
      const path = join(place, `draft-${files++}.json`);
      writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
      return path;
    },
  };
}

export const keyIn = (folder: string, name: string) => join(folder, "keys", `${name}.key.json`);
/** All is shown for this moment, so that it is the same whenever the tests run. */
export const later = ["--at", "2025-11-01T12:00:00Z"];
export const source = { kind: "own_record", publisher: "Secretariat" };
export const tabling = (title: string) => ({
  room: "plenary",
  kind: "proposal.tabled",
  payload: { title, terms: [{ key: "duration", type: "duration", minHours: 6, maxHours: 12 }], source },
});
