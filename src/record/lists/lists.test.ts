import { describe, expect, it } from "vitest";
import type { Office } from "../access/offices.ts";
import type { ActId } from "../act/act.ts";
import type { PayloadOf } from "../act/kinds.ts";
import { owed } from "../gate/gate.ts";
import { keyOf, type Saying, unread, World } from "../testing/index.ts";
import { someContent } from "../testing/payloads-lists.ts";
import { isFrozen } from "./fold.ts";
import { answerCounts, currentLists, lineWords, listStatus, versionsOf } from "./view.ts";

const room = "exchange" as const;

function submitted(
  world: World,
  by: Office,
  more: Partial<PayloadOf<"list.submitted">> = {},
): Saying<"list.submitted"> {
  const content = someContent(world.ids, 3);
  return { kind: "list.submitted", by, room, payload: { kind: "held", title: "Held", content, ...more } };
}

type Answers = PayloadOf<"list.lines_answered">["answers"];

function answered(by: Office, list: ActId, ...answers: Answers): Saying<"list.lines_answered"> {
  return { kind: "list.lines_answered", by, room, payload: { list, answers } };
}

function signed(by: Office, list: ActId, answersRead: number): Saying<"list.version_signed"> {
  return { kind: "list.version_signed", by, room, payload: { list, answersRead } };
}

function committed(
  world: World,
  by: Office,
  more: Partial<PayloadOf<"list.committed">> = {},
): Saying<"list.committed"> {
  const payload = { kind: "held", title: "Held", round: "June", root: keyOf(world.ids), height: 6, ...more };
  return { kind: "list.committed", by, room, payload } as Saying<"list.committed">; // as the partial one says
}

function revealed(world: World, by: Office, commitment: ActId): Saying<"list.revealed"> {
  return { kind: "list.revealed", by, room, payload: { commitment, content: someContent(world.ids, 3) } };
}

function listIn(world: World, by: Office, more: Partial<PayloadOf<"list.submitted">> = {}): ActId {
  return world.must(submitted(world, by, more)).id;
}

function owes(world: World): string[] {
  const whats = ["line_answers", "list_signature", "list_commitment", "list_reveal"];
  return owed(world.state("host"), world.now)
    .filter((one) => whats.includes(one.what))
    .map((one) => `${one.what} ${one.by}`)
    .toSorted();
}

const yes = (line: number) => ({ line, answer: "acknowledged" as const });

