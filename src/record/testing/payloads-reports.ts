import type { Random } from "#base";
import { parties } from "../access/offices.ts";
import type { Actor, ReportEntry, reportActs } from "../reports/acts.ts";
import { keyOf } from "./builders.ts";
import { anyOf, chance, type Payloads } from "./context.ts";

// Few reports, so that several acts cite the same one.
const digests = ["A", "B", "C"].map((letter) => `${letter}${"A".repeat(42)}=`);

function entryIn(random: Random): ReportEntry {
  const somebody = (): Actor =>
    chance(random, 0.7) ? { office: random.pick([...parties, "host"]) } : { name: "Harbour Relief" };
  return random.pick<() => ReportEntry>([
    () => ({ class: "meeting", role: "main", on: "2025-07-23", place: "Harbour", with: [somebody()] }),
    () => ({ class: "person", person: { name: "Ada Lind", capacity: "envoy" }, speaksFor: somebody() }),
    () => ({
      class: "proposal",
      measure: "short_truce",
      by: [somebody()],
      again: true,
      terms: { minHours: 24, maxHours: 48 },
    }),
    () => ({
      class: "agreement",
      measure: "prisoner_exchange",
      between: [somebody(), somebody()],
      inPrinciple: true,
      terms: { counts: [{ amount: { min: 1_200 }, what: "prisoners", scope: "each" }] },
      accordingTo: [],
    }),
    () => ({
      class: "event",
      event: "prisoner_return",
      from: somebody(),
      counts: [{ amount: { value: 250 }, what: "prisoners", to: somebody() }],
      accordingTo: ["Ada Lind"],
    }),
    () => ({ class: "media", media: "video", by: "Harbour News", side: somebody(), shows: "meeting" }),
    () => ({ class: "outcome", breakthrough: "no", talksContinue: "yes" }),
  ])();
}

export const reportPayloads: Payloads<keyof typeof reportActs> = {
  "report.entry_noted": ({ random }) => {
    const from = random.below(900);
    const digest = chance(random, 0.8) ? random.pick(digests) : keyOf(random);
    const length = chance(random, 0.95) ? 1_000 : 40;
    const report = { digest, length, spans: [{ from, to: from + 60 }] };
    const source = { kind: "news", publisher: "Harbour News", report } as const;
    return {
      entry: entryIn(random),
      rule: "outcome.words",
      changedByHand: chance(random, 0.2),
      source,
    };
  },
  "report.entry_withdrawn": ({ state, random }) => {
    const entry = anyOf(random, state.reports.entries.keys());
    return entry && { entry, reason: "Read again: it says otherwise." };
  },
};
