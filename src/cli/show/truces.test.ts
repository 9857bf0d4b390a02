import { describe, expect, it } from "vitest";
import { languages, translator } from "#i18n";
import { loadScreens } from "#i18n/screens";
import { acceptTruceIn, instantOf, truceIn, truceTermsIn, World } from "#record/testing";
import type { Shown } from "../context.ts";
import { plans } from "./plans.ts";
import { truces } from "./truces.ts";

const room = "humanitarian";
const hour = 3_600_000;

/** Both have accepted; one order has come down to the units, one zone is out, and a later end is proposed. */
function begun(): World {
  const world = World.opened();
  const withoutPrejudice = "After one breach the other side is free of its obligations.";
  const terms = { ...truceTermsIn(world, 26), withoutPrejudice };
  const truce = truceIn(world, "host", { terms });
  acceptTruceIn(world, truce, "party-a", "party-b");
  for (const by of ["party-a", "party-b"] as const) {
    const at = instantOf(world.now);
    const { id: order } = world.must({
      kind: "truce.order_issued",
      by,
      room,
      payload: {
        truce,
        number: "No. 17",
        signatory: "Chief of staff",
        issuedAt: at,
        echelonReached: "corps",
      },
    });
    const step = { truce, order, step: "received", echelonReached: "brigade", at } as const;
    if (by === "party-a") world.must({ kind: "truce.order_acknowledged", by, room, payload: step });
  }
  world.now += 30 * hour;
  const zone = terms.zones?.[0]?.name ?? "";
  const suspension = { truce, zone, reason: "Fire from the far bank.", from: instantOf(world.now) };
  world.must({ kind: "truce.suspended_locally", by: "party-b", room, payload: suspension });
  const { end } = truceTermsIn(world, 40);
  if (!end) throw new Error("Whole terms have an end.");
  world.must({ kind: "truce.extension_proposed", by: "party-a", room, payload: { truce, end } });
  return world;
}

describe("show truces", () => {
  it.each(languages)(
    "[CM61] says the chain of each order, what changes the hours, and what is to be read again: %s",
    async (language) => {
      const [world, say] = [begun(), await loadScreens(language)];
      const lines: string[] = [];
      const state = world.state("party-b");
      const out = { json: false, line: (text = "") => lines.push(text), data: () => {} };
      // nothing of a folder is printed here
      truces.print({
        office: "party-b",
        state,
        t: translator(language),
        say,
        now: world.now,
        out,
      } as unknown as Shown);
      const text = lines.join("\n").replaceAll(/\s+/g, " ");
      for (const words of [
        "No. 17, Chief of staff",
        "Fire from the far bank.",
        say("truces.check.frees_on_one_breach"),
      ])
        expect(text).toContain(words);
      for (const key of ["word.received", "truces.law.hague_40", "truces.checks", "word.no_answer"] as const)
        expect(text).toContain(say(key));
    },
  );
});

it("[CM62] show plans says what it takes to compute each again, and which was replaced", async () => {
  const world = World.opened();
  const digest = `${"B".repeat(42)}A=`;
  const plan = { engine: "parley-plan", version: "1", seed: 4, iterations: 6000, inputs: digest, digest };
  const proposed = (title: string, replaces?: string) =>
    world.must({
      kind: "plan.proposed",
      by: "operator",
      room,
      payload: { title, plan, ...(replaces === undefined ? {} : { replaces }) },
    } as Parameters<World["must"]>[0]); // the id is one that was just given
  const first = proposed("First").id;
  proposed("Second", first);
  const [state, lines, say] = [world.state("party-a"), [] as string[], await loadScreens("en")];
  const out = { json: false, line: (text = "") => lines.push(text), data: () => {} };
  plans.print({
    office: "party-a",
    state,
    t: translator("en"),
    say,
    now: world.now,
    out,
  } as unknown as Shown); // as above
  expect(lines.filter((line) => line.includes(say("window.replaced")))).toEqual([
    expect.stringContaining("First"),
  ]);
  expect(lines.join("\n").split(digest)).toHaveLength(5);
});
