import { describe, expect, it } from "vitest";
import { drafted, live, process } from "../testing/report.ts";

const said = (text: string) =>
  live(drafted(text).statements).map(({ speaker, parties, kind }) => [speaker, parties.join(), kind]);

describe("speech", () => {
  it("[RD19] gives words to whom they belong", () => {
    expect(
      said(
        "Ostrel's lead negotiator, Ivo Brandel, called on Mirandia to stop. He added that talks were hard.",
      ),
    ).toEqual([
      ["Ivo Brandel", "OST", "appeals"],
      ["Ivo Brandel", "OST", "describes"],
    ]);
    expect(said("“It was a long day,” said Mirandian Foreign Minister Sera Kolt.")).toEqual([
      ["Sera Kolt", "MIR", "describes"],
    ]);
    expect(said("Lunarian envoy Per Astin met both teams. “It was a long day,” the diplomat said.")).toEqual([
      ["Per Astin", "LUN", "describes"],
    ]);
    expect(said("According to two people close to the talks, the mood was calm.")).toEqual([
      ["two people close to the talks", "", "describes"],
    ]);
    expect(said("The States of the region watched. Ostrel declined to comment.")).toEqual([]);
  });

  it("[RD20] parts two speakers and keeps what stands inside somebody's words", () => {
    expect(
      said("Ostrel said 40 bodies had been received, while Mirandia said it had handed over 44."),
    ).toEqual([
      ["Ostrel", "OST", "announces"],
      ["Mirandia", "MIR", "announces"],
    ]);
    expect(
      said("Ivo Brandel, who leads the Ostreli team, said Mirandia had offered a truce of two days."),
    ).toHaveLength(1);
  });

  it("[RD21] hears labels in a transcript and the author in a thread", () => {
    expect(
      said(
        "MR. BRANDEL (Ostrel): We propose a truce of two days.\nQUESTION (Radio): Did Mirandia say the truce was broken?\nMS. KOLT (Mirandia): That is not true.",
      ),
    ).toEqual([
      ["BRANDEL", "OST", "proposes"],
      ["KOLT", "MIR", "denies"],
    ]);
    expect(
      said(
        "1/2 Long day at the talks. — @ivo_b, spokesman, Ostrel\n2/2 We asked for a corridor open for 12 hours.",
      ),
    ).toEqual([["@ivo_b", "OST", "proposes"]]);
  });

  it("[RD21] hears the speaker of a speech and who answers in an interview", () => {
    expect(
      said(
        "Address by President Olin Tarr of Ostrel\nFellow citizens, our soldiers are home.\nWe will not give up a single village.",
      ).at(-1),
    ).toEqual(["Olin Tarr", "OST", "rejects"]);
    expect(
      said(
        "An interview with Mara Kolt\nMara Kolt has led Mirandia's team since March.\nDid your forces shell the market?\nNo. Our guns were silent that day.\nWhat about a truce?\nWe propose a truce of ten days.",
      ),
    ).toEqual([
      ["Mara Kolt", "MIR", "denies"],
      ["Mara Kolt", "MIR", "proposes"],
    ]);
  });

  it("[RD19] finds who says it behind a whole clause, and in an interview by letters", () => {
    const behind = drafted(
      "The third round between Ostrel and Mirandia has ended in Lakeview, reported the press service of the President of Ostrel.",
    );
    expect(behind.statements.map(({ parties }) => parties)).toEqual([["OST"]]);
    const interview = drafted(
      "An interview with Sera Kolt, chief negotiator of Mirandia.\n\nQ. Did you accept the pause?\nA. We cannot accept it.\n\nQ. Will you return?\nA. We will return on 20 September.",
    );
    expect(interview.statements.map(({ speaker, kind }) => [speaker, kind])).toEqual([
      ["Sera Kolt", "rejects"],
      ["Sera Kolt", "announces"],
    ]);
  });

  it("[RD41] knows whose somebody is by a shared office, by its, by a government, and by the section", () => {
    const council = {
      parties: [
        { id: "OST", name: "Ostrel", aliases: ["Ostrel", "Ostreli"] },
        { id: "SC", name: "Southern Council", aliases: ["the Council", "Council"] },
      ],
    };
    const people = (text: string) => drafted(text, council).people.map(({ name, party }) => [name, party]);
    expect(
      people(
        "Ivo Brandel and Sera Kolt, the heads of the two delegations, met in private. “We spoke of fuel,” said Mr Brandel, who leads the Ostreli team.",
      ),
    ).toEqual([
      ["Ivo Brandel", "OST"],
      ["Sera Kolt", "SC"],
    ]);
    expect(people("The Council freed two Ostreli pilots, its negotiator Sera Kolt announced.")).toEqual([
      ["Sera Kolt", "SC"],
    ]);
    expect(people("Talks with the Council went on. Government spokesman Ivo Brandel said so.")).toEqual([
      ["Ivo Brandel", "OST"],
    ]);
    expect(
      people(
        "Two lists\nBoth came.\nWhat the Council says\nCommander Sera Kolt said that three men, taken by the Ostreli army, were home.",
      ),
    ).toEqual([["Sera Kolt", "SC"]]);
  });

  it("[RD20] hears a party whose name ends like an adverb", () => {
    const parties = [
      { id: "OST", name: "Ostrel", aliases: ["Ostrel"] },
      { id: "NA", name: "Northern Assembly", aliases: ["the Assembly", "Assembly"] },
    ];
    expect(
      drafted("It rained; the Assembly accused Ostrel.", { parties }).statements.map(
        ({ speaker }) => speaker,
      ),
    ).toEqual(["the Assembly"]);
  });

  it("[RD42] hears posts under who posts, an operator in his own paper, and in read-out news whom it quotes", () => {
    expect(
      said(
        "Ivo Brandel, head of the Ostreli delegation, on his channel, 21:14:\nWe once more proposed a truce of two days.\nSera Kolt, chief negotiator of Mirandia, on hers, 22:02:\nWe cannot accept it.",
      ),
    ).toEqual([
      ["Ivo Brandel", "OST", "reiterates"],
      ["Sera Kolt", "MIR", "rejects"],
    ]);
    expect(
      drafted(
        "Relief Mission: weekly update\nOur teams reached Lakeview on Monday.\nWe again ask both sides for a pause of 48 hours.",
        {
          parties: [
            { id: "OST", name: "Ostrel", aliases: ["Ostrel"] },
            { id: "MIR", name: "Mirandia", aliases: ["Mirandia"] },
            { id: "RM", name: "Relief Mission", aliases: ["Relief Mission"] },
          ],
        },
      ).proposals.map(({ type, by, terms }) => [type, by.join(), terms.min_hours]),
    ).toEqual([["short_truce", "RM", 48]]);
    expect(
      said(
        "PRESENTER: Good evening.\nTOM WEND (correspondent): Ivo Brandel, who leads the Ostreli team, said that the talks would go on.\nPRESENTER: Mirandia says that it needs time.",
      ),
    ).toEqual([
      ["Ivo Brandel", "OST", "announces"],
      ["Mirandia", "MIR", "describes"],
    ]);
  });

  it("[RD49] gives an office without a country to whom it belongs", () => {
    const process = {
      parties: [
        { id: "OST", name: "Ostrel", aliases: ["Ostrel"] },
        { id: "ISL", name: "Meridian Islands", aliases: ["Meridian Islands"] },
        { id: "UN", name: "United Nations", aliases: ["United Nations", "UN"] },
        { id: "LUN", name: "Lunaria", aliases: ["Lunaria", "Lunarian"], kind: "host" as const },
      ],
    };
    const { statements, people } = drafted(
      "The Deputy Spokesperson said that the talks would go on. The islands rejected a truce of ten days. One should not forget the Lunarian hosts. President Livia Orso offered a guarantee.",
      process,
    );
    expect(statements.map(({ parties }) => parties.join())).toEqual(["UN", "ISL", "LUN"]);
    expect(people.map(({ party }) => party)).toEqual(["LUN"]);
  });

  it("[RD50] gives words to whom a script's label, an answer or a hearing names", () => {
    const { statements } = drafted(
      '[PRESENTER]\nGood evening. Ostrel\'s minister, Corin Baxter, met Salome Reyes, for Mirandia.\n\n[SOT REYES]\n"We propose a truce of ten days."\n\n[VIK]\nMirandia\'s answer: its troops "did not fire a single round". We are hearing from two diplomats that no date was set.',
    );
    expect(statements.map(({ speaker, parties, kind }) => [speaker, parties.join(), kind])).toEqual([
      ["Salome Reyes", "MIR", "proposes"],
      ["Mirandia", "MIR", "denies"],
      ["two diplomats", "", "describes"],
    ]);
  });

  it("[RD50] joins a sentence that a pronoun closes to the one that it goes on with", () => {
    const { statements } = drafted(
      "Ivo Brandel, who speaks for Ostrel, accused Mirandia of firing on its escort on Monday. Nobody was hurt, he adds.",
    );
    expect(statements.map(({ kind, span }) => [kind, span.text.endsWith("he adds.")])).toEqual([
      ["accuses", true],
    ]);
  });

  it("[RD51] weighs what a statement is about", () => {
    const about = (text: string) => live(drafted(text).statements).map((one) => one.about.join());
    // the speaker's trade is not what she speaks of
    expect(
      about("Ostrel held 40 captives.\n“Ninety-one,” said Runa Falk, a nurse who met every convoy."),
    ).toEqual(["prisoner_exchange"]);
    // an answer is about what it answers
    expect(about("Ostrel accused Mirandia of shelling Selm. Mirandia rejected that account.")).toEqual([
      "incident",
      "incident",
    ]);
    // a pause without a length is the one of thirty days
    expect(
      about("Ostrel proposed a truce of 40 days. Mirandia called the truce “a long winter for nobody”."),
    ).toEqual(["ceasefire", "ceasefire"]);
  });

  it("[RD52] tells a denial from a refusal, and leaves who is no party out of both", () => {
    expect(said("Ostrel accused Mirandia of shelling Selm. Mirandia rejected it.").at(-1)).toEqual([
      "Mirandia",
      "MIR",
      "denies",
    ]);
    expect(said("Mirandia firmly rejected these inventions.")).toEqual([["Mirandia", "MIR", "denies"]]);
    expect(said("Mirandia rejected the plan.")).toEqual([["Mirandia", "MIR", "rejects"]]);
    expect(said("Lunaria said it could not accept a truce in name only.")).toEqual([
      ["Lunaria", "LUN", "describes"],
    ]);
  });

  it("[RD53] hears plain forms, unknown verbs and colons, and no laughter", () => {
    expect(said("The islanders deny it. Ostreli officers claim that Mirandia fired first.")).toEqual([
      ["Ostreli officers", "OST", "accuses"],
    ]);
    expect(said("Ostrel's envoy Ivo Brandel was pleased to inform us that the lists had come.")).toHaveLength(
      1,
    );
    expect(
      said("Ostrel's envoy Ivo Brandel made no secret of his doubts: “We have been here before.”"),
    ).toEqual([["Ivo Brandel", "OST", "describes"]]);
    expect(said("Asked whether it would hold, Ostrel's envoy Ivo Brandel laughed.")).toEqual([]);
  });

  it("[RD54] lets a paper speak for nobody", () => {
    const { statements, agreements } = drafted(
      "The Mirandia Courier reported on Monday that Ostrel and Mirandia had agreed to exchange 30 prisoners.",
    );
    expect(statements.map(({ speaker, parties }) => [speaker, parties.join()])).toEqual([
      ["The Mirandia Courier", ""],
    ]);
    expect(agreements).toEqual([]);
    expect(said("State broadcaster NTV of Ostrel said 30 families had left.")).toEqual([
      ["State broadcaster NTV of Ostrel", "OST", "announces"],
    ]);
  });

  it("[RD55] knows people by their trade, by their last name, and whose they are", () => {
    const people = (text: string) => drafted(text).people.map(({ name, party }) => [name, party]);
    expect(people("The harbourmaster, Jonah Seru, was told to wait.")).toEqual([["Jonah Seru", null]]);
    expect(
      people("Adele Brandt came in without her coat and sat down by the window. Brandt said nothing."),
    ).toEqual([["Adele Brandt", null]]);
    expect(people("It was signed, Lunaria's premier said. Premier Silas Reyes smiled.")).toEqual([
      ["Silas Reyes", "LUN"],
    ]);
    expect(
      people(
        "Delegations of Ostrel and Mirandia met. They were headed, respectively, by Mr Ivo Brandel and Ms Sera Kolt.",
      ),
    ).toEqual([
      ["Ivo Brandel", "OST"],
      ["Sera Kolt", "MIR"],
    ]);
    const given = {
      parties: [...(process.parties ?? []), { id: "SRS", name: "Southern Relief Society", aliases: [] }],
    };
    expect(drafted("The Southern Relief Society said it was ready.", given).people).toEqual([]);
  });

  it("[RD65] goes back to her, to trades, to doctors, and to who is named last", () => {
    expect(
      said(
        "Ilona Varga of Lunaria sat down. Varga has no office. “It is small,” she said.\nMr. Ivo Brandel of Ostrel stood up. “He wanted a month,” she recalled.",
      ).map(([name]) => name),
    ).toEqual(["Ilona Varga", "Ilona Varga"]);
    expect(said("Two shells fell near the quay, according to the stationmaster.")).toEqual([
      ["the stationmaster", "", "describes"],
    ]);
    expect(said("Two days remain, according to the timetable.")).toEqual([]);
    expect(said("“We hope,” says Dr. Sera Kolt of Mirandia.")).toEqual([["Sera Kolt", "MIR", "describes"]]);
    expect(
      said("Ostrel wants the release of 30 sailors, Ivo Brandel, its chief negotiator, told reporters."),
    ).toEqual([["Ivo Brandel", "OST", "demands"]]);
    expect(said("Mirandia, which has a post there, said its men had not fired.")).toEqual([
      ["Mirandia", "MIR", "denies"],
    ]);
    expect(
      said(
        "Mirandia's commander, Colonel Pavel Stroh, nodded. His opposite number, Major Ina Rasch, said it was late.",
      ),
    ).toEqual([["Ina Rasch", "OST", "describes"]]);
  });

  it("[RD66] hears who denies a report, not the report", () => {
    const text = "Radio reports that 14 detainees were let go last week have been denied by Mirandia.";
    expect(said(text)).toEqual([["Mirandia", "MIR", "denies"]]);
    expect(drafted(text).events).toEqual([]);
    expect(said("Reports that 14 detainees were let go were dismissed by Mirandia.")).toEqual([
      ["Mirandia", "MIR", "denies"],
    ]);
    expect(said("Mirandia has so far said nothing about it.")).toEqual([]);
    expect(said("Mirandia accepted by letter.")).toEqual([["Mirandia", "MIR", "agrees"]]);
    const given = {
      parties: [
        { id: "OST", name: "Ostrel", aliases: ["Ostrel"] },
        { id: "NH", name: "Nomei Highlands", aliases: ["the Highlands"] },
      ],
    };
    expect(drafted("The highlanders deny it.", given).statements).toMatchObject([
      { parties: ["NH"], kind: "denies" },
    ]);
  });
});
