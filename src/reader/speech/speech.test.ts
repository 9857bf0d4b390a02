import { describe, expect, it } from "vitest";
import { drafted, live } from "../testing/report.ts";

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
});
