import { sha256, toHex } from "#ledger";
import { canonicalBytes, type Side } from "#record";
import { idOf } from "../ids.ts";
import type { KeptList } from "./act-1-lists.ts";
import { exchangeOf, type Narrator, negotiatorOf, other, source } from "./narrator.ts";
import type { Invented } from "./persons.ts";

/** Lines of a held list whom one side returns: by number, seriously wounded, and standing by. */
export type Going = { readonly number: number[]; readonly wounded: number[]; readonly reserve: number[] };
export type Tranche = { readonly name: string; readonly going: { readonly [S in Side]: Going } };

const persons = 300;
const reserves = 8;
const room = "exchange";
const sides = ["a", "b"] as const;

/** Chooses for each side, by the lines' own order: an order of one's own would tell what one wants first. */
export function choose(list: KeptList, missing: KeptList, invented: readonly Invented[]): Going {
  const isWounded = new Map(invented.map((one) => [one.number, one.isWounded]));
  const missed = new Set(missing.truth);
  const lines = list.truth.flatMap((person, i) => (missed.has(person) ? [{ person, line: i + 1 }] : []));
  const wounded = lines.filter(({ person }) => isWounded.get(person)).slice(0, 12);
  const others = lines.filter(({ person }) => !isWounded.get(person));
  const lineOf = ({ line }: { readonly line: number }) => line;
  return {
    number: others.slice(0, persons).map(lineOf),
    wounded: wounded.map(lineOf),
    reserve: others.slice(persons, persons + reserves).map(lineOf),
  };
}

/** From the commission's certificates to the word "go": tabled by one side, edited by the other, agreed and locked by both. */
export function agreeTranche(tell: Narrator, process: string, going: Tranche["going"]): Tranche {
  for (const side of sides)
    tell.say("operator-one", `certified-${side}`, {
      kind: "eligibility.certified",
      room,
      payload: {
        heldBy: side,
        persons: [{ list: `@held-by-${side}`, lines: going[side].wounded }],
        class: "dr1",
        decidedOn: "2026-09-24",
      },
    });
  tell.at("2026-09-25T08:00:00Z");
  const parts = sides.flatMap((side) => {
    const list = `@held-by-${side}` as const;
    return [
      { returnedBy: side, category: "dr1", persons: [{ list, lines: going[side].wounded }] },
      { returnedBy: side, category: "number", persons: [{ list, lines: going[side].number }] },
    ] as const;
  });
  const standBy = sides.map(
    (side) =>
      ({
        returnedBy: side,
        category: "number",
        persons: [{ list: `@held-by-${side}`, lines: going[side].reserve }],
      }) as const,
  );
  const text = { title: "First tranche of 1,200 for 1,200", number: 1, parts, source };
  const first = tell.say("a-exchange", "tranche-1-first", {
    kind: "tranche.tabled",
    room,
    payload: { ...text, on: "2026-10-01" },
  });
  tell.at("2026-09-26T09:00:00Z");
  const name = "tranche-1";
  const edited = { ...text, on: "2026-10-02", place: "The bridge at Tykhyi Stav", reserves: standBy };
  const tranche = tell.say("b-exchange", name, {
    kind: "tranche.tabled",
    room,
    payload: { ...edited, replaces: first },
  });
  tell.at("2026-09-27T09:00:00Z");
  for (const side of ["b", "a"] as const)
    tell.say(negotiatorOf[side], `agreed-${side}`, {
      kind: "tranche.answered",
      room,
      payload: { tranche, answer: "agreed", source },
    });
  tell.at("2026-09-28T09:00:00Z");
  const digest = toHex(sha256(canonicalBytes(named(process, { ...edited, replaces: first }))));
  for (const side of sides)
    tell.say(negotiatorOf[side], `locked-${side}`, {
      kind: "tranche.locked",
      room,
      payload: { tranche, digest },
    });
  const out = substitute(tell, tranche, going.a);
  tell.at("2026-10-01T09:00:00Z");
  for (const side of sides)
    tell.say(exchangeOf[side], `staged-${side}`, {
      kind: "tranche.staged",
      room,
      payload: { tranche, custodyConfirmed: true, fitToTravel: true },
    });
  tell.later(360);
  for (const member of ["a-negotiator", "b-negotiator", "operator-one"] as const)
    tell.say(member, `go-${member}`, {
      kind: "tranche.readiness_said",
      room,
      payload: { tranche, answer: "go" },
    });
  return { name, going: { ...going, a: out } };
}

// One of side a's is not available; the first of the reserves goes in his place.
function substitute(tell: Narrator, tranche: `@${string}`, going: Going): Going {
  const list = "@held-by-a" as const;
  const [out = 0, into = 0] = [going.number[10], going.reserve[0]];
  tell.at("2026-09-30T09:00:00Z");
  const substitution = tell.say("a-exchange", "substitution-1", {
    kind: "tranche.substitution_proposed",
    room,
    payload: { tranche, out: { list, line: out }, in: { list, line: into }, reason: "not_available" },
  });
  tell.later(120);
  tell.say(exchangeOf[other.a], "substitution-1-agreed", {
    kind: "tranche.substitution_answered",
    room,
    payload: { substitution, answer: "agreed" },
  });
  const number = [...going.number.filter((line) => line !== out), into].toSorted((x, y) => x - y);
  return { ...going, number, reserve: going.reserve.slice(1) };
}

// The payload as it stands in the record, with ids for names: what a lock names the digest of.
function named(process: string, payload: unknown): unknown {
  if (typeof payload === "string") return payload.startsWith("@") ? idOf(process, payload.slice(1)) : payload;
  if (Array.isArray(payload)) return payload.map((one) => named(process, one));
  if (payload === null || typeof payload !== "object") return payload;
  return Object.fromEntries(Object.entries(payload).map(([key, value]) => [key, named(process, value)]));
}
