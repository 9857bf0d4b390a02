import { spawnSync } from "node:child_process";
import { existsSync, globSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { problemCatalogue } from "#base";
import { drawn, kept } from "./picture.ts";
import { problemsPage, writtenPage } from "./problems.ts";

const root = join(import.meta.dirname, "..");
const pages = globSync("**/*.md", {
  cwd: root,
  exclude: (path) => /(^|\/)(node_modules|\.git|istanbul)(\/|$)/.test(path),
}).toSorted();
const read = (file: string) => readFileSync(join(root, file), "utf8");
const readme = read("README.md");

// Links of the text; what stands in code is no link.
function linksIn(page: string): readonly string[] {
  const text = read(page)
    .replaceAll(/^```[\s\S]*?^```/gm, "")
    .replaceAll(/`[^`\n]*`(?!\])/g, "");
  const inline = [...text.matchAll(/\]\(([^()\s]+)\)/g)].map(([, target = ""]) => target);
  const pictures = [...text.matchAll(/\b(?:src|srcset|href)="([^"]+)"/g)].map(([, target = ""]) => target);
  return [...inline, ...pictures];
}

function commandsOf(...parents: readonly string[]): readonly string[] {
  const help = spawnSync(join(root, "parley"), [...parents, "--help"], { cwd: root, encoding: "utf8" });
  expect(help.status, help.stderr).toBe(0);
  const listed = help.stdout.slice(help.stdout.indexOf("\nCommands:"));
  return [...listed.matchAll(/^ {2}([a-z][a-z-]*)/gm)].map(([, name = ""]) => name);
}

describe("the documents", () => {
  it("are found", () => {
    expect(pages).toEqual(expect.arrayContaining(["README.md", "ARCHITECTURE.md", "docs/glossary.md"]));
  });

  it.each(pages)("%s: every relative link leads to a file", (page) => {
    const broken = linksIn(page).filter((target) => {
      const [path = ""] = target.split("#");
      return path !== "" && !/^[a-z]+:/.test(path) && !existsSync(join(root, dirname(page), path));
    });
    expect(broken).toEqual([]);
  });

  it.each(pages)("%s: speaks of no machine's paths", (page) => {
    expect(read(page).match(/(?<![\w.])\/(?:home|root|work|tmp|Users)\/\S*/g)).toBeNull();
  });

  it("README.md has the two commands", () => {
    expect(readme).toContain("npm ci && npm start");
    expect(readme).toContain("npm ci && npm test");
  });

  it("README.md names commands that exist, and all of them", () => {
    const named = [...readme.matchAll(/\.\/parley ([a-z-]+)(?: ([a-z-]+))?/g)];
    const known = commandsOf().filter((name) => name !== "help");
    expect(named.length).toBeGreaterThan(10);
    expect(new Set(named.map(([, name]) => name))).toEqual(new Set(known));
    for (const parent of ["key", "seat", "witness", "exchange"]) {
      const inside = commandsOf(parent);
      for (const [, name, sub] of named) if (name === parent) expect(inside).toContain(sub);
    }
  });

  it("docs/decisions are numbered without gaps, and listed", () => {
    const list = read("docs/decisions/README.md");
    const files = readdirSync(join(root, "docs/decisions")).filter((file) => /^\d/.test(file));
    files.toSorted().forEach((file, i) => {
      expect(file.slice(0, 4)).toBe(String(i + 1).padStart(4, "0"));
      expect(list).toContain(`(${file})`);
    });
  });

  it("docs/dependencies.md has each dependency of package.json with its exact version, and no other", () => {
    const manifest = JSON.parse(read("package.json"));
    const wanted = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
    const lines = [...read("docs/dependencies.md").matchAll(/^\| `([^`]+)` \| (\S+) \|/gm)];
    expect(lines.map(([, name, version]) => [name, version]).toSorted()).toEqual(wanted.toSorted());
    for (const [, version] of wanted) expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  });
});

describe("the catalogue of problems", () => {
  it("gives no code twice", () => {
    const folder = join(root, "src/base/problems");
    const written = readdirSync(folder).flatMap((file) =>
      [...readFileSync(join(folder, file), "utf8").matchAll(/^ {2}"([a-z_]+\.[a-z_]+)": \{/gm)].map(
        ([, code = ""]) => code,
      ),
    );
    expect(new Set(written).size).toBe(written.length);
    expect(written.toSorted()).toEqual(Object.keys(problemCatalogue).toSorted());
  });

  it("is listed in docs/problems.md as it is (npx node scripts/problems.ts)", () => {
    expect(writtenPage()).toBe(problemsPage());
    for (const code of Object.keys(problemCatalogue)) expect(writtenPage()).toContain(`\`${code}\``);
  });
});

it("the picture of the terminal shows the lines beside it (npx node scripts/picture.ts)", () => {
  expect(kept()).toBe(drawn());
});
