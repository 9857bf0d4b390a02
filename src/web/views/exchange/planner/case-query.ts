import { officeName, sayWord } from "#i18n";
import { sha256, toBase64, toHex } from "#ledger";
import {
  type Category,
  canonicalBytes,
  otherSide,
  partyOf,
  recordKey,
  type Side,
  sideOf,
  sides,
} from "#record";
import { linesIn } from "../../../design/lines-text.ts";
import { listTitle } from "../../../desk/list-title.ts";
import { inPartyOrder } from "../../../desk/process.ts";
import type { At, Query } from "../../../desk/query.ts";
import { type Candidate, type Candidates, candidatesOf } from "./candidates.ts";
import type { Case, PlanInput } from "./engine/protocol.ts";
import { categoryTerms, classTerms, type MedicalClass, type Terms } from "./terms.ts";

type Choice<V extends string> = { readonly value: V; readonly label: string };

/** One thing that is missing before a case can be made, or that a case leaves out. */
export type Missing =
  | { readonly what: "list" | "nobody"; readonly side: string }
  | { readonly what: "content"; readonly title: string }
  | {
      readonly what: "unanswered" | "returned" | "settled" | "going" | "twice" | "unavailable" | "undated";
      readonly n: number;
    };

/** What a case would be made from: who could stand in it, and what is missing. */
export type CaseModel = {
  /** Offices of the two sides plan, each for itself. */
  readonly mayPlan: boolean;
  readonly missing: readonly Missing[];
  /** Nothing can be planned before that is there. */
  readonly isWhole: boolean;
  readonly sides: readonly {
    readonly side: Side;
    /** To whom these persons return. */
    readonly name: string;
    readonly persons: number;
    readonly outside: number;
  }[];
  readonly categories: readonly Choice<Category>[];
  readonly classes: readonly Choice<MedicalClass>[];
  readonly lists: readonly (Choice<string> & { readonly to: Side })[];
  /** By `list:line`, under which category a person would stand in a tranche. */
  readonly categoryOf: Readonly<Record<string, Category>>;
  readonly now: number;
};

export const exchangeCase: Query<undefined, CaseModel> = (at) => {
  const { state, office, t, now } = at;
  const found = sideOf(office) === undefined ? nobody : candidatesOf(at);
  const { persons, lists } = found;
  const missing = missingIn(at, found);
  const present = <V extends string>(values: readonly (V | undefined)[]) =>
    [...new Set(values)]
      .filter((one) => one !== undefined)
      .toSorted()
      .map((value) => ({ value, label: sayWord(t, value) }));
  return {
    mayPlan: sideOf(office) !== undefined,
    missing,
    isWhole: !missing.some(({ what }) => what === "list" || what === "content" || what === "nobody"),
    sides: inPartyOrder(at, 0).map((party) => {
      const side = sideOf(party) ?? sides[0];
      const own = persons.filter(({ to }) => to === side);
      return {
        side,
        name: officeName(t, state, party),
        persons: own.length,
        outside: own.filter(({ isOutside }) => isOutside).length,
      };
    }),
    categories: present(persons.filter(({ isOutside }) => !isOutside).map(({ category }) => category)).filter(
      ({ value }) => value !== "number",
    ),
    classes: present(persons.map(({ medical }) => medical)),
    lists: lists.map(({ id, side }) => ({ value: id, label: listTitle(at, id), to: otherSide(side) })),
    categoryOf: Object.fromEntries(persons.map(({ ref, category }) => [recordKey(ref), category])),
    now,
  };
};

const nobody: Candidates = {
  persons: [],
  lists: [],
  notHere: [],
  unanswered: 0,
  returned: 0,
  settled: 0,
  going: 0,
  twice: 0,
};

// First what holds everything up, then what is left out.
function missingIn(at: At, { persons, lists, notHere, ...left }: Candidates): readonly Missing[] {
  const name = (side: Side) => officeName(at.t, at.state, partyOf(side));
  const found: Missing[] = [];
  for (const party of inPartyOrder(at, 0)) {
    const side = sideOf(party) ?? sides[0];
    if (!lists.some((one) => one.side === side)) found.push({ what: "list", side: name(side) });
    else if (!persons.some((one) => one.to === otherSide(side)))
      found.push({ what: "nobody", side: name(otherSide(side)) });
  }
  for (const { id } of notHere) found.push({ what: "content", title: listTitle(at, id) });
  const counts = {
    unanswered: left.unanswered,
    unavailable: persons.filter(({ isAvailable }) => !isAvailable).length,
    undated: notHere.length > 0 ? 0 : persons.filter((one) => heldSince(one) === undefined).length,
    going: left.going,
    returned: left.returned,
    settled: left.settled,
    twice: left.twice,
  };
  for (const [what, n] of Object.entries(counts))
    if (n > 0) found.push({ what: what as keyof typeof counts, n }); // a key of the counts
  return found;
}

const dayMs = 86_400_000;
// More persons than a case holds: numbers that never bind, so that a category counts in the total alone.
const never = 1_000_000;

