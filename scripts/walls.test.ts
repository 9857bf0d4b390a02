import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "..");
const place = mkdtempSync(join(tmpdir(), "parley-walls-"));

/** One planted import per wall, and beside it one that must pass: a wall that refuses all proves nothing. */
const planted: readonly {
  readonly module: string;
  readonly refused: readonly string[];
  readonly allowed: string;
}[] = [
  { module: "base", refused: ["#record", "node:fs", "zod", "../record/index.ts"], allowed: "./random.ts" },
  {
    module: "record",
    refused: ["#ledger", "#store", "node:crypto", "@noble/curves/ed25519.js"],
    allowed: "zod",
  },
  {
    module: "exchange",
    refused: ["#ledger", "#store", "node:fs", "zod", "highs", "../record/index.ts"],
    allowed: "#base",
  },
  {
    module: "plan",
    refused: ["#exchange", "#store", "node:fs", "zod", "highs", "../record/index.ts"],
    allowed: "#base",
  },
  // one folder of an engine knows zod: the form of its files, which the command line and the web app share
  { module: "plan/files", refused: ["#record", "node:fs", "#base"], allowed: "zod" },
  { module: "footage", refused: ["#ledger", "node:fs", "zod", "../record/index.ts"], allowed: "#record" },
  // one folder of it starts a program
  { module: "footage/run", refused: ["#ledger", "zod", "../../record/index.ts"], allowed: "node:fs" },
  {
    module: "reader",
    refused: ["#record", "#match", "node:fs", "zod", "../record/index.ts"],
    allowed: "#base",
  },
  {
    module: "second-reader",
    refused: ["#record", "#api", "node:http", "../reader/index.ts"],
    allowed: "zod",
  },
  { module: "ledger", refused: ["#record", "node:crypto", "zod", "#store"], allowed: "age-encryption" },
  { module: "sheets", refused: ["#record", "#match", "node:zlib", "zod"], allowed: "#base" },
  {
    module: "match",
    refused: ["#sheets", "#ledger", "node:worker_threads", "zod", "../base/random.ts"],
    allowed: "#base",
  },
  { module: "api", refused: ["#ledger", "#server", "node:fs", "fastify"], allowed: "zod" },
  {
    module: "replica",
    refused: ["#store", "#server", "node:fs", "../record/fold/fold.ts"],
    allowed: "#ledger",
  },
  { module: "store", refused: ["#ledger", "#server", "zod", "../record/index.ts"], allowed: "kysely" },
  {
    module: "server",
    refused: ["#folder", "#cli", "../store/sqlite.ts", "@noble/hashes/sha2.js"],
    allowed: "#replica",
  },
  { module: "folder", refused: ["#server", "#i18n", "commander"], allowed: "#store" },
  { module: "i18n", refused: ["#ledger", "node:fs", "#replica"], allowed: "intl-messageformat" },
  { module: "feeds", refused: ["#server", "node:fs", "zod", "../record/index.ts"], allowed: "#i18n" },
  {
    module: "documents",
    refused: ["#record", "#ledger", "node:fs", "react"],
    allowed: "@cantoo/pdf-lib",
  },
  {
    module: "web",
    refused: [
      "#server",
      "#store",
      "#folder",
      "node:fs",
      "@noble/curves/ed25519.js",
      "#match",
      "#exchange",
      "../replica/live/replica.ts",
    ],
    allowed: "react-aria-components",
  },
  {
    module: "cli",
    refused: ["kysely", "pg", "@noble/curves/ed25519.js", "../server/registry.ts", "../sheets/csv.ts"],
    allowed: "#match",
  },
];

/** Folders of the web app that alone know an engine, each with what it knows and what else it may not. */
const engines = [
  {
    name: "matches",
    module: "web/views/lists/engine",
    allowed: ["#match"],
    refused: ["#record", "#api", "react", "../query.ts"],
  },
  {
    name: "the planner",
    module: "web/views/exchange/planner/engine",
    allowed: ["#exchange", "#base"],
    refused: ["#record", "#api", "react", "../case-query.ts"],
  },
] as const;

