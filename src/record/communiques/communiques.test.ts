import { describe, expect, it } from "vitest";
import type { Office } from "../access/offices.ts";
import { principals } from "../access/offices.ts";
import { canonicalBytes, fitsForm } from "../act/bytes.ts";
import type { PayloadOf } from "../act/kinds.ts";
import { owed } from "../gate/gate.ts";
import { instantOf, keyOf, said, unread, World } from "../testing/index.ts";
import { dueDeposits } from "./deposit.ts";
import { communiqueStatus, releaseOf } from "./view.ts";

type Tabled = PayloadOf<"communique.tabled">;

const en = { language: "en", title: "Joint statement", text: "The parties met at the harbour." };
const tr = { language: "tr", title: "Ortak açıklama", text: "Taraflar limanda bir araya geldi." };
const room = "plenary";
type Communique = { readonly world: World; readonly id: ReturnType<World["must"]>["id"] };

function tabled(more: Partial<Tabled> = {}, world = World.opened()): Communique {
  const payload: Tabled = { versions: [en, tr], ...more };
  return { world, id: world.must({ kind: "communique.tabled", by: "host", room, payload }).id };
}

function answer(
  { world, id }: Communique,
  by: Office,
  language: string,
  said: "cleared_for_release" | "not_cleared_for_release",
) {
  const payload = { communique: id, language, answer: said } as const;
  return world.refused({ kind: "communique.answered", by, room, payload });
}

function clearAll(one: Communique) {
  for (const by of principals)
    for (const { language } of [en, tr]) answer(one, by, language, "cleared_for_release");
}

function release({ world, id }: Communique, by: Office, versions = [en, tr]) {
  return world.refused({
    kind: "communique.released",
    by,
    room: "public",
    payload: { communique: id, versions },
  });
}

const signature = Buffer.alloc(64).toString("base64");

function deposit({ world, id }: Communique, by: Office, saidAt: string, author = by, versions = [en, tr]) {
  const ahead = said(world, {
    kind: "communique.released",
    by: author,
    room: "public",
    payload: { communique: id, versions },
    saidAt,
  });
  const act = Buffer.from(canonicalBytes(ahead)).toString("base64");
  const payload = { communique: id, act, key: keyOf(world.ids), signature };
  return world.refused({ kind: "communique.release_deposited", by, room, payload });
}

const statusOf = ({ world, id }: Communique, reader: Office = "party-a") => {
  const state = world.state(reader);
  const found = state.communiques.tabled.get(id);
  return found && communiqueStatus(state, found, world.now);
};

