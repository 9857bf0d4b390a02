import { describe, expect, it } from "vitest";
import type { Office } from "../access/offices.ts";
import type { ActId } from "../act/act.ts";
import type { PayloadOf } from "../act/kinds.ts";
import { ownRecord, type Saying, unread, World } from "../testing/index.ts";
import { issueView } from "./view.ts";

const source = ownRecord;

function issueIn(world: World): ActId {
  return world.must({
    kind: "issue.opened",
    by: "host",
    room: "plenary",
    payload: { title: "x", words: "y" },
  }).id;
}

function cited(
  by: Office,
  issue: ActId,
  more: Partial<PayloadOf<"position.cited">> = {},
): Saying<"position.cited"> {
  const payload = {
    issue,
    side: by === "party-b" ? "b" : "a",
    position: "Open.",
    dated: "2025-07-01",
    source,
  } as const;
  return { kind: "position.cited", by, room: "plenary", payload: { ...payload, ...more } };
}

function captureIn(world: World, onBehalfOf: Office): ActId {
  const speaker = { name: "Ada", capacity: "x" };
  const payload = {
    speaker,
    onBehalfOf,
    occasion: "x",
    verbatim: "Open.",
    language: "en",
    original: true,
    source,
  };
  return world.must({ kind: "statement.captured", by: "host", room: "plenary", payload }).id;
}

function outlook(basis: readonly ActId[]): Saying<"outlook.given"> {
  const payload = {
    author: "x",
    horizon: "2025-08-01",
    confidence: "low" as const,
    words: "x",
    basis: [...basis],
    source,
  } satisfies PayloadOf<"outlook.given">;
  return { kind: "outlook.given", by: "host", room: "plenary", payload };
}

function classified(issue: ActId, basis: ActId, by: Office = "party-a"): Saying<"issue.classified"> {
  const payload = {
    issue,
    box: "divergent_norms" as const,
    words: "x",
    basis: [basis],
  } satisfies PayloadOf<"issue.classified">;
  return { kind: "issue.classified", by, room: by === "host" ? "internal-host" : "internal-a", payload };
}

describe("positions", () => {
  it("[PO1] a position and a class name an issue that their author reads", () => {
    const world = World.opened();
    expect(world.refused(cited("party-a", unread))).toBe("PO1");
    expect(world.refused(classified(unread, unread))).toBe("PO1");
  });

  it("[PO2] the statement cited is one that its author reads", () => {
    const world = World.opened();
    expect(world.refused(cited("party-a", issueIn(world), { statement: unread }))).toBe("PO2");
  });

  it("[PO3] a party states its own position", () => {
    const world = World.opened();
    const issue = issueIn(world);
    expect(world.refused(cited("party-a", issue, { side: "b" }))).toBe("PO3");
    expect(world.refused(cited("party-b", issue, { side: "a" }))).toBe("PO3");
    expect(world.refused(cited("party-a", issue))).toBeUndefined();
  });

  it("[PO4] the host cites a party's position to a statement made on that party's behalf", () => {
    const world = World.opened();
    const issue = issueIn(world);
    expect(world.refused(cited("host", issue))).toBe("PO4");
    expect(world.refused(cited("host", issue, { statement: captureIn(world, "party-b") }))).toBe("PO4");
    expect(world.refused(cited("host", issue, { statement: captureIn(world, "host") }))).toBe("PO4");
    expect(world.refused(cited("host", issue, { statement: captureIn(world, "party-a") }))).toBeUndefined();
  });

  it("[PO8] a side cites what a report says that it proposed or agreed, while that stands", () => {
    const world = World.opened();
    const issue = issueIn(world);
    const note = (entry: PayloadOf<"report.entry_noted">["entry"]) =>
      world.must({
        kind: "report.entry_noted",
        by: "host",
        room: "plenary",
        payload: { entry, rule: "x", changedByHand: false, source: { ...source, report } },
      }).id;
    const report = { digest: `${"A".repeat(43)}=`, length: 90, spans: [{ from: 1, to: 9 }] };
    const [a, b] = [{ office: "party-a" }, { office: "party-b" }] as const;
    const told = { measure: "short_truce", terms: {} } as const;
    const proposed = note({ class: "proposal", ...told, by: [a], again: false });
    const agreed = note({ class: "agreement", ...told, between: [a, b], inPrinciple: true, accordingTo: [] });
    const met = note({ class: "meeting", role: "main", with: [a, b] });
    const refused = (by: Office, entry: ActId, more = {}) =>
      world.refused(cited(by, issue, { entry, ...more }));
    expect([refused("party-a", proposed), refused("party-b", proposed)]).toEqual([undefined, "PO8"]);
    expect([refused("party-a", agreed), refused("party-b", agreed)]).toEqual([undefined, undefined]);
    expect([refused("party-a", met), refused("party-a", unread)]).toEqual(["PO8", "PO8"]);
    expect(refused("host", proposed)).toBe("PO4");
    expect(refused("host", proposed, { statement: captureIn(world, "party-a") })).toBeUndefined();
    const payload = { entry: proposed, reason: "Read again." };
    world.must({ kind: "report.entry_withdrawn", by: "host", room: "plenary", payload });
    expect(refused("party-a", proposed)).toBe("PO8");
  });

  it("[PO5] a class and an outlook rest on acts that their author reads", () => {
    const world = World.opened();
    const issue = issueIn(world);
    expect(world.refused(outlook([issue, unread]))).toBe("PO5");
    expect(world.refused(outlook([issue]))).toBeUndefined();
    expect(world.refused(classified(issue, unread))).toBe("PO5");
    expect(world.refused(classified(issue, issue))).toBeUndefined();
  });

  it("[PO6] an issue shows each side's latest position by its own date, with its source, and no number for distance", () => {
    const world = World.opened();
    const issue = issueIn(world);
    world.must(cited("party-a", issue, { dated: "2025-07-20", position: "late" }));
    world.must(cited("party-a", issue, { dated: "2025-06-02", position: "early" }));
    const state = world.state("party-b");
    const one = state.positions.issues.get(issue);
    const view = one && issueView(state, one);
    expect(view?.latest.a?.act.payload).toMatchObject({ position: "late", source });
    expect(view?.earlier.a.map(({ act }) => act.payload.position)).toEqual(["early"]);
    expect([view?.latest.b, view?.earlier.b]).toEqual([undefined, []]);
    expect(Object.keys(view ?? {})).toEqual(["issue", "latest", "earlier", "classified"]);
  });

  it("[PO7] how an office classifies an issue stays in its own room", () => {
    const world = World.opened();
    const issue = issueIn(world);
    world.must(classified(issue, issue, "party-a"));
    expect(world.state("party-a").positions.issues.get(issue)?.classified).toHaveLength(1);
    for (const other of ["host", "party-b"] as const)
      expect(world.state(other).positions.issues.get(issue)?.classified).toEqual([]);
    expect(world.refused({ ...classified(issue, issue), room: "plenary" })).toBe("act.not_permitted");
  });
});