// Epoch ms from which somebody is held; of a month or a year that is not told more exactly, its middle.
function heldSince({ row }: Candidate): number | undefined {
  const edtf = row?.date?.edtf?.replace("~", "");
  if (edtf === undefined) return undefined;
  const at = Date.parse(edtf.length === 4 ? `${edtf}-07-01` : edtf.length === 7 ? `${edtf}-15` : edtf);
  return Number.isNaN(at) ? undefined : at;
}

/**
 * A case as the planner takes it, from nothing but this office's own copy and its terms. Codes are list and line; a case holds
 * no name. The same copy, terms, day and nonce give the same bytes.
 */
export function caseOf(at: At, terms: Terms, nonce: string): Case {
  const start = new Date(at.now).toISOString().slice(0, 10);
  const found = candidatesOf(at).persons.toSorted((x, y) => (recordKey(x.ref) < recordKey(y.ref) ? -1 : 1));
  const present = new Set(found.map(({ category }) => category));
  const classes = new Set(found.flatMap(({ medical }) => medical ?? []));
  const count = (text: string) => Number(text.trim());
  const optional = <K extends string>(key: K, text: string) =>
    text.trim() === "" ? {} : ({ [key]: count(text) } as { readonly [F in K]: number }); // one field
  const sideTerms = (side: Side): Case["sides"]["a"] => {
    const { seat, stretcher, icu, pickups, noShow, sites } = terms.sides[side];
    const places = {
      seat: count(seat),
      stretcher: count(stretcher),
      icu: count(icu),
      ...optional("pickups", pickups),
    };
    return {
      sites: sites.map(({ code, bus }) => ({ code, ...optional("bus", bus) })),
      places: terms.days.map(() => places),
      noShow: count(noShow) / 100,
    };
  };
  const siteOf = sitesByPerson(terms);
  return {
    format: "parley-exchange-case/1",
    nonce,
    start,
    tranches: terms.days.map((date) => ({ date })),
    total: { ...optional("limit", terms.limit), ...optional("delta", terms.delta) },
    ...optional("alternation", terms.alternation),
    categories: [...present]
      .filter((one) => one !== "number")
      .toSorted()
      .map((code) => ({ code, parity: parityOf(terms, code) })),
    medical: [...classes].toSorted().map((code) => ({ code, ...harmOf(terms, code, start) })),
    sides: { a: sideTerms("a"), b: sideTerms("b") },
    persons: found.map((one) => {
      const { ref, to, category, isOutside, medical, isAvailable } = one;
      const code = recordKey(ref);
      const site = siteOf.get(`${to} ${code}`);
      const days = Math.floor((Date.parse(start) - (heldSince(one) ?? Date.parse(start))) / dayMs);
      return {
        code,
        to,
        ...(site === undefined ? {} : { site }),
        mode: medical === undefined ? "seat" : classTerms(terms, medical).mode,
        ...(medical === undefined ? {} : { medical }),
        ...(isOutside ? { lane: true } : {}),
        captivityDays: Math.min(40_000, Math.max(0, days)),
        ...(isAvailable ? {} : { barred: "not_available" as const }),
        ...(category === "number" ? {} : { categories: [category] }),
      };
    }),
    ...(terms.locks.length > 0 ? { locks: terms.locks } : {}),
  };
}

// Whom a commission has certified under art. 110(1) is returned whatever the numbers (Geneva III art. 109).
function parityOf(terms: Terms, code: Category): Case["categories"][number]["parity"] {
  if (/^dr\d$/.test(code)) return { kind: "coverage" };
  const { kind, delta, a, b } = categoryTerms(terms, code);
  if (kind === "total") return { kind: "number", delta: never };
  if (kind === "number") return { kind, delta: Number(delta) };
  if (kind === "ratio") return { kind, a: Number(a), b: Number(b), delta: Number(delta) };
  return { kind };
}

// Each day of waiting adds the same; who is not returned is counted as if he waited twice as long as the plan is.
function harmOf(terms: Terms, of: MedicalClass, start: string) {
  const perDay = Number(classTerms(terms, of).perDay);
  const last = Date.parse(terms.days.at(-1) ?? start);
  const days = Math.max(1, Math.round((last - Date.parse(start)) / dayMs) || 1);
  const harm = [[0, 0] as const, [days, perDay * days] as const];
  return { harm, never: 2 * perDay * days };
}

function sitesByPerson({ sides: { a, b } }: Terms): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [side, { sites }] of [["a", a] as const, ["b", b] as const])
    for (const { code, list, lines } of sites)
      for (const line of linesIn(lines) ?? []) found.set(`${side} ${list}:${line}`, code);
  return found;
}

/** A case's bytes as text: what is kept, exported and named by a digest. */
export function caseText(given: Case): string {
  return new TextDecoder().decode(canonicalBytes(given));
}

/**
 * What a plan was computed from, in base64: SHA-256 over the SHA-256 of the case and, where there was one, of the plan before,
 * each of its canonical bytes.
 */
export function inputsDigest({ given, previous }: Pick<PlanInput, "given" | "previous">): string {
  const digest = (value: unknown) => toHex(sha256(canonicalBytes(value)));
  const before = previous?.map(({ tranche, date, a, b }) => ({ tranche, date, a, b }));
  const named = ["parley-plan-inputs/v1", digest(given), ...(before ? [digest(before)] : []), ""].join("\n");
  return toBase64(sha256(new TextEncoder().encode(named)));
}
