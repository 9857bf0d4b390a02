import { describe, expect, it } from "vitest";
import { read } from "../index.ts";
import { drafted, live, process, reportDate } from "../testing/report.ts";

const events = (text: string, day = reportDate) =>
  live(read(text, { reportDate: day, process }).events).map(({ type }) => type);
const agreements = (text: string) => live(drafted(text).agreements).map(({ type }) => type);

describe("realis", () => {
  it("[RD17] holds what is over for background", () => {
    for (const text of [
      "In 2024 Ostrel and Mirandia exchanged 300 prisoners.",
      "Last spring the two sides agreed on a truce of ten days, which lapsed.",
      "At the first meeting, on 3 March 2026, they agreed to exchange 400 prisoners each.",
      "In the spring Ostrel released 90 prisoners.",
      "The year in review: talks\nThe first months were quiet. Ostrel and Mirandia exchanged 300 prisoners.",
      "Talks opened today.\nBackground\nThe two sides agreed to exchange 200 prisoners each. Ostrel released 90 prisoners.",
    ])
      expect([events(text), agreements(text)], text).toEqual([[], []]);
    expect(events("On Monday Ostrel and Mirandia exchanged 300 prisoners.")).toEqual(["prisoner_return"]);
  });

  it("[RD18] drafts nothing of what is planned, conditional, negated, in doubt or asked", () => {
    for (const text of [
      "Ostrel will release 40 prisoners on Friday.",
      "Ostrel would release 40 prisoners if Mirandia did so too.",
      "Ostrel has not released 40 prisoners.",
      "Ostrel is ready to hand over 90 bodies.",
      "Ostrel hopes to have released 40 prisoners by nightfall.",
      "Will Ostrel release 40 prisoners?",
      "Suppose that Ostrel released 40 prisoners.",
      "To all who write that a convoy was fired on: no.",
      "Two people involved in the exchange of detained civilians spoke of lists.",
      "The two sides have not agreed on a truce of 48 hours.",
      "The sides may agree on a truce of 48 hours.",
      "The sides are close to an agreement on a truce of 48 hours.",
    ])
      expect([events(text), agreements(text)], text).toEqual([[], []]);
    expect(agreements("The two sides agreed on a truce of 48 hours.")).toEqual(["short_truce"]);
    expect(events("On 2 May Ostrel released 40 prisoners.", "2026-05-03")).toEqual(["prisoner_return"]);
  });
});
