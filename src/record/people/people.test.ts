import { describe, expect, it } from "vitest";
import { seededRandom } from "#base";
import type { Office } from "../access/offices.ts";
import type { Act, Kind } from "../act/kinds.ts";
import { keyOf, opening, said, World } from "../testing/index.ts";
import { refuseAuthority } from "./authority.ts";
import { headAt, processOf, seatAt, seatedNow } from "./view.ts";

const keys = seededRandom(99);
const [one, two, three] = [keyOf(keys), keyOf(keys), keyOf(keys)];
const room = "process";

function grant(office: Office, key: string, member = "m1") {
  return { kind: "seat.granted", by: office, room, payload: { office, member, key, title: "x" } } as const;
}

function revoke(office: Office, key: string, member = "m1") {
  return { kind: "seat.revoked", by: office, room, payload: { office, member, key, reason: "x" } } as const;
}

function replace(office: Office, head: string) {
  return { kind: "head.replaced", by: office, room, payload: { office, head, reason: "x" } } as const;
}

describe("offices and seats", () => {
  it("[PE1] there is one founding act", () => {
    const again = { kind: "process.opened", by: "host", room, payload: opening(2) } as const;
    const world = World.opened();
    expect(world.refused(again)).toBe("PE1");
    expect(processOf(world.state("public"))?.title.en).toBe("Talks of the two rivers");
  });

  it("[PE2] two offices have two heads' keys", () => {
    const founding = opening();
    const { a, b } = founding.parties;
    const doubled = { ...founding, parties: { a, b: { ...b, head: a.head } } };
    expect(new World().refused({ kind: "process.opened", by: "host", room, payload: doubled })).toBe("PE2");
    const inHeads = { ...founding, heads: [{ office: "monitor" as const, head: founding.host.head }] };
    expect(new World().refused({ kind: "process.opened", by: "host", room, payload: inHeads })).toBe("PE2");
  });

  it("[PE2] no head's key is replaced by another office's, present or past", () => {
    const world = World.opened();
    expect(world.refused(replace("party-a", opening().parties.b.head))).toBe("PE2");
    world.must(replace("party-b", two));
    expect(world.refused(replace("party-a", opening().parties.b.head))).toBe("PE2");
    expect(world.refused(replace("party-a", two))).toBe("PE2");
  });

  it("[PE3] an office grants, revokes and replaces for itself alone", () => {
    const world = World.opened();
    const other = { office: "party-b", member: "m1", key: one } as const;
    const by = "party-a";
    expect(world.refused({ kind: "seat.granted", by, room, payload: { ...other, title: "x" } })).toBe("PE3");
    expect(world.refused({ kind: "seat.revoked", by, room, payload: { ...other, reason: "x" } })).toBe("PE3");
    const head = { office: "party-b", head: one, reason: "x" } as const;
    expect(world.refused({ kind: "head.replaced", by, room, payload: head })).toBe("PE3");
  });

  it("[PE4] a head's key is no device key, and a device key no head's", () => {
    const world = World.opened();
    expect(world.refused(grant("party-a", opening().parties.a.head))).toBe("PE4");
    expect(world.refused(grant("party-a", opening().parties.b.head))).toBe("PE4");
    world.must(grant("party-a", one));
    expect(world.refused(replace("party-a", one))).toBe("PE4");
  });

  it("[PE5] a device key serves one member in one office", () => {
    const world = World.opened();
    world.must(grant("party-a", one));
    expect(world.refused(grant("party-b", one))).toBe("PE5");
    expect(world.refused(grant("party-a", one, "m2"))).toBe("PE5");
    world.must(revoke("party-a", one));
    expect(world.refused(grant("party-b", one))).toBe("PE5");
  });

  it("[PE6] a seat is granted once until it is revoked", () => {
    const world = World.opened();
    world.must(grant("party-a", one));
    expect(world.refused(grant("party-a", one))).toBe("PE6");
    world.must(revoke("party-a", one));
    expect(world.refused(grant("party-a", one))).toBeUndefined();
  });

  it("[PE7] only a seat that is held is revoked", () => {
    const world = World.opened();
    expect(world.refused(revoke("party-a", one))).toBe("PE7");
    world.must(grant("party-a", one));
    expect(world.refused(revoke("party-a", one, "m2"))).toBe("PE7");
    world.must(revoke("party-a", one));
    expect(world.refused(revoke("party-a", one))).toBe("PE7");
  });

  it("[PE8] a head's key is replaced by another key", () => {
    const world = World.opened();
    expect(world.refused(replace("party-a", opening().parties.a.head))).toBe("PE8");
    world.must(replace("party-a", two));
    expect(world.refused(replace("party-a", two))).toBe("PE8");
  });

  it("[PE9] a key holds a seat from its grant to its revocation, by places in the process room's log", () => {
    const world = World.opened();
    world.must(grant("party-a", one));
    world.must(revoke("party-a", one));
    world.must(grant("party-a", one));
    const { people } = world.state("host");
    const who = { key: one, member: "m1", office: "party-a" } as const;
    const found = [1, 2, 3, 4].map((size) => {
      const at = seatAt(people, who, size);
      return "seat" in at ? "seated" : at.refused;
    });
    expect(found).toEqual(["unknown", "seated", "revoked", "seated"]);
    expect(seatAt(people, { ...who, member: "m2" }, 4)).toEqual({ refused: "unknown" });
    expect(seatAt(people, { ...who, office: "party-b" }, 4)).toEqual({ refused: "unknown" });
    expect(seatedNow(people).map((seat) => seat.key)).toEqual([one]);
  });

  it("[PE9] a head's key counts from its place in the log", () => {
    const world = World.opened();
    world.must(replace("party-a", two));
    const { people } = world.state("host");
    expect(headAt(people, "party-a", 0)).toBeUndefined();
    expect(headAt(people, "party-a", 1)).toBe(opening().parties.a.head);
    expect(headAt(people, "party-a", 2)).toBe(two);
    expect(headAt(people, "public", 2)).toBeUndefined();
  });
});