const imports = [...planted, ...engines].flatMap(({ module, refused, allowed }) =>
  [...refused, allowed].flat().map((imported) => ({ module, imported })),
);
const fileOf = (module: string, imported: string) => {
  const at = imports.findIndex((one) => one.module === module && one.imported === imported);
  return `src/${module}/planted-${at}.ts`;
};
/** What biome says of each planted file, by its path; all are judged at once, for starting it takes the time. */
const words = new Map<string, string>();

beforeAll(() => {
  const config = JSON.parse(readFileSync(join(root, "biome.json"), "utf8"));
  writeFileSync(join(place, "biome.json"), JSON.stringify({ ...config, vcs: { enabled: false } }));
  for (const { module, imported } of imports) {
    const file = join(place, fileOf(module, imported));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `import * as planted from "${imported}";\nexport const seen = planted;\n`);
  }
  const biome = join(root, "node_modules/.bin/biome");
  const flags = [
    "lint",
    "--only=style/noRestrictedImports",
    "--reporter=json",
    "--max-diagnostics=none",
    "src",
  ];
  const run = spawnSync(biome, flags, { cwd: place, encoding: "utf8" });
  const { summary, diagnostics } = JSON.parse(run.stdout) as Report; // biome is pinned in package.json
  expect(summary.unchanged, run.stderr).toBe(imports.length); // it has read each of them
  for (const { category, message, location } of diagnostics)
    if (category === "lint/style/noRestrictedImports") words.set(location.path, message);
});
afterAll(() => rmSync(place, { recursive: true }));

type Report = {
  readonly summary: { readonly unchanged: number };
  readonly diagnostics: readonly {
    readonly category: string;
    readonly message: string;
    readonly location: { readonly path: string };
  }[];
};

describe("the walls between modules", () => {
  for (const { module, refused, allowed } of planted) {
    for (const imported of refused)
      it(`src/${module} cannot import ${imported}`, () => {
        expect(words.get(fileOf(module, imported))).toBeDefined();
      });
    it(`src/${module} can import ${allowed}`, () => {
      expect(words.get(fileOf(module, allowed))).toBeUndefined();
    });
  }

  for (const { name, module, allowed, refused } of engines)
    it(`lets the web app at the engine of ${name} in one folder alone, which imports nothing of the record`, () => {
      for (const own of allowed) expect(words.get(fileOf(module, own)), own).toBeUndefined();
      for (const other of refused) expect(words.get(fileOf(module, other)), other).toBeDefined();
    });

  it("holds the record's values out of what is drawn: its types cost a page nothing", () => {
    const web = join(root, "src/web");
    const drawing = readdirSync(web, { recursive: true, encoding: "utf8" }).filter(
      (file) => file.endsWith(".tsx") || (/^(app|design)\//.test(file) && /(?<!\.test)\.ts$/.test(file)),
    );
    const value =
      /^import (?!type\b)(?!\{(?:\s*type [^,}]+,?)+\s*\})[^;]*? from "#(?!i18n\/screens")[^"]+";/m;
    const holding = drawing.filter((file) => value.test(readFileSync(join(web, file), "utf8")));
    expect(drawing.length).toBeGreaterThan(100);
    expect(holding).toEqual([]);
    expect(value.test('import { type Act, fold } from "#record";')).toBe(true);
  });

  it("lets one file of the web app ask for the camera, and no file for a microphone or a place", () => {
    const web = join(root, "src/web");
    const sources = readdirSync(web, { recursive: true, encoding: "utf8" }).filter((file) =>
      /\.tsx?$/.test(file),
    );
    const asking = (what: string) =>
      sources.filter((file) => readFileSync(join(web, file), "utf8").includes(what));
    expect(asking("getUserMedia")).toEqual(["views/lineday/camera.tsx"]);
    for (const other of ["audio: true", "geolocation", "getDisplayMedia"]) expect(asking(other)).toEqual([]);
  });

  it("has a wall around every module", () => {
    const modules = readdirSync(join(root, "src"), { withFileTypes: true });
    const names = modules.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
    expect(
      planted
        .map((one) => one.module)
        .filter((one) => !one.includes("/"))
        .toSorted(),
    ).toEqual(names.toSorted());
  });
});
