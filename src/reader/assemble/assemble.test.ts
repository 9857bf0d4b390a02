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

  it("[RD23] drafts what a joint text lays down, and what stands under a heading of agreement", () => {
    const law = drafted(
      "JOINT COMMUNIQUÉ\nCavna, 14 September 2026\nThe delegations of Ostrel and Mirandia adopt the following.\nArticle 1. Each Party shall release, not later than 30 September 2026, all persons whom it holds.\nArticle 2. Ostrel proposed a truce of five days.",
    );
    expect(live(law.agreements)).toMatchObject([
      { type: "prisoner_exchange", made_on: "2026-09-14", terms: { by_date: "2026-09-30" } },
    ]);
    const lists = drafted(
      "BULLETIN\nTalks were held in Selm.\nA. AGREED IN PRINCIPLE\n1. Exchange of bodies: 34 to Ostrel, 29 to Mirandia, by 30 September.\nB. TABLED, NOT AGREED\n1. Mirandia: a truce of ten days.",
    );
    expect(live(lists.agreements)).toMatchObject([{ type: "remains_transfer", in_principle: true }]);
    expect(live(lists.agreements)[0]?.terms.counts).toMatchObject([
      { to: "OST", min: 34 },
      { to: "MIR", min: 29 },
    ]);
    expect(live(lists.proposals)).toMatchObject([{ type: "short_truce", by: ["MIR"] }]);
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

  it("[RD40] counts and dates what is told, not what stands beside it", () => {
    const exchange = drafted(
      "Ostrel reaffirmed its readiness to exchange prisoners and recalled that a list of 412 names had been transmitted.",
    );
    expect(exchange.proposals.map(({ terms }) => terms.counts ?? [])).toEqual([[]]);
    const swap = drafted("Ostrel proposed an exchange of all detained sailors, 33 Ostreli for 21 Mirandian.");
    expect(swap.proposals[0]?.terms.counts).toEqual([
      { what: "prisoners", to: "OST", min: 33, max: 33 },
      { what: "prisoners", to: "MIR", min: 21, max: 21 },
    ]);
    const purpose = drafted(
      "Both sides accepted a pause of 72 hours so that the wounded can be taken out. Photographs released by the Mission show people on a bus.",
    );
    expect(purpose.events).toEqual([]);
    const day = drafted(
      "The pause of 72 hours that Ostrel and Mirandia accepted on Monday covers the valley.",
    );
    expect(live(day.agreements)[0]?.terms.start_date).toBeUndefined();
  });

  it("[RD44] goes on with the harm of an incident in the next sentence, and turns an exchange round", () => {
    const { events } = drafted(
      "On Sunday an Ostreli drone struck a barge near Lakeview. Three fishermen drowned.",
    );
    expect(live(events)).toMatchObject([
      { type: "incident", from: "OST", date: "2026-09-13", counts: [{ what: "killed", min: 3, max: 3 }] },
    ]);
    const back = drafted(
      "Thirty-one coffins, carried by hand, were returned to Ostrel by Mirandia yesterday. Nineteen coffins went the other way.",
    );
    expect(live(back.events).map(({ from, to, counts }) => [from, to, counts[0]?.min])).toEqual([
      ["MIR", "OST", 31],
      ["OST", "MIR", 19],
    ]);
  });

  it("[RD45] parts what was agreed at semicolons and below its opening, and takes in what both signed", () => {
    const types = (text: string) => live(drafted(text).agreements).map(({ type }) => type);
    expect(
      types(
        "Ostrel and Mirandia agreed on three points: a truce of two days from 20 September; the release of 12 prisoners by 25 September; and a joint commission on water.",
      ),
    ).toEqual(["short_truce", "prisoner_exchange", "working_groups"]);
    expect(
      types(
        "The delegations of Ostrel and Mirandia met. They have agreed on the following. All fire will stop for two days from 20 September. Each side will release 40 prisoners by 25 September.",
      ),
    ).toEqual(["short_truce", "prisoner_exchange"]);
    expect(
      types(
        "First, 90 prisoners each will be freed on 20 September. Both sides have signed, the mediator said.",
      ),
    ).toEqual(["prisoner_exchange"]);
    expect(types("They have not agreed on the following. Each side will release 40 prisoners.")).toEqual([]);
  });

  it("[RD46] finds the session that is only spoken of, and the next", () => {
    const of = (text: string) => {
      const { meetings, outcome } = drafted(text);
      return [...meetings.map(({ role, date, ordinal }) => [role, date, ordinal]), outcome.talks_continue];
    };
    expect(
      of("The Envoy had on Monday convened Ostrel and Mirandia in Selm for a second technical meeting."),
    ).toEqual([["main", "2026-09-14", 2], "unclear"]);
    expect(
      of(
        "Talks in Selm\n\nGood morning, all. This is the fifth meeting since April; the last one was short.",
      ),
    ).toEqual([["main", "2026-09-16", 5], "unclear"]);
    expect(
      of(
        "The buses followed the understanding reached by the two authorities in Selm on 14 September, which covers 80 prisoners. The delegations went home last night and will be back in Selm on 28 September.",
      ),
    ).toEqual([["main", "2026-09-14", null], ["next", "2026-09-28", null], "yes"]);
    expect(
      of("Ostrel and Mirandia met in Selm today. The host wants both to come back on 28 September.").at(-1),
    ).toBe("unclear");
  });

  it("[RD47] takes for agreed what both will do, what the agreement provides and what both confirm", () => {
    const of = (text: string) => live(drafted(text).agreements).map(({ type }) => type);
    expect(of("Ostrel and Mirandia will exchange 80 prisoners each by 30 September.")).toEqual([
      "prisoner_exchange",
    ]);
    expect(of("Ostrel and Mirandia will meet again to discuss 80 prisoners by 30 September.")).toEqual([]);
    expect(
      of(
        "There is one small agreement. Under it, Mirandia will receive the remains of 58 sailors by 30 September.",
      ),
    ).toEqual(["remains_transfer"]);
    expect(
      of("There is one new proposal. Under it, Mirandia will receive the remains of 58 sailors."),
    ).toEqual([]);
    expect(
      of("A truce of 36 hours at Selm will begin on 20 September. Both teams confirmed it separately."),
    ).toEqual(["short_truce"]);
  });

  it("[RD48] drafts a third party's call, one side's pledge, and the other side's plan", () => {
    const of = (text: string) => live(drafted(text).proposals).map(({ type, by }) => [type, by.join()]);
    expect(of("Lunaria called for a truce of 48 hours around Selm.")).toEqual([["short_truce", "LUN"]]);
    expect(of("Lunaria called for a truce.")).toEqual([]);
    expect(
      of("Mirandia said it had committed itself to freeing 100 detainees by the end of October."),
    ).toEqual([["prisoner_exchange", "MIR"]]);
    expect(of("Ostrel has dismissed the islanders' plan for a ceasefire of one year.")).toEqual([
      ["ceasefire", "MIR"],
    ]);
    const { agreements } = drafted(
      "Both delegations agreed to exchange 80 prisoners each, starting at noon on 20 September.",
    );
    expect(live(agreements)[0]?.terms).toMatchObject({ start_date: "2026-09-20" });
    expect(live(agreements)[0]?.terms.by_date).toBeUndefined();
  });

  it("[RD56] takes for agreed what somebody of neither side tells as set", () => {
    const of = (text: string) =>
      live(drafted(text).agreements).map(({ type, terms }) => [type, terms.min_hours]);
    expect(of("There will be a truce of two days, Lunaria's envoy said.")).toEqual([["short_truce", 48]]);
    expect(of("A 72-hour pause takes effect at dawn tomorrow, the Lunarian mediators said.")).toEqual([
      ["short_truce", 72],
    ]);
    expect(
      of("Envoys of Ostrel and Mirandia wound up their talks with a four-day lull, to start on Saturday."),
    ).toEqual([["short_truce", 96]]);
    expect(
      of("Lena asks\nIt is late.\nWhat was agreed?\nA four-day lull around Selm, from Saturday."),
    ).toEqual([["short_truce", 96]]);
    expect(of("There will be a truce of two days, Ostrel's envoy said.")).toEqual([]);
    expect(of("A 72-hour pause could take effect tomorrow, the Lunarian mediators said.")).toEqual([]);
  });

  it("[RD57] parts two measures of one sentence that have their own terms", () => {
    const { agreements } = drafted(
      "The two governments agreed to exchange 30 prisoners each by Friday and to observe a 48-hour truce from Saturday.",
    );
    expect(live(agreements)).toMatchObject([
      { type: "prisoner_exchange", terms: { by_date: "2026-09-18" } },
      { type: "short_truce", terms: { min_hours: 48, start_date: "2026-09-19" } },
    ]);
    const { proposals } = drafted("Ostrel offered a truce of ten days so that the wounded can be evacuated.");
    expect(live(proposals)).toHaveLength(1);
  });

  it("[RD58] counts people of any trade, ones and remains, and hedges before the measure", () => {
    const counts = (text: string) =>
      [...live(drafted(text).proposals), ...live(drafted(text).agreements)].flatMap(({ terms }) =>
        (terms.counts ?? []).map(({ what, to, min }) => [what, to, min]),
      );
    expect(counts("Ostrel offered to free 17 captured coastguards.")).toEqual([["prisoners", "MIR", 17]]);
    expect(
      counts("The sides agreed to the return of 40 Ostreli bodies and 24 Mirandian ones by Friday."),
    ).toEqual([
      ["bodies", "OST", 40],
      ["bodies", "MIR", 24],
    ]);
    const { events } = drafted(
      "Mirandia accused Ostrel of firing on a barge, killing two watchmen. Mirandia transferred the remains of nine persons to Ostrel on Monday.",
    );
    expect(live(events).flatMap((one) => one.counts.map(({ what, min }) => [what, min]))).toEqual([
      ["killed", 2],
      ["bodies", 9],
    ]);
    expect(
      live(
        drafted("Ostrel would settle for nothing less than a ceasefire of 45 days, its envoy said.")
          .proposals,
      )[0]?.terms,
    ).toMatchObject({ min_hours: 1080, max_hours: null });
  });

  it("[RD59] gives an offer to who says that he will, has asked for it, or drew it up", () => {
    const of = (text: string) => live(drafted(text).proposals).map(({ type, by }) => [type, by.join()]);
    expect(of("Ostrel said it will release 12 prisoners by the end of the month.")).toEqual([
      ["prisoner_exchange", "OST"],
    ]);
    expect(of("Ostrel said it will release its prisoners.")).toEqual([]);
    expect(of("Nobody knows about the 48-hour pause that Ostrel requested for Selm.")).toEqual([
      ["short_truce", "OST"],
    ]);
    expect(of("A plan for a truce of six days, which Lunaria had drawn up, was read out.")).toEqual([
      ["short_truce", "LUN"],
    ]);
  });

  it("[RD60] makes an incident of a deed, and of nothing else", () => {
    const of = (text: string) => live(drafted(text).events).map(({ type, from }) => [type, from]);
    expect(of("Ostrel accused Mirandia of having cut the road with trenches.")).toEqual([
      ["incident", "MIR"],
    ]);
    expect(of("Ostrel accused Mirandia of dragging its feet.")).toEqual([]);
    expect(of("Ostrel's army said on Tuesday it had shot down two Mirandian drones.")).toEqual([
      ["incident", "OST"],
    ]);
    expect(of("Ostrel and Mirandia have struck a deal to swap 45 prisoners each on 22 September.")).toEqual(
      [],
    );
    expect(of("The truce took effect at dawn. On Monday the truce began in the south too.")).toHaveLength(1);
  });

  it("[RD61] knows where and when the next session is", () => {
    const next = (text: string) =>
      drafted(text)
        .meetings.filter(({ role }) => role === "next")
        .map(({ date, place }) => [date, place]);
    const main = "Ostrel and Mirandia ended a round of talks in Lakeview on Monday. ";
    expect(next(`${main}A new round will open there on 30 November.`)).toEqual([["2026-11-30", "Lakeview"]]);
    expect(next(`${main}They will meet again on the first Monday in October.`)).toEqual([
      ["2026-10-05", null],
    ]);
    expect(next(`${main}Talks resume on Thursday week.`)).toEqual([["2026-09-24", null]]);
    expect(
      next(`${main}A joint committee is set up. They shall hold their first sitting on 1 October.`),
    ).toEqual([]);
  });

  it("[RD62] gives a picture to who took it", () => {
    const of = (text: string) => drafted(text).media.map(({ by, of: what }) => [by, what]);
    expect(of("Viewers have seen pictures of prisoners taken by the Lunarian mission.")).toMatchObject([
      ["Lunarian", "captives"],
    ]);
    expect(of("Television showed footage of the freed soldiers climbing down from the buses.")).toMatchObject(
      [[expect.any(String), "returned_prisoners"]],
    );
    expect(of("The inspection posts are shown on the page, and the posts are still to be fixed.")).toEqual(
      [],
    );
  });

  it("[RD63] holds an offer of an earlier round, in a month that is over, for history", () => {
    const { proposals, statements } = drafted(
      "Ostrel and Mirandia closed the third round of talks in Lakeview on Monday. In August, at the second round, Ostrel offered a pause of 48 hours.",
    );
    expect(live(proposals)).toEqual([]);
    expect(live(statements)).toEqual([]);
  });

  it("[RD67] takes what binds both for agreed", () => {
    const of = (text: string) => live(drafted(text).agreements);
    expect(of("For 60 days from 1 October neither army is to strike the port of Selm.")).toMatchObject([
      { type: "moratorium", terms: { start_date: "2026-10-01", min_hours: 1440 } },
    ]);
    expect(
      of("The third stage of the exchange is now fixed for Friday and covers 25 detainees from each side."),
    ).toMatchObject([{ type: "prisoner_exchange", terms: { by_date: "2026-09-18" } }]);
    expect(
      of("The truce, which Ostrel and Mirandia prolonged on Monday by ten days, is kept."),
    ).toMatchObject([{ type: "short_truce", made_on: "2026-09-14", terms: { min_hours: 240 } }]);
    expect(of("The lorries came because of a truce. It is to last three days.")).toMatchObject([
      { type: "short_truce", terms: { min_hours: 72 } },
    ]);
    expect(of("Ostrel will let seven prisoners go, and Mirandia will let go nine captives.")).toHaveLength(1);
    const lull = drafted(
      "The five-day lull around the mill, brokered by Lunaria on 10 September, expired on Tuesday and has not been renewed.",
    );
    expect(live(lull.agreements)).toEqual([]);
    expect(live(lull.events)).toMatchObject([{ type: "truce_end", date: "2026-09-15" }]);
    expect(of("Neither side will say how long the truce of three days will last.")).toEqual([]);
    expect(of("Ostrel will let seven prisoners go if Mirandia will release nine.")).toEqual([]);
    expect(of("Mirandia will not let the prisoners go, and Ostrel will release nobody by Friday.")).toEqual(
      [],
    );
    expect(of("Talks on a truce have begun. It is to last three days.")).toEqual([]);
    expect(of("Ostrel proposed that neither army strike the port for 60 days.")).toEqual([]);
  });

  it("[RD68] goes back to the measure before", () => {
    const of = (text: string) =>
      live(drafted(text).proposals).map(({ type, by }) => [type, by.join()].join(" "));
    expect(
      of(
        "There are 14 captives in Ostrel. Ostrel's envoy Ivo Brandel said it would let them go if the post was cleared.",
      ),
    ).toEqual(["prisoner_exchange OST"]);
    expect(of("The swap did not take place on Monday. Ostrel has proposed a new date, 3 October.")).toEqual([
      "prisoner_exchange OST",
    ]);
    expect(of("Two drafts for a ceasefire are about. Mirandia has tabled one of six months.")).toEqual([
      "ceasefire MIR",
    ]);
    expect(of("Ostrel rejects the seven-day truce that Mirandia put on the table.")).toEqual([
      "short_truce MIR",
    ]);
    expect(
      of(
        "If Ostrel opens the sluice, Mirandia's envoy Sera Kolt said, Mirandia will hold its fire along the canal.",
      ),
    ).toEqual(["short_truce MIR"]);
    expect(
      of("A visit of monitors, suggested by Ostrel in March, is no longer under consideration."),
    ).toEqual([]);
  });

  it("[RD69] tells from whose hands, by whose boat, and what was protested against", () => {
    const of = (text: string) => live(drafted(text).events);
    expect(of("On Monday our ship collected 63 bodies from Mirandia and took them home.")).toMatchObject([
      { from: "MIR", to: "OST" },
    ]);
    expect(of("On Monday a patrol boat of Mirandia turned the ferry back off Selm.")).toMatchObject([
      { type: "incident", from: "MIR" },
    ]);
    expect(of("As a sign of good will Ostrel on Monday set free eleven Mirandian fishermen.")).toMatchObject([
      { type: "civilians_return", from: "OST", to: "MIR" },
    ]);
    expect(of("On Monday a shell struck Selm. How many were killed? Ostrel's army said nine.")).toMatchObject(
      [{ counts: [] }, { counts: [{ what: "killed", min: 9 }] }],
    );
    expect(
      of(
        "Ostrel's envoy Ivo Brandel protested against the shelling of the station by Mirandia on Monday and demanded an answer.",
      ),
    ).toMatchObject([{ type: "incident", from: "MIR" }]);
  });

  it("[RD70] ends a condition before who says it, and takes no verb for a place", () => {
    const { proposals, statements } = drafted(
      "Mirandia would stop shelling Selm for a month if Ostrel withdrew its guns, President Ada Lorn told parliament.",
    );
    expect(live(proposals)[0]?.terms.conditions?.[0]?.text).toBe("if Ostrel withdrew its guns");
    expect(statements[0]?.about).toEqual(["ceasefire"]);
    const port = drafted("Ostrel offered on Monday that the port remain open to grain ships for 90 days.");
    expect(live(port.proposals)[0]?.terms.area?.text).toBe("the port");
  });
});
