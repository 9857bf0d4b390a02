import { problemCatalogue } from "#base";
import { refusals } from "./sentences.ts";

type Parts = { readonly [name: string]: string };

/** The sentence of the catalogue that a reason is, with what stands for its names; undefined where it is none. */
export function matchReason(
  reason: string,
): { readonly template: string; readonly parts: Parts } | undefined {
  for (const { template, pattern } of templates) {
    const match = pattern.exec(reason);
    if (match) return { template, parts: match.groups ?? {} };
  }
  return undefined;
}

type NestedProblem = {
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly details: { readonly [name: string]: string | number };
};

/** The problem that a reason is, where it is the title and the detail of one. */
export function problemInReason(reason: string): NestedProblem | undefined {
  for (const { code, title, pattern } of problems()) {
    if (!reason.startsWith(`${title} `)) continue;
    const detail = reason.slice(title.length + 1);
    const match = pattern.exec(detail);
    if (!match) continue;
    const details = Object.entries(match.groups ?? {}).map(([name, part]) => [name, numberOrText(part)]);
    return { code, title, detail, details: Object.fromEntries(details) };
  }
  return undefined;
}

function numberOrText(part: string): string | number {
  return /^\d{1,15}$/.test(part) ? Number(part) : part;
}

const templates = Object.keys(refusals.uk.reasons).map((template) => ({
  template,
  pattern: patternOf(template, /\{(\w+)\}/g),
}));

/** A sentence that stands for all that differ from it in its names only. */
function patternOf(template: string, names: RegExp): RegExp {
  const seen = new Set<string>();
  const parts = template.split(names).map((part, i) => {
    if (i % 2 === 0) return part.replaceAll(/[.*+?^${}()|[\]\\/]/g, "\\$&");
    if (seen.has(part)) return `\\k<${part}>`;
    seen.add(part);
    return `(?<${part}>.+?)`;
  });
  return new RegExp(`^${parts.join("")}$`, "s");
}

type Pattern = { readonly code: string; readonly title: string; readonly pattern: RegExp };
let made: readonly Pattern[] | undefined;

function problems(): readonly Pattern[] {
  made ??= Object.entries(problemCatalogue).map(([code, { title, detail }]) => {
    const say = detail as (details: unknown) => unknown; // each entry has its own details
    return { code, title, pattern: patternOf(String(say(ownNames)), /‹(\w+)›/g) };
  });
  return made;
}

// Stands for the details of any case: each is its own name, as text, in JSON and as a list.
const ownNames = new Proxy(
  {},
  {
    get: (_, name) => {
      const text = `‹${String(name)}›`;
      return { toString: () => text, toJSON: () => text, join: () => text };
    },
  },
);
