import { describe, expect, it } from "vitest";
import { drafted, live } from "../testing/report.ts";

describe("proposals, agreements, events, media", () => {
  it("[RD22] makes one proposal of the sentences about it, and a counter-proposal of a yes with a condition", () => {
    const { proposals } = drafted(
      "Ostrel's envoy Ivo Brandel proposed a truce of 24 to 48 hours. The main goal of this proposal was to evacuate the wounded. Brandel again proposed the truce along the canal.",
    );
    expect(live(proposals)).toMatchObject([
      {
        type: "short_truce",
        by: ["OST"],
        again: true,
        terms: { min_hours: 24, max_hours: 48, purposes: ["evacuate_wounded"] },
      },
    ]);
    const { proposals: two, agreements } = drafted(
      "MR. BRANDEL (Ostrel): We propose a truce of 36 hours.\nMS. KOLT (Mirandia): We can accept a truce of 36 hours, but only if observers are present.",
    );
    expect(live(two).map(({ by, terms }) => [by.join(), terms.conditions?.length ?? 0])).toEqual([
      ["OST", 0],
      ["MIR", 1],
    ]);
    expect(live(agreements)).toEqual([]);
  });

  it("[RD23] drafts an agreement where both assent and a term is said", () => {
    const of = (text: string) => live(drafted(text).agreements).map(({ type }) => type);
    expect(of("Both delegations agreed in principle to exchange 80 prisoners each by 30 September.")).toEqual(
      ["prisoner_exchange"],
    );
    expect(of("The agreement to exchange 80 prisoners of war from each side was noted.")).toEqual([
      "prisoner_exchange",
    ]);
    expect(of("Ostrel demanded the release of 80 prisoners.")).toEqual([]);
    expect(of("Ostrel accepted a truce of 36 hours.")).toEqual([]);
    expect(of("The sides agreed to continue.")).toEqual([]);
  });

  it("[RD24] keeps each side's number in an entry of its own", () => {
    const { events } = drafted(
      "Ostrel said 40 bodies had been received on Monday. Mirandia said it had handed over 44 bodies on Monday.",
    );
    expect(live(events)).toMatchObject([
      {
        type: "remains_transfer",
        from: "MIR",
        to: "OST",
        according_to: ["Ostrel"],
        counts: [{ what: "bodies", min: 40, max: 40 }],
      },
      {
        type: "remains_transfer",
        from: "MIR",
        to: "OST",
        according_to: ["Mirandia"],
        counts: [{ what: "bodies", min: 44, max: 44 }],
      },
    ]);
  });

  it("[RD25] takes for media what was published", () => {
    expect(
      live(drafted("Ostrel's ministry published video footage of soldiers returning home.").media),
    ).toMatchObject([{ kind: "video", party: "OST", of: "returned_prisoners" }]);
    expect(live(drafted("The ministry asked media not to publish pictures of prisoners.").media)).toEqual([]);
  });
});
