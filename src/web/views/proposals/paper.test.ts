import { describe, expect, it } from "vitest";
import { checkAct } from "#record";
import { dayOf, pauseTerm, said, tableIn, World } from "#record/testing";
import { noMoment } from "../../design/moment-draft.ts";
import { ownWords } from "../../design/source-draft.ts";
import { deskOf } from "../../testing/index.ts";
import { type AnswerDraft, answerPayload, wrongInAnswer } from "./answer.ts";
import { beginPaper, fieldRefused, type PaperDraft, writePaper } from "./paper.ts";
import { type PaperStart, paper, type Start } from "./paper-query.ts";
import { newTerm } from "./term-draft.ts";

const source = ownWords("Southbank");

function startIn(world: World, start: Start): PaperStart {
  const answer = paper(deskOf(world.state("party-b"), "party-b", world.now), start);
  if (!answer.may) throw new Error("Party b may not write this paper.");
  return answer.start;
}

function wrongIn(draft: PaperDraft, start: PaperStart): Readonly<Record<string, string>> {
  const written = writePaper(draft, start);
  return "wrong" in written ? Object.fromEntries(written.wrong) : {};
}

describe("a paper", () => {
  it("[PV11] becomes an act that the rules admit: a counter-proposal on the table", () => {
    const world = World.opened();
    const text = tableIn(world, "party-a");
    const start = startIn(world, { from: "counter", id: text });
    const begun = beginPaper(start, source, noMoment);
    const lapses = { day: dayOf(world.now, 5), hour: "12:00", zone: "UTC", asWritten: "" };
    const written = writePaper({ ...begun, room: "plenary", title: "Ours", lapses }, start);
    if (!("draft" in written)) throw new Error(JSON.stringify([...written.wrong]));
    const { draft } = written;
    expect(draft).toMatchObject({
      kind: "proposal.tabled",
      payload: { counters: text, terms: [pauseTerm()] },
    });
    const act = said(world, {
      kind: "proposal.tabled",
      by: "party-b",
      room: draft.room,
      payload: draft.payload as never,
    }); // as judged next
    expect(checkAct(act)).toHaveProperty("act");
    expect(world.say(act as never)).toBeUndefined();
  });

  it("[PV11] in the own room is a draft: without source, and it may still lack terms", () => {
    const world = World.opened();
    const start = startIn(world, { from: "nothing" });
    const draft = { ...beginPaper(start, source, noMoment), title: "Ours" };
    const written = writePaper({ ...draft, room: "internal-b" }, start);
    expect(written).toEqual({
      draft: { room: "internal-b", kind: "proposal.drafted", payload: { title: "Ours", terms: [] } },
    });
    expect(wrongIn({ ...draft, room: "plenary" }, start)).toEqual({ "terms.": "proposals.wrong.no_terms" });
  });

  it("[PV13] tells what is not right yet, by field", () => {
    const world = World.opened();
    const start = startIn(world, { from: "nothing" });
    const draft = beginPaper(start, { ...source, kind: "news", publisher: "" }, noMoment);
    const term = newTerm("place", []);
    expect(
      wrongIn({ ...draft, terms: [term], lapses: { ...noMoment, hour: "12:00", asWritten: "" } }, start),
    ).toEqual({
      room: "forms.choose",
      title: "proposals.wrong.empty",
      "terms.0.words": "proposals.wrong.empty",
      lapses: "proposals.wrong.no_day",
      source: "forms.fill",
    });
  });

  it("[PV14] shows a refusal at the field that it names", () => {
    const at = (detail: string) => {
      const [path = "", reason] = detail.split(": ");
      const details = reason === undefined ? {} : { path, reason };
      return fieldRefused({ code: "act.malformed", title: "", detail, details });
    };
    expect(at("payload.terms.2.minHours: Too big.")).toEqual({
      field: "terms.2.minHours",
      reason: "Too big.",
    });
    expect(at("payload.terms.0.amount.min: Too small.")).toMatchObject({ field: "terms.0.amount" });
    expect(at("payload.terms.1.persons.0.name: one word has letters of more than one script.")).toMatchObject(
      {
        field: "terms.1.persons",
      },
    );
    expect(at("payload.lapsesAt: must be an instant.")).toMatchObject({ field: "lapses" });
    expect(at("payload.source.url: Invalid URL.")).toMatchObject({ field: "source" });
    expect(at("payload.round: must be an act id.")).toBeUndefined();
    expect(at("The proposal is withdrawn.")).toBeUndefined();
  });

  it("[PV14] finds the field in what the record's own form says", () => {
    const world = World.opened();
    const terms = [pauseTerm(), { key: "long", type: "duration", minHours: 1e9 }];
    const payload = { title: "Ours", terms, source: { kind: "own_record", publisher: "Southbank" } };
    const checked = checkAct(
      said(world, { kind: "proposal.tabled", by: "party-b", room: "plenary", payload: payload as never }),
    ); // refused
    if (!("problem" in checked)) throw new Error("The form takes a thousand million hours.");
    expect(fieldRefused(checked.problem)?.field).toBe("terms.1.minHours");
  });
});

describe("an answer", () => {
  const blank: AnswerDraft = {
    answer: null,
    due: noMoment,
    counter: "",
    reservation: "",
    termAnswers: {},
    words: "",
    source,
  };
  const wrong = (draft: AnswerDraft) =>
    Object.entries(wrongInAnswer(draft)).flatMap(([field, why]) => (why ? [`${field} ${why}`] : []));

  it("[PV15] is not chosen beforehand, and needs what belongs to it", () => {
    expect(wrong(blank)).toEqual(["answer forms.choose"]);
    expect(wrong({ ...blank, answer: "accepted" })).toEqual([]);
    expect(wrong({ ...blank, answer: "reserved" })).toEqual(["reservation forms.fill"]);
    expect(wrong({ ...blank, answer: "countered" })).toEqual(["counter proposals.wrong.no_counter"]);
    expect(wrong({ ...blank, answer: "under_study" })).toEqual([]);
  });

  it("[PV15] says nothing that belongs to another answer", () => {
    const world = World.opened();
    const text = tableIn(world, "party-a");
    const full = {
      ...blank,
      due: { day: "2025-08-01", hour: "", zone: null },
      counter: text,
      reservation: "x",
      words: "y",
    };
    const accepted = answerPayload(text, {
      ...full,
      answer: "accepted",
      termAnswers: { duration: "declined" },
    });
    expect(accepted).toEqual({
      proposal: text,
      answer: "accepted",
      termAnswers: [{ key: "duration", answer: "declined" }],
      words: "y",
      source: { kind: "own_record", publisher: "Southbank" },
    });
    expect(answerPayload(text, { ...full, answer: "under_study" })).toMatchObject({ due: "2025-08-01" });
    expect(answerPayload(text, { ...full, answer: "reserved" })).toMatchObject({ reservation: "x" });
    const payload = accepted as never; // as judged next
    expect(
      world.refused({ kind: "proposal.answered", by: "party-b", room: "plenary", payload }),
    ).toBeUndefined();
  });
});
