import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Office, offices } from "#record";
import { payloads } from "../../../record/act/kinds.ts";
import { itemsOf, placesOf } from "./drafted.ts";
import { answered } from "./engine/answered.ts";
import { entryOfText, textOfEntry } from "./entry-text.ts";
import { bandOf, lacksOf } from "./item.ts";
import type { DeskItem, KeptReport } from "./kept-report.ts";
import { lineOf, proseOf, unseen } from "./plain-words.ts";
import { numbersIn, toSign } from "./to-sign.ts";

const text = `Talks of Northbank and Southbank in the Harbour

The delegations of Northbank and Southbank held a third round of talks in Harbour City on Wednesday.

"We proposed short truces of 24 to 48 hours along the line of contact," said Ivo Brandel, head of the Northbank delegation.

Mila Torvik, head of the Southbank delegation, said the sides agreed to exchange at least 1,200 prisoners each.

Northbank and Southbank exchanged 250 prisoners on Wednesday. In 2023 they had exchanged 90 prisoners.

No breakthrough was reported, but the talks will continue.
`;

const names = Object.fromEntries(
  offices.map((one) => [one, { "party-a": "Northbank", "party-b": "Southbank" }[one as string] ?? one]),
) as Record<Office, string>; // of all offices

async function itemsIn(of: string) {
  const answer = await answered({
    kind: "read",
    name: "report.txt",
    text: of,
    language: "en",
    reportDate: "2025-07-23",
    host: "host",
    parties: [
      { id: "party-a", name: "Northbank", kind: "belligerent" },
      { id: "party-b", name: "Southbank", kind: "belligerent" },
      { id: "host", name: "Harbour", kind: "host" },
    ],
  });
  if (answer.kind !== "read") throw new Error("The text was not read.");
  return { items: itemsOf(answer.draft, ["party-a", "party-b", "host"]), digest: answer.digest };
}

async function reportIn(of: string): Promise<KeptReport> {
  const { items, digest } = await itemsIn(of);
  return {
    name: "report.txt",
    text: of,
    language: "en",
    source: { kind: "news", publisher: "Harbour News", title: "", published: "2025-07-23", url: "" },
    occasion: "After the third round",
    aliases: {},
    digest,
    items: items.map((one) => ({ ...one, standing: "accepted", changedByHand: false })),
  };
}

const fits = (draft: ReturnType<typeof toSign>["draft"]) =>
  payloads[draft.kind as "report.entry_noted"].safeParse(draft.payload);