describe("who signs for whom", () => {
  const world = World.opened();
  world.must(grant("party-a", one));
  world.must(revoke("party-a", one));
  world.must(grant("party-a", two));
  const { people } = world.state("host");
  const { host, parties } = opening();
  const act = <K extends Kind>(saying: Parameters<typeof said<K>>[1]) => said(world, saying) as Act;
  const powers = act({
    kind: "powers.presented",
    by: "party-a",
    room: "plenary",
    payload: { authority: "x", reference: "y", persons: [{ name: "Ada", capacity: "x" }], extent: ["sign"] },
  });
  const code = (one: Act, signedBy: readonly string[], roster = 4) =>
    refuseAuthority(people, one, signedBy, roster)?.code;

  it("[PE10] one seated device key of the author signs his act", () => {
    expect(code(powers, [two])).toBeUndefined();
    expect(code(powers, [])).toBe("act.unsigned");
    expect(code(powers, [two, one])).toBe("act.unsigned");
    expect(code(powers, [two, two])).toBe("act.unsigned");
    expect(code(powers, [three])).toBe("act.seat_unknown");
    expect(code(powers, [two], 3)).toBe("act.seat_unknown");
    expect(code(powers, [one])).toBe("act.seat_revoked");
    expect(code(powers, [parties.a.head])).toBe("act.seat_unknown");
    expect(code({ ...powers, by: { ...powers.by, office: "party-b" } } as Act, [two])).toBe(
      "act.seat_unknown",
    );
    expect(code({ ...powers, by: { ...powers.by, member: "m2" } } as Act, [two])).toBe("act.seat_unknown");
  });

  it("[PE11] the head of an office signs for its seats, and a new head's key with the old", () => {
    expect(code(act(grant("party-a", three)), [parties.a.head])).toBeUndefined();
    expect(code(act(grant("party-a", three)), [parties.b.head])).toBe("act.unsigned");
    expect(code(act(grant("party-a", three)), [two])).toBe("act.unsigned");
    expect(code(act(revoke("party-a", two)), [parties.a.head, host.head])).toBe("act.unsigned");
    expect(code(act(grant("press-a", three)), [])).toBe("act.unsigned");
    expect(code(act(replace("party-a", three)), [parties.a.head, three])).toBeUndefined();
    expect(code(act(replace("party-a", three)), [three, parties.a.head])).toBeUndefined();
    expect(code(act(replace("party-a", three)), [three])).toBe("act.unsigned");
    expect(code(act(replace("party-a", three)), [parties.a.head])).toBe("act.unsigned");
  });

  it("[PE13] an office without a head gets its first from its side's party, or from the host", () => {
    expect(code(act(replace("reception-a", three)), [parties.a.head, three])).toBeUndefined();
    expect(code(act(replace("reception-b", three)), [parties.a.head, three])).toBe("act.unsigned");
    expect(code(act(replace("reception-a", three)), [parties.a.head])).toBe("act.unsigned");
    expect(code(act(replace("reception-a", three)), [host.head, three])).toBe("act.unsigned");
    expect(code(act(replace("monitor", three)), [host.head, three])).toBe("act.unsigned");
    expect(code(act(grant("reception-a", three)), [parties.a.head])).toBe("act.unsigned");
  });

  it("[PE12] the host's and both parties' heads sign the founding act", () => {
    const founding = act({ kind: "process.opened", by: "host", room, payload: opening() });
    const all = [host.head, parties.a.head, parties.b.head];
    expect(code(founding, all, 0)).toBeUndefined();
    expect(code(founding, all.toReversed(), 0)).toBeUndefined();
    for (const left of all)
      expect(
        code(
          founding,
          all.filter((key) => key !== left),
          0,
        ),
      ).toBe("act.unsigned");
    expect(code(founding, [...all, three], 0)).toBe("act.unsigned");
    expect(code(founding, [host.head, parties.a.head, three], 0)).toBe("act.unsigned");
  });
});
