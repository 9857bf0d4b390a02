import { describe, expect, it } from "vitest";
import { checkAct } from "#record";
import { said, World } from "#record/testing";
import { momentIsWrong, momentOf, noMoment } from "./moment-draft.ts";
import { linesOf, maybe, peopleAreWrong, peopleOf } from "./person-draft.ts";
import { ownWords, type SourceDraft, sourceIsWrong, sourceOf } from "./source-draft.ts";

describe("a moment that is being filled in", () => {
  it("is a civil day without an hour, and an instant with the offset of its clock on that day", () => {
    expect(momentOf({ ...noMoment, day: "2025-07-23" })).toBe("2025-07-23");
    const by = (day: string, zone: string) => momentOf({ day, hour: "20:37", zone });
    expect(by("2025-07-23", "Europe/Kyiv")).toBe("2025-07-23T20:37:00+03:00");
    expect(by("2025-01-23", "Europe/Kyiv")).toBe("2025-01-23T20:37:00+02:00");
    expect(by("2025-01-23", "Europe/Moscow")).toBe("2025-01-23T20:37:00+03:00");
    expect(by("2025-01-23", "America/St_Johns")).toBe("2025-01-23T20:37:00-03:30");
    expect(by("2025-01-23", "UTC")).toBe("2025-01-23T20:37:00+00:00");
  });

  it("is not an hour that the clocks skip", () => {
    const skipped = { day: "2025-03-30", hour: "03:30", zone: "Europe/Kyiv" };
    expect(momentOf(skipped)).toBeUndefined();
    expect(momentIsWrong(skipped)).toBe("forms.no_such_hour");
  });

  it("says what is missing", () => {
    expect(momentIsWrong(noMoment)).toBe("forms.fill");
    expect(momentIsWrong(noMoment, true)).toBeUndefined();
    expect(momentIsWrong({ ...noMoment, hour: "10:00" }, true)).toBe("forms.fill");
    expect(momentIsWrong({ day: "2025-07-23", hour: "10:00", zone: null })).toBe("forms.choose_clock");
  });
});

describe("a source that is being filled in", () => {
  const news: SourceDraft = { kind: "news", publisher: " The Courier ", title: "", published: "", url: "" };

  it("begins as one's own words, and the record takes it so", () => {
    expect(sourceOf(ownWords("Harbour"))).toEqual({ kind: "own_record", publisher: "Harbour" });
    const world = World.opened();
    const full = { ...news, title: "Talks", published: "2025-07-23", url: "https://courier.example/1" };
    for (const draft of [ownWords("Harbour"), news, full]) {
      const payload = {
        title: "x",
        number: 1,
        on: "2025-07-23",
        format: "plenary",
        source: sourceOf(draft),
      } as const;
      expect(
        checkAct(said(world, { kind: "round.proposed", by: "host", room: "plenary", payload })),
      ).toHaveProperty("act");
    }
  });

  it("needs its publisher, and an address only of the kind that the record takes", () => {
    expect(sourceIsWrong(news)).toBeUndefined();
    expect(sourceIsWrong({ ...news, publisher: " " })).toBe("forms.fill");
    for (const url of ["http://courier.example", "courier.example", "https://", "javascript:alert(1)"])
      expect(sourceIsWrong({ ...news, url })).toBe("forms.fill_address");
  });
});

describe("lists that are being filled in", () => {
  it("leave out what stayed empty, and want a capacity for every name", () => {
    const whole = { name: " Ada Lind ", capacity: "envoy" };
    const empty = { name: "", capacity: " " };
    expect(peopleOf([whole, empty])).toEqual([{ name: "Ada Lind", capacity: "envoy" }]);
    expect(peopleAreWrong([whole, empty], 1)).toBeUndefined();
    expect(peopleAreWrong([whole, empty], 2)).toBe("forms.fill_both");
    expect(peopleAreWrong([{ name: "Ada Lind", capacity: "" }], 0)).toBe("forms.fill_both");
    expect(linesOf(" one \n\n two")).toEqual(["one", "two"]);
    expect(maybe("venue", "  ")).toEqual({});
    expect(maybe("venue", " The hall ")).toEqual({ venue: "The hall" });
  });
});
