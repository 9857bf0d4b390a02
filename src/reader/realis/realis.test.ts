import { describe, expect, it } from "vitest";
import { drafted, live } from "../testing/report.ts";

const events = (text: string) => live(drafted(text).events).map(({ type }) => type);
const agreements = (text: string) => live(drafted(text).agreements).map(({ type }) => type);

describe("realis", () => {
  it("[RD17] holds what is over for background", () => {
    for (const text of [
      "In 2024 Ostrel and Mirandia exchanged 300 prisoners.",
      "Last spring the two sides agreed on a truce of ten days, which lapsed.",
      "At the first meeting, on 3 March 2026, they agreed to exchange 400 prisoners each.",
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
      "The two sides have not agreed on a truce of 48 hours.",
      "The sides may agree on a truce of 48 hours.",
      "The sides are close to an agreement on a truce of 48 hours.",
    ])
      expect([events(text), agreements(text)], text).toEqual([[], []]);
    expect(agreements("The two sides agreed on a truce of 48 hours.")).toEqual(["short_truce"]);
  });
});