describe("lists", () => {
  it("[LS1] name a list or commitment that their author reads", () => {
    const world = World.opened();
    expect(world.refused(submitted(world, "exchange-a", { replaces: unread }))).toBe("LS1");
    expect(world.refused(answered("exchange-b", unread, yes(1)))).toBe("LS1");
    expect(world.refused(signed("exchange-b", unread, 0))).toBe("LS1");
    expect(world.refused(revealed(world, "exchange-b", unread))).toBe("LS1");
  });

  it("[LS2] are replaced by their own side, the latest version, by one of the same kind", () => {
    const world = World.opened();
    const first = listIn(world, "exchange-a");
    expect(world.refused(submitted(world, "exchange-b", { replaces: first }))).toBe("LS2");
    expect(world.refused(submitted(world, "exchange-a", { replaces: first, kind: "dead" }))).toBe("LS2");
    const second = listIn(world, "party-a", { replaces: first });
    expect(world.refused(submitted(world, "exchange-a", { replaces: first }))).toBe("LS2");
    const state = world.state("operator");
    expect(versionsOf(state, first).map((one) => one.id)).toEqual([second, first]);
    expect(currentLists(state).map((one) => one.id)).toEqual([second]);
    expect(versionsOf(state, first).map(listStatus)).toEqual(["open", "replaced"]);
  });

  it("[LS3] say how many lines they have", () => {
    const world = World.opened();
    const { rows: _, ...unsaid } = someContent(world.ids);
    for (const content of [unsaid, { ...unsaid, rows: 0 }, { ...unsaid, rows: 50_001 }])
      expect(world.refused(submitted(world, "exchange-a", { content }))).toBe("LS3");
  });

  it("[LS4] are answered by the other side alone", () => {
    const world = World.opened();
    const list = listIn(world, "exchange-a");
    expect(world.refused(answered("party-a", list, yes(1)))).toBe("LS4");
    expect(world.refused(answered("host", list, yes(1)))).toBe("act.not_permitted");
    world.must(answered("exchange-b", list, yes(1)));
  });

  it("[LS5] are answered on lines that they have, each once", () => {
    const world = World.opened();
    const list = listIn(world, "exchange-a");
    expect(world.refused(answered("exchange-b", list, yes(4)))).toBe("LS5");
    expect(world.refused(answered("exchange-b", list, yes(1), yes(1)))).toBe("LS5");
  });

  it("[LS6] are corrected with what should stand there, and disputed with a reason", () => {
    const world = World.opened();
    const list = listIn(world, "exchange-a");
    for (const wrong of [
      { line: 1, answer: "corrected" },
      { line: 1, answer: "corrected", corrected: {} },
      { line: 1, answer: "acknowledged", corrected: { born: "1990" } },
      { line: 1, answer: "disputed" },
      { line: 1, answer: "already_returned" },
      { line: 1, answer: "not_ours" },
    ] satisfies Answers)
      expect(world.refused(answered("exchange-b", list, wrong))).toBe("LS6");
    world.must(
      answered(
        "exchange-b",
        list,
        { line: 1, answer: "corrected", corrected: { born: "1990" } },
        { line: 2, answer: "not_ours", words: "Never served with us." },
        { line: 3, answer: "no_information" },
      ),
    );
  });

  it("[LS7] are answered no more once both have signed, or a later version is there", () => {
    const world = World.opened();
    const list = listIn(world, "exchange-a");
    for (const by of ["exchange-a", "party-b"] as const) world.must(signed(by, list, 0));
    expect(world.refused(answered("exchange-b", list, yes(1)))).toBe("LS7");
    const later = listIn(world, "exchange-a", { replaces: list });
    world.must(answered("exchange-b", later, yes(1)));
    listIn(world, "exchange-a", { replaces: later });
    expect(world.refused(answered("exchange-b", later, yes(2)))).toBe("LS7");
  });

  it("[LS8] are signed with the answers that were read, and all that there are", () => {
    const world = World.opened();
    const list = listIn(world, "exchange-a");
    world.must(signed("exchange-a", list, 0));
    expect(world.refused(signed("party-a", list, 0))).toBe("LS8");
    world.must(answered("exchange-b", list, yes(1)));
    expect(world.refused(signed("exchange-a", list, 0))).toBe("LS8");
    world.must(signed("exchange-b", list, 1));
    const of = () => world.state("host").lists.lists.get(list);
    expect(of() && isFrozen(of() as never)).toBe(false); // the first signature was of other answers
    world.must(signed("party-a", list, 1));
    expect(of() && isFrozen(of() as never)).toBe(true);
    const later = listIn(world, "exchange-a", { replaces: list });
    expect(world.refused(signed("exchange-a", list, 1))).toBe("LS8");
    expect(listStatus(world.state("host").lists.lists.get(later) as never)).toBe("open");
  });

  it("[LS9] stay as both have signed them, whatever is said later", () => {
    const world = World.opened();
    const list = listIn(world, "exchange-a");
    for (const by of ["exchange-a", "exchange-b"] as const) world.must(signed(by, list, 0));
    const stray = World.opened(2);
    const other = listIn(stray, "exchange-a");
    const act = stray.must(answered("exchange-b", other, yes(1)));
    world.append({ ...act, payload: { list, answers: [yes(1)] } }); // as a host that lies could
    const state = world.state("host");
    const frozen = state.lists.lists.get(list);
    expect(frozen && [listStatus(frozen), lineWords(state, frozen).size]).toEqual(["frozen", 0]);
  });

  it("[LS10] are committed to once in a round, each to a list of its own", () => {
    const world = World.opened();
    const first = world.must(committed(world, "exchange-a"));
    expect(world.refused(committed(world, "party-a"))).toBe("LS10");
    expect(world.refused(committed(world, "exchange-b", { root: first.payload.root }))).toBe("LS10");
    expect(world.refused(committed(world, "exchange-b", { height: 18 }))).toBe("LS10");
    world.must(committed(world, "exchange-b"));
    world.must(committed(world, "exchange-a", { round: "July" }));
  });

  it("[LS11] are revealed by their own side, once, and after both have committed", () => {
    const world = World.opened();
    const own = world.must(committed(world, "exchange-a")).id;
    expect(world.refused(revealed(world, "exchange-a", own))).toBe("LS11");
    world.must(committed(world, "exchange-b", { round: "July" }));
    expect(world.refused(revealed(world, "exchange-a", own))).toBe("LS11");
    world.must(committed(world, "exchange-b"));
    expect(world.refused(revealed(world, "exchange-b", own))).toBe("LS11");
    const list = world.must(revealed(world, "exchange-a", own)).id;
    expect(world.refused(revealed(world, "exchange-a", own))).toBe("LS11");
    world.must(answered("exchange-b", list, yes(3)));
    expect(world.state("host").lists.lists.get(list)).toMatchObject({
      side: "a",
      commitment: own,
      kind: "held",
    });
  });

  it("[LS12] name an agreement that their author reads", () => {
    const world = World.opened();
    expect(world.refused(submitted(world, "exchange-a", { agreement: unread }))).toBe("LS12");
    expect(world.refused(committed(world, "exchange-a", { agreement: unread }))).toBe("LS12");
  });

  it("[LS13] take the other side’s latest word on a line, and no silence for a word", () => {
    const world = World.opened();
    const list = listIn(world, "exchange-a");
    world.must(answered("exchange-b", list, yes(1), { line: 2, answer: "no_information" }));
    world.must(answered("party-b", list, { line: 1, answer: "disputed", reason: "another_person" }));
    const state = world.state("party-a");
    const one = state.lists.lists.get(list);
    const words = one && lineWords(state, one);
    expect([words?.get(1)?.answer, words?.get(2)?.answer, words?.get(3)]).toEqual([
      "disputed",
      "no_information",
      undefined,
    ]);
    expect(one && Object.fromEntries(answerCounts(state, one))).toEqual({
      disputed: 1,
      no_information: 1,
      no_answer: 1,
    });
  });

  it("[LS14] owe answers, signatures, commitments and reveals, until they are there", () => {
    const world = World.opened();
    const list = listIn(world, "exchange-a", { answersBy: "2025-07-03" });
    expect(owes(world)).toEqual(["line_answers exchange-b"]);
    expect(owed(world.state("host"), world.now)[0]?.due).toBe(Date.parse("2025-07-04"));
    world.must(answered("exchange-b", list, yes(1), yes(2), yes(3)));
    expect(owes(world)).toEqual(["list_signature exchange-a", "list_signature exchange-b"]);
    world.must(signed("exchange-a", list, 1));
    expect(owes(world)).toEqual(["list_signature exchange-b"]);
    world.must(signed("exchange-b", list, 1));
    expect(owes(world)).toEqual([]);
    const a = world.must(committed(world, "exchange-a")).id;
    expect(owes(world)).toEqual(["list_commitment exchange-b"]);
    world.must(committed(world, "exchange-b"));
    expect(owes(world)).toEqual(["list_reveal exchange-a", "list_reveal exchange-b"]);
    world.must(revealed(world, "exchange-a", a));
    expect(owes(world)).toEqual(["line_answers exchange-b", "list_reveal exchange-b"]);
  });

  it("[LS18] take over answers of the version before by an act of the answering side, and by itself none", () => {
    const world = World.opened();
    const first = listIn(world, "exchange-a");
    world.must(answered("exchange-b", first, yes(1), { line: 3, answer: "no_information" }));
    const second = listIn(world, "exchange-a", { replaces: first });
    const words = () => {
      const state = world.state("host");
      const list = state.lists.lists.get(second);
      return [...(list ? lineWords(state, list) : [])].map(([line, one]) => [line, one.answer, one.from]);
    };
    expect(words()).toEqual([]);
    const over = (
      by: Office,
      list: ActId,
      takenOver: NonNullable<PayloadOf<"list.lines_answered">["takenOver"]>,
      ...answers: Answers
    ): Saying<"list.lines_answered"> => ({
      kind: "list.lines_answered",
      by,
      room,
      payload: { list, answers, takenOver },
    });
    const run = (from: number, line: number, lines = 1) => ({ from, line, lines });
    expect(world.refused(over("exchange-a", second, [run(1, 1)]))).toBe("LS4");
    expect(world.refused(over("exchange-b", second, [run(2, 1)]))).toBe("LS18");
    expect(world.refused(over("exchange-b", second, [run(1, 1, 3)]))).toBe("LS18");
    expect(world.refused(over("exchange-b", listIn(world, "exchange-a"), [run(1, 1)]))).toBe("LS18");
    expect(world.refused(over("exchange-b", second, [run(1, 4)]))).toBe("LS5");
    expect(world.refused(over("exchange-b", second, [run(1, 2), run(3, 2)]))).toBe("LS5");
    expect(world.refused(over("exchange-b", second, [run(1, 2)], yes(2)))).toBe("LS5");
    expect(world.refused(answered("exchange-b", second))).toBe("LS5");
    world.must(over("exchange-b", second, [run(1, 2), run(3, 1)], yes(3)));
    expect(words()).toEqual([
      [2, "acknowledged", 1],
      [1, "no_information", 3],
      [3, "acknowledged", undefined],
    ]);
    world.must(answered("exchange-b", second, { line: 2, answer: "no_information" }));
    expect(words()[0]).toEqual([2, "no_information", undefined]);
    const third = listIn(world, "exchange-a", { replaces: second });
    world.must(over("exchange-b", third, [run(1, 1, 3)])); // what was taken over is one’s own word, and can be again
    expect(owes(world)).toContain("list_signature exchange-a");
  });
});