describe("joint texts", () => {
  it("[CQ1] have each language once, and a time of release ahead of them", () => {
    const world = World.opened();
    const at = instantOf(world.now);
    expect(fitsForm("communique.tabled", { versions: [en, en] })).toBe(false);
    const payload: Tabled = { versions: [en], releaseAt: at };
    expect(world.refused({ kind: "communique.tabled", by: "host", room, payload })).toBe("CQ1");
  });

  it("[CQ2] are replaced by texts without clearances, and not answered after that", () => {
    const one = tabled();
    clearAll(one);
    const other = tabled({ replaces: one.id }, one.world);
    expect([statusOf(one), statusOf(other)]).toEqual(["replaced", "open"]);
    expect([answer(one, "party-a", "en", "cleared_for_release"), release(one, "host")]).toEqual([
      "CQ2",
      "CQ2",
    ]);
    expect(answer({ ...one, id: unread }, "party-a", "en", "cleared_for_release")).toBe("CQ2");
    clearAll(other);
    expect(release(other, "party-b")).toBeUndefined();
    expect(answer(other, "party-a", "en", "not_cleared_for_release")).toBe("CQ2");
  });

  it("[CQ3] are cleared by each for itself, version by version, until they are public", () => {
    const one = tabled();
    expect(answer(one, "party-a", "uk", "cleared_for_release")).toBe("CQ3");
    clearAll(one);
    expect(statusOf(one)).toBe("due");
    expect(answer(one, "party-b", "tr", "not_cleared_for_release")).toBeUndefined();
    expect(statusOf(one)).toBe("open");
  });

  it("[CQ4] are not released while one has not cleared one version", () => {
    for (const by of principals) {
      const one = tabled();
      for (const other of principals) {
        answer(one, other, "en", "cleared_for_release");
        if (other !== by) answer(one, other, "tr", "cleared_for_release");
      }
      expect(release(one, "host")).toBe("CQ4");
    }
  });

  it("[CQ5] are in nobody else's copy before their time", () => {
    const world = World.opened();
    const at = instantOf(world.now + 3_600_000);
    const one = tabled({ releaseAt: at }, world);
    clearAll(one);
    expect([statusOf(one), release(one, "host")]).toEqual(["cleared", "CQ5"]);
    for (const reader of ["public", "monitor", "operator", "press-a", "press-b"] as const)
      expect(JSON.stringify(world.entriesFor(reader))).not.toContain("harbour");
    world.pass(1);
    expect(statusOf(one)).toBe("due");
    expect(release(one, "host")).toBeUndefined();
    for (const reader of ["public", "monitor", "press-b"] as const)
      expect(releaseOf(world.state(reader), one.id)?.act.payload.versions).toEqual([en, tr]);
  });

  it("[CQ6] are released word for word, by any of the three, once", () => {
    for (const by of principals) {
      const one = tabled();
      clearAll(one);
      expect(release(one, by, [en])).toBe("CQ6");
      expect(release(one, by, [tr, en])).toBe("CQ6");
      expect(release(one, by, [en, { ...tr, text: `${tr.text} ` }])).toBe("CQ6");
      expect(release(one, by)).toBeUndefined();
      expect(statusOf(one)).toBe("released");
      for (const other of principals) expect(release(one, other)).toBe("CQ2");
    }
  });

  it("[CQ8] are signed ahead by any of the three, while their time is still to come", () => {
    for (const by of principals) {
      const world = World.opened();
      const releaseAt = instantOf(world.now + 3_600_000);
      const one = tabled({ releaseAt }, world);
      expect(deposit(one, by, releaseAt)).toBeUndefined();
      world.pass(1);
      expect(deposit(one, by, releaseAt)).toBe("CQ8");
      expect(dueDeposits(world.state(by), world.now)).toEqual([]);
      clearAll(one);
      expect(dueDeposits(world.state("host"), world.now)).toHaveLength(1);
      release(one, "party-a");
      expect(dueDeposits(world.state("host"), world.now)).toEqual([]);
    }
    expect(deposit(tabled(), "host", instantOf(0))).toBe("CQ8");
  });

  it("[CQ9] are signed ahead as they stand, by the same office, for their time", () => {
    const world = World.opened();
    const releaseAt = instantOf(world.now + 3_600_000);
    const one = tabled({ releaseAt }, world);
    expect(deposit(one, "host", instantOf(world.now + 1_800_000))).toBe("CQ9");
    expect(deposit(one, "host", releaseAt, "party-a")).toBe("CQ9");
    expect(deposit(one, "host", releaseAt, "host", [en])).toBe("CQ9");
    const payload = {
      communique: one.id,
      act: "bm90aGluZw==",
      key: keyOf(world.ids),
      signature,
    };
    expect(world.refused({ kind: "communique.release_deposited", by: "host", room, payload })).toBe("CQ9");
  });

  it("[CQ7] are owed a word on each version by each who has said none, and a release by all three", () => {
    const one = tabled();
    const owing = () =>
      owed(one.world.state("host"), one.world.now).filter(({ subject }) => subject === one.id);
    expect(owing()).toHaveLength(6);
    answer(one, "party-b", "en", "not_cleared_for_release");
    expect(owing()).toHaveLength(5);
    clearAll(one);
    expect(
      owing()
        .map(({ what, by }) => `${what} ${by}`)
        .toSorted(),
    ).toEqual(principals.map((by) => `communique_release ${by}`).toSorted());
    release(one, "party-a");
    expect(owing()).toEqual([]);
  });
});
