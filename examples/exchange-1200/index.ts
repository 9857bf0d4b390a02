import { type Example, withIds } from "../example.ts";
import { assertSome, discloseHeld, matchSome, submitMissing, verify } from "./act-1-lists.ts";
import { agreeTranche, choose } from "./act-2-tranche.ts";
import { atTheLine } from "./act-3-line-day.ts";
import { receive, reportDeath } from "./act-4-reception.ts";
import { founding, seats } from "./founding.ts";
import { heldList, missingList } from "./lists.ts";
import { Narrator, negotiatorOf, source } from "./narrator.ts";
import { inventPersons } from "./persons.ts";

const process = "exchange-1200";
const seed = 1;

/** 1,200 for 1,200: the pledge, two pairs of dirty lists, one tranche carried out, a day at the line with two exceptions, the reception. */
export function exchange1200(): Example {
  const persons = inventPersons(seed, 1_200);
  const tell = new Narrator("2026-09-10T09:00:00Z");
  pledge(tell);
  tell.at("2026-09-14T06:00:00Z");
  const held = discloseHeld(tell, process, {
    a: heldList(persons, "b", "ru", seed + 1),
    b: heldList(persons, "a", "uk", seed + 2),
  });
  tell.at("2026-09-16T06:00:00Z");
  const missing = submitMissing(tell, {
    a: missingList(persons, "a", "ru", seed + 3),
    b: missingList(persons, "b", "uk", seed + 4),
  });
  tell.at("2026-09-18T06:00:00Z");
  verify(tell, "a", held.a, missing.b);
  verify(tell, "b", held.b, missing.a);
  matchSome(tell, held.a, missing.b);
  assertSome(tell, held.a);
  tell.at("2026-09-24T12:00:00Z");
  const tranche = agreeTranche(tell, process, {
    a: choose(held.a, missing.b, persons),
    b: choose(held.b, missing.a, persons),
  });
  receive(tell, atTheLine(tell, tranche));
  reportDeath(tell, held.a, missing.b);
  const blobs = [...Object.values(held), ...Object.values(missing)].map((one) => one.bytes);
  return { process, founding, seats, acts: withIds(process, tell.said), blobs };
}

// The host puts the number forward, both say yes, and each says for itself what it will give.
function pledge(tell: Narrator): void {
  const count = { amount: { value: 1_200 }, unit: "persons", kind: "cumulative", source } as const;
  tell.say("host-secretary", "agreement", {
    kind: "proposal.tabled",
    room: "plenary",
    payload: {
      title: "1,200 persons from each side are exchanged",
      terms: [{ key: "persons", type: "count_per_side", amount: { value: 1_200 }, unit: "persons" }],
      source,
    },
  });
  tell.later(60);
  for (const side of ["b", "a"] as const)
    tell.say(negotiatorOf[side], `accepted-${side}`, {
      kind: "proposal.answered",
      room: "plenary",
      payload: { proposal: "@agreement", answer: "accepted", source },
    });
  for (const side of ["a", "b"] as const)
    tell.say(negotiatorOf[side], `pledge-${side}`, {
      kind: "pledge.made",
      room: "plenary",
      payload: { agreement: "@agreement", gives: count, by: "2026-12-31", source },
    });
}
