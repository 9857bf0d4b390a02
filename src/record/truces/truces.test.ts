import { describe, expect, it } from "vitest";
import { acceptTruceIn, counted, orderIn, truceIn, truceTermsIn, unread, World } from "../testing/index.ts";
import { localPrint, truceParts } from "./complete.ts";
import {
  answered,
  declared,
  denounced,
  guaranteed,
  ordered,
  ready,
  reciprocated,
  status,
  tabled,
} from "./sayings.fixture.ts";

const room = "humanitarian";

describe("what may be said about truces", () => {
  it("[TR1] it names a text or declaration that its author reads", () => {
    const world = World.opened();
    expect(world.refused(tabled(world, "party-a", { retables: unread }))).toBe("TR1");
    expect(world.refused(answered("party-a", unread))).toBe("TR1");
    expect(world.refused(ordered(world, "party-a", unread))).toBe("TR1");
    expect(world.refused(guaranteed(world, "party-a", unread))).toBe("TR1");
    expect(world.refused(ready("operator", unread))).toBe("TR1");
    expect(world.refused(denounced(world, "party-a", unread, 1))).toBe("TR1");
    expect(world.refused(reciprocated("party-a", unread))).toBe("TR1");
    const payload = { declaration: unread, what: "x", count: counted(3, "violations") };
    expect(world.refused({ kind: "truce.count_claimed", by: "monitor", room, payload })).toBe("TR1");
  });

  it("[TR2] the latest text is tabled again", () => {
    const world = World.opened();
    const first = truceIn(world, "party-a");
    truceIn(world, "party-b", { retables: first });
    expect(world.refused(tabled(world, "party-a", { retables: first }))).toBe("TR2");
    expect(status(world, first)).toBe("superseded");
  });

  it("[TR3] what it carries out is something that its author reads", () => {
    const world = World.opened();
    expect(world.refused(tabled(world, "party-a", { agreement: unread }))).toBe("TR3");
  });

  it("[TR4] its local prints are the wall clocks of its instants, and it ends after it starts", () => {
    const world = World.opened();
    const terms = truceTermsIn(world);
    const { start, end } = terms;
    if (!start || !end) throw new Error("Whole terms have a start and an end.");
    const wrong = (change: object) =>
      world.refused(tabled(world, "party-a", { terms: { ...terms, ...change } }));
    expect(wrong({ start: { ...start, localA: end.localA } })).toBe("TR4");
    expect(wrong({ start: { ...start, localB: "24:00" } })).toBe("TR4");
    expect(wrong({ end: { ...end, localB: start.localB } })).toBe("TR4");
    expect(wrong({ start: end, end: start })).toBe("TR4");
    expect(wrong({ end: start })).toBe("TR4");
    expect(wrong({})).toBeUndefined();
    const at = Date.parse("2015-02-06T06:00:00Z"); // one hour, two clocks: the nine hours of Debaltseve
    expect([localPrint(at, "Europe/Kyiv"), localPrint(at, "Europe/Moscow")]).toEqual([
      "2015-02-06 08:00",
      "2015-02-06 09:00",
    ]);
  });

  it("[TR5] nothing is left to answer in a text that was tabled again, denounced, or has ended", () => {
    const world = World.opened();
    const earlier = truceIn(world, "party-a");
    truceIn(world, "party-a", { retables: earlier });
    const broken = truceIn(world, "party-a");
    world.must(denounced(world, "party-a", broken, 0));
    const over = truceIn(world, "party-a");
    acceptTruceIn(world, over, "party-b");
    for (const by of ["party-a", "party-b"] as const) orderIn(world, over, by);
    world.pass(100);
    for (const id of [earlier, broken, over]) expect(world.refused(answered("party-b", id))).toBe("TR5");
  });

  it("[TR6] a text is accepted when it is whole; until then it is agreed in principle", () => {
    for (const { part } of truceParts) {
      const world = World.opened();
      const { [part]: _, ...terms } = truceTermsIn(world);
      const truce = truceIn(world, "party-a", { terms });
      expect(`${part} ${world.refused(answered("party-b", truce))}`).toBe(`${part} TR6`);
      expect(world.refused(answered("party-b", truce, "agreed_in_principle"))).toBeUndefined();
      expect(status(world, truce)).toBe("agreed_in_principle");
    }
  });

  it("[TR7] orders, guarantees and go or no-go follow an accepted text", () => {
    const world = World.opened();
    const truce = truceIn(world, "party-a");
    expect(world.refused(ordered(world, "party-a", truce))).toBe("TR7");
    expect(world.refused(guaranteed(world, "party-a", truce))).toBe("TR7");
    expect(world.refused(ready("operator", truce))).toBe("TR7");
    acceptTruceIn(world, truce, "party-b");
    for (const saying of [
      ordered(world, "party-a", truce),
      guaranteed(world, "party-a", truce),
      ready("operator", truce),
    ])
      expect(world.refused(saying as never)).toBeUndefined();
  });

  it("[TR8] a truce is denounced with warning, never for a time that has passed", () => {
    const world = World.opened();
    const truce = truceIn(world, "party-a");
    expect(world.refused(denounced(world, "party-b", truce, -1))).toBe("TR8");
    world.must(denounced(world, "party-b", truce, 6));
    expect(status(world, truce)).toBe("tabled");
    expect(status(world, truce, world.now + 6 * 3_600_000)).toBe("denounced");
  });

  it("[TR9] a declared window ends after it starts", () => {
    const world = World.opened();
    expect(world.refused(declared("party-a", { from: "2025-07-09", to: "2025-07-08" }))).toBe(
      "act.malformed",
    );
    const noon = "2025-07-09T12:00:00Z";
    expect(world.refused(declared("party-a", { from: noon, to: noon }))).toBe("TR9");
    expect(world.refused(declared("party-a", { from: "2025-07-09", to: "2025-07-09" }))).toBeUndefined();
    expect(world.refused(declared("party-a", { from: "2025-07-08", to: "2025-07-09" }))).toBeUndefined();
  });

  it("[TR10] a declaration is answered by the other party", () => {
    const world = World.opened();
    const { id } = world.must(declared("party-a", "2025-07-08"));
    expect(world.refused(reciprocated("party-a", id))).toBe("TR10");
    expect(world.refused(reciprocated("party-b", id))).toBeUndefined();
  });

  it("[TR11] a text is tabled again in its own room", () => {
    const world = World.opened();
    const inPlenary = truceIn(world, "party-a", {}, "plenary");
    expect(world.refused(tabled(world, "party-a", { retables: inPlenary }))).toBe("TR11");
    expect(world.refused(tabled(world, "party-a", { retables: inPlenary }, "plenary"))).toBeUndefined();
    const shared = truceIn(world, "party-a");
    expect(world.refused(tabled(world, "party-a", { retables: shared }, "plenary"))).toBe("TR11");
  });

  it("[TR12] a text that both have accepted is denounced with warning, not answered anew", () => {
    const world = World.opened();
    const truce = truceIn(world, "party-a");
    acceptTruceIn(world, truce, "party-b");
    expect(world.refused(answered("party-b", truce, "declined"))).toBe("TR12");
    for (const by of ["party-a", "party-b"] as const) orderIn(world, truce, by);
    expect(world.refused(answered("party-a", truce, "declined"))).toBe("TR12");
    world.pass(60);
    expect(status(world, truce)).toBe("in_effect");
    expect(world.refused(answered("party-a", truce, "reserved"))).toBe("TR12");
  });

  it("[TR13] what becomes of a text is said where all who read the text read it", () => {
    const world = World.opened();
    const truce = truceIn(world, "party-a");
    const elsewhere = { room: "plenary" } as const;
    expect(world.refused({ ...answered("party-b", truce), ...elsewhere })).toBe("TR13");
    expect(world.refused({ ...denounced(world, "party-b", truce, 6), ...elsewhere })).toBe("TR13");
    acceptTruceIn(world, truce, "party-b");
    expect(world.refused({ ...ordered(world, "party-a", truce), ...elsewhere })).toBe("TR13");
    expect(world.refused({ ...guaranteed(world, "party-a", truce), ...elsewhere })).toBe("TR13");
    const inPlenary = truceIn(world, "party-a", {}, "plenary");
    expect(world.refused(answered("party-b", inPlenary))).toBeUndefined();
  });
});