describe("a draft in the record's words", () => {
  it("[DK2] names offices where the process knows them, and has every class that the report tells of", async () => {
    const { items } = await itemsIn(text);
    expect(new Set(items.map((one) => one.class))).toEqual(
      new Set(["meeting", "person", "statement", "proposal", "agreement", "event", "outcome"]),
    );
    const proposal = items.find((one) => one.class === "proposal")?.content;
    expect(proposal).toMatchObject({
      is: "entry",
      entry: { measure: "short_truce", by: [{ office: "party-a" }], terms: { minHours: 24, maxHours: 48 } },
    });
  });

  it("[DK3] is preselected from .90, offered from .60, hidden below, and background apart", () => {
    const band = (confidence: number, isBackground = false) =>
      bandOf({ confidence, isBackground } as DeskItem); // the two that decide
    expect([band(0.9), band(0.89), band(0.6), band(0.59), band(0.99, true)]).toEqual([
      "preselected",
      "offered",
      "offered",
      "hidden",
      "background",
    ]);
  });

  it("[DK5] becomes acts in their form, that cite the digest and the places in order", async () => {
    const report = await reportIn(text);
    for (const item of report.items) {
      if (lacksOf(item)) continue;
      const { draft } = toSign(report, item, "public");
      expect(draft.kind).toBe(item.class === "statement" ? "statement.captured" : "report.entry_noted");
      const parsed = fits(draft);
      expect(parsed.error?.issues, item.key).toBeUndefined();
      expect(parsed.data?.source.report).toEqual({
        digest: report.digest,
        length: text.length,
        spans: item.places,
      });
      for (const [i, { from, to }] of item.places.entries()) {
        expect(from).toBeLessThan(to);
        expect(from).toBeGreaterThan(item.places[i - 1]?.to ?? -1);
        expect(to).toBeLessThanOrEqual(text.length);
      }
    }
  });

  it("[DK5] after a statement notes what it does, and the numbers whose digits stand in its words once", async () => {
    const report = await reportIn(text);
    const proposes = report.items.find(
      ({ content }) => content.is === "statement" && content.statement.type === "proposes",
    );
    if (!proposes) throw new Error("Nobody proposes.");
    const id = "a".repeat(26);
    const [claim] = toSign(report, proposes, "public").after(id);
    expect(claim).toMatchObject({
      kind: "statement.claim_noted",
      payload: { statement: id, type: "proposes" },
    });
    const event = {
      ...proposes,
      content: {
        is: "entry",
        entry: {
          class: "event",
          event: "prisoner_return",
          counts: [{ amount: { value: 1_200 }, what: "prisoners" }],
          accordingTo: [],
        },
      },
    } as const satisfies DeskItem;
    const source = { kind: "news", publisher: "Harbour News" } as const;
    const found = (verbatim: string) =>
      numbersIn({ items: [event] }, proposes, { verbatim }, source).map(({ span }) => span);
    expect(found("We got 1,200 back.")).toEqual([{ from: 7, to: 12 }]);
    expect(found("We got 1200 back.")).toEqual([{ from: 7, to: 11 }]);
    expect(found("1,200 came, 1 200 went.")).toEqual([]);
    expect(found("We got 11,200 back, and 1,200.5 of it.")).toEqual([]);
  });

  it("[DK4] comes out of its form as it went in, and says what is put right", async () => {
    const { items } = await itemsIn(text);
    for (const { content } of items)
      if (content.is === "entry")
        expect(entryOfText(content.entry, textOfEntry(content.entry, names), names)).toEqual(content.entry);
    const event = items.find((one) => one.class === "event" && !one.isBackground)?.content;
    if (event?.is !== "entry") throw new Error("Nothing happened.");
    const asText = textOfEntry(event.entry, names);
    const changed = entryOfText(event.entry, { ...asText, "counts 0 least": "240", to: "Southbank" }, names);
    expect(changed).toMatchObject({
      to: { office: "party-b" },
      counts: [{ amount: { min: 240, max: 250 } }],
    });
    for (const wrong of [{ "counts 0 least": "251" }, { on: "23 July" }, { on: "2025-07-25/2025-07-23" }])
      expect(entryOfText(event.entry, { ...asText, ...wrong }, names)).toBeUndefined();
  });

  it("[DK2] tells the language of a text by its letters where nobody has said it", async () => {
    const asked = {
      kind: "read",
      name: "x",
      language: "told",
      reportDate: "2025-07-23",
      host: "host",
      parties: [],
    } as const;
    const told = async (of: string) => {
      const answer = await answered({ ...asked, text: of });
      return answer.kind === "read" && answer.draft.lang;
    };
    expect([
      await told(text),
      await told("Сторони домовилися про обмін, її підтвердили обидві делегації."),
    ]).toEqual(["en", "uk"]);
  });

  it("[DK9] takes HTML as words, and leaves nothing that nobody sees in what is signed", async () => {
    const hostile = text
      .replace("Ivo Brandel", "Ivo \u202eBran\u200bdel")
      .replace("short truces", "<img src=x onerror=alert(1)> short truces");
    const report = await reportIn(hostile);
    for (const item of report.items) {
      if (lacksOf(item)) continue;
      const { draft } = toSign(report, item, "public");
      expect(fits(draft).error?.issues, item.key).toBeUndefined();
      expect(JSON.stringify(draft).match(unseen)).toBeNull();
    }
    expect(hostile.match(unseen)).toHaveLength(2);
  });

  it("[DK9] cleans any words into the record's form", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 400 }), (any) => {
        for (const said of [lineOf(any, 50), proseOf(any, 50)]) {
          expect(said.match(unseen)).toBeNull();
          expect(said.isWellFormed()).toBe(true);
          expect(said.length).toBeLessThanOrEqual(50);
        }
        expect(lineOf(any)).not.toMatch(/\n/);
      }),
    );
  });

  it("[DK5] has places in order that do not meet, whatever spans the reader gave", () => {
    const span = fc.tuple(fc.nat(200), fc.nat(30)).map(([start, n]) => ({ start, end: start + n, text: "" }));
    fc.assert(
      fc.property(fc.array(span), (spans) => {
        let end = -1;
        for (const { from, to } of placesOf(spans)) {
          expect(from).toBeGreaterThan(end);
          expect(to).toBeGreaterThan(from);
          end = to;
        }
      }),
    );
  });
});
