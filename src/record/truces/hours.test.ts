import { describe, expect, it } from "vitest";
import type { ActId } from "../act/act.ts";
import { acceptTruceIn, instantOf, orderIn, truceIn, truceTermsIn, World } from "../testing/index.ts";
import {
  acknowledged,
  denounced,
  extended,
  extensionAnswered,
  owes,
  reported,
  resumed,
  status,
  suspended,
  tabled,
} from "./sayings.fixture.ts";
import { denunciationOf, endOf, orderStep } from "./view.ts";

const both = ["party-a", "party-b"] as const;

function ordered(): { readonly world: World; readonly truce: ActId } {
  const world = World.opened();
  const truce = truceIn(world, "party-a");
  acceptTruceIn(world, truce, "party-b");
  for (const by of both) orderIn(world, truce, by);
  return { world, truce };
}

describe("the hours of a truce", () => {
  it("[TR22] no words say midnight or 24:00 without a date", () => {
    const world = World.opened();
    const terms = truceTermsIn(world);
    const said = (dutyToWarn: string) =>
      world.refused(tabled(world, "party-a", { terms: { ...terms, dutyToWarn } }));
    for (const words of [
      "From midnight.",
      "Until 24:00.",
      "До опівночі.",
      "До полуночи.",
      "Gece yarısına kadar.",
    ])
      expect(`${words} ${said(words)}`).toBe(`${words} TR22`);
    expect(said("Until midnight, that is 2025-07-24 00:00.")).toBeUndefined();
    expect(said("Two hours ahead, by 14:24.")).toBeUndefined();
  });

  it("[TR23] each side says of its own orders how far they have come", () => {
    const { world, truce } = ordered();
    const order = world.state("party-a").truces.texts.get(truce)?.orders.get("party-a")?.[0];
    expect(world.refused(acknowledged(world, "party-b", truce, "received", order ? { order } : {}))).toBe(
      "TR23",
    );
    world.must(acknowledged(world, "party-a", truce, "received"));
    const one = world.state("host").truces.texts.get(truce);
    expect(both.map((party) => one && orderStep(world.state("host"), one, party))).toEqual([
      "received",
      undefined,
    ]);
  });

  it("[TR24] the steps of an order come one after the other, each once", () => {
    const { world, truce } = ordered();
    expect(world.refused(acknowledged(world, "party-a", truce, "confirmed_by_units"))).toBe("TR24");
    world.must(acknowledged(world, "party-a", truce, "received"));
    expect(world.refused(acknowledged(world, "party-a", truce, "received"))).toBe("TR24");
    world.must(acknowledged(world, "party-a", truce, "passed_to_units"));
    world.must(acknowledged(world, "party-a", truce, "confirmed_by_units"));
    orderIn(world, truce, "party-a"); // a new order goes the whole way again
    expect(owes(world, "party-a", "truce_order_chain")).toBe(1);
  });

  it("[TR25] a step is not said ahead of its time", () => {
    const { world, truce } = ordered();
    const at = instantOf(world.now + 3_600_000);
    expect(world.refused(acknowledged(world, "party-a", truce, "received", { at }))).toBe("TR25");
  });

  it("[TR26] an accepted truce is extended to a later end, with both local prints", () => {
    const { world, truce } = ordered();
    expect(world.refused(extended(world, "party-a", truce, 72))).toBe("TR26");
    const later = extended(world, "party-a", truce, 80);
    const print = { ...later.payload.end, localB: "24:00" };
    expect(world.refused({ ...later, payload: { truce, end: print } })).toBe("TR4");
    const open = truceIn(world, "party-a");
    expect(world.refused(extended(world, "party-a", open, 80))).toBe("TR26");
    expect(world.refused(later)).toBeUndefined();
    world.pass(73);
    expect(world.refused(extended(world, "party-a", truce, 80))).toBe("TR26");
  });

  it("[TR27] a later end stands once both have said yes to it in time", () => {
    const { world, truce } = ordered();
    world.pass(50);
    const { id } = world.must(extended(world, "party-a", truce, 34));
    const at = (hours: number) => status(world, truce, world.now + hours * 3_600_000);
    expect([owes(world, "party-a", "truce_extension"), owes(world, "party-b", "truce_extension")]).toEqual([
      0, 1,
    ]);
    expect([at(0), at(21.9), at(22)]).toEqual(["in_effect", "in_effect", "ended"]);
    world.must(extensionAnswered("party-b", truce, id));
    expect([at(0), at(33.9), at(34)]).toEqual(["extended", "extended", "ended"]);
    expect(world.refused(extensionAnswered("party-b", truce, id, "declined"))).toBe("TR27");
    const late = world.must(extended(world, "party-b", truce, 40)).id;
    world.pass(35);
    expect(world.refused(extensionAnswered("party-a", truce, late))).toBe("TR27");
    const one = world.state("host").truces.texts.get(truce);
    expect(one && endOf(world.state("host"), one)?.at).toBeDefined();
  });

  it("[TR28] one zone is suspended by one side while the truce is in effect, and the rest goes on", () => {
    const { world, truce } = ordered();
    expect(world.refused(suspended(world, "party-a", truce))).toBe("TR28");
    world.pass(50);
    const { id } = world.must(suspended(world, "party-a", truce, "the bank", 1));
    const at = (hours: number) => status(world, truce, world.now + hours * 3_600_000);
    expect([at(0), at(1), at(22)]).toEqual(["in_effect", "suspended_locally", "ended"]);
    world.pass(2);
    world.must(resumed(world, "party-a", truce, id));
    expect(at(0)).toBe("in_effect");
  });

  it("[TR29] a suspended zone is one of the text's", () => {
    const { world, truce } = ordered();
    world.pass(50);
    expect(world.refused(suspended(world, "party-a", truce, "elsewhere"))).toBe("TR29");
  });

  it("[TR30] a zone is suspended with warning", () => {
    const { world, truce } = ordered();
    world.pass(50);
    expect(world.refused(suspended(world, "party-a", truce, "the bank", -1))).toBe("TR30");
  });

  it("[TR31] who suspended a zone resumes it, once", () => {
    const { world, truce } = ordered();
    world.pass(50);
    const { id } = world.must(suspended(world, "party-a", truce));
    expect(world.refused(resumed(world, "party-b", truce, id))).toBe("TR31");
    world.must(resumed(world, "party-a", truce, id));
    expect(world.refused(resumed(world, "party-a", truce, id))).toBe("TR31");
  });

  it("[TR32] after the end each party reports once, and with both reports the truce is closed", () => {
    const { world, truce } = ordered();
    world.pass(50);
    expect(world.refused(reported("party-a", truce))).toBe("TR32");
    world.pass(23);
    expect(both.map((party) => owes(world, party, "truce_closing"))).toEqual([1, 1]);
    world.must(reported("party-a", truce));
    expect(world.refused(reported("party-a", truce))).toBe("TR32");
    expect([status(world, truce), owes(world, "party-a", "truce_closing")]).toEqual(["ended", 0]);
    world.must(reported("party-b", truce));
    expect(status(world, truce)).toBe("closed");
  });

  it("[TR32] a truce that was denounced is reported on as well", () => {
    const { world, truce } = ordered();
    world.pass(50);
    world.must(denounced(world, "party-b", truce, 2));
    const one = world.state("host").truces.texts.get(truce);
    expect(one && denunciationOf(world.state("host"), one)?.by).toBe("party-b");
    world.pass(3);
    for (const by of both) world.must(reported(by, truce));
    expect(status(world, truce)).toBe("closed");
  });
});
