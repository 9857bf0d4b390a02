import { describe, expect, it } from "vitest";
import { seededRandom } from "#base";
import { type PayloadOf, refusedBy, type State } from "#record";
import { ownRecord, randomHistory, swapParties, World } from "#record/testing";
import { atomFeed, digestOf, digestPage, type Feed, feedItems, jsonFeed, rssFeed } from "./index.ts";

const origin = "https://talks.example";
const feedOf = (state: State, language: "en" | "uk" = "en"): Feed => ({
  title: "Talks of the two rivers",
  language,
  origin,
  path: `/api/public/${language}/feed.atom`,
  items: feedItems(state, language),
});

const statement = (verbatim: string): PayloadOf<"statement.captured"> => ({
  speaker: { name: "Ada Lind", capacity: "spokeswoman" },
  onBehalfOf: "party-a",
  occasion: "press conference",
  verbatim,
  language: "en",
  original: true,
  source: ownRecord,
});

function say(world: World, verbatim: string) {
  const payload = statement(verbatim);
  return world.must({ kind: "statement.captured", by: "press-a", room: "public", payload });
}

/** Whether every element that begins also ends, and no sign stands where it would be read as markup. */
function isWellFormed(xml: string): boolean {
  const open: string[] = [];
  const tags = [
    ...xml.matchAll(/<(\/?)([A-Za-z:]+)((?:\s[A-Za-z:]+="[^"<&]*(?:&[a-z]+;[^"<&]*)*")*)(\/?)>/g),
  ];
  for (const [, end, name = "", , empty] of tags)
    if (end) {
      if (open.pop() !== name) return false;
    } else if (!empty) open.push(name);
  const rest = tags.reduceRight(
    (text, tag) => text.slice(0, tag.index) + text.slice(tag.index + tag[0].length),
    xml,
  );
  const text = rest
    .replace('<?xml version="1.0" encoding="utf-8"?>', "")
    .replaceAll(/&(amp|lt|gt|quot);/g, "");
  return open.length === 0 && !/[<>&\ufffe\uffff]/.test(text);
}

describe("feeds", () => {
  it("[PF1] hold what the public reads, the newest first, and nothing said elsewhere", () => {
    for (const seed of [1, 2, 3]) {
      const { world } = randomHistory(seed, 250);
      const items = feedItems(world.state("public"), "en");
      const publicly = world.log
        .filter(({ act }) => act.room === "public")
        .map(({ act }) => act.id as string);
      expect(items.every(({ id }) => publicly.includes(id))).toBe(true);
      expect(items.map(({ seq }) => seq)).toEqual(items.map(({ seq }) => seq).toSorted((x, y) => y - x));
    }
  });

  it("[PF2] leave words in their language, and tell all else in the reader’s", () => {
    const world = World.opened();
    say(world, "We proposed a pause.");
    const [uk] = feedItems(world.state("public"), "uk");
    expect([uk?.language, uk?.text]).toEqual(["en", "We proposed a pause."]);
    expect(uk?.title).toBe("Ada Lind, spokeswoman: press conference");
    const answer = { statement: say(world, "Another.").id, answer: "confirmed" } as const;
    world.must({ kind: "statement.answered", by: "party-a", room: "public", payload: answer });
    const [told] = feedItems(world.state("public"), "uk");
    expect([told?.language, /[а-яіїє]/.test(told?.text ?? "")]).toEqual(["uk", true]);
  });

  it("[PF3] lead to the page and to the receipt of each", () => {
    const world = World.opened();
    const { id } = say(world, "We proposed a pause.");
    const json = JSON.parse(jsonFeed(feedOf(world.state("public"))));
    expect(json.items[0].url).toBe(`${origin}/record/${id}`);
    expect(json.items[0].attachments[0].url).toBe(`${origin}/api/rooms/public/entries/0/receipt`);
  });

  it("[PF8] tell what a report says, and not who holds which office", () => {
    const world = World.opened();
    const report = { digest: `${"A".repeat(43)}=`, length: 200, spans: [{ from: 10, to: 60 }] };
    const note = (entry: PayloadOf<"report.entry_noted">["entry"]) =>
      world.must({
        kind: "report.entry_noted",
        by: "press-a",
        room: "public",
        payload: {
          entry,
          rule: "by hand",
          changedByHand: true,
          source: { kind: "news", publisher: "Harbour News", report },
        },
      }).id;
    note({ class: "person", person: { name: "Ada Lind", capacity: "spokeswoman" } });
    const outcome = note({ class: "outcome", breakthrough: "no", talksContinue: "yes" });
    expect(feedItems(world.state("public"), "en").map(({ id }) => id)).toEqual([outcome]);
  });

  it("[PF4] say by their time that something was put right, under the same id", () => {
    const world = World.opened();
    const { id } = say(world, "We proposed a pauze.");
    world.pass(2);
    const payload = { act: id, payload: statement("We proposed a pause."), reason: "a slip" };
    world.must({ kind: "act.corrected", by: "press-a", room: "public", payload });
    const [item] = feedItems(world.state("public"), "en");
    expect(item?.text).toContain("a pause.");
    expect([item?.id, (item?.updated ?? 0) - (item?.published ?? 0)]).toEqual([id, 7_200_000]);
  });

  it("[PF5] are well-formed whatever is written", () => {
    const random = seededRandom(5);
    const signs = [
      "<",
      ">",
      "&",
      '"',
      "]]>",
      "</content>",
      "\ufffe",
      "\uffff",
      "<script>",
      "&lt;",
      "ї",
      "\n",
      "a",
    ];
    const world = World.opened();
    for (let n = 0; n < 60; n++)
      say(world, `x${Array.from({ length: 9 }, () => random.pick(signs)).join("")}`);
    const feed = feedOf(world.state("public"));
    expect([isWellFormed(atomFeed(feed)), isWellFormed(rssFeed(feed))]).toEqual([true, true]);
    expect(isWellFormed(atomFeed(feed).replace("</entry>", ""))).toBe(false);
    expect(atomFeed(feed).match(/<entry>/g)).toHaveLength(50);
  });

  it("[PF6] have a digest of what was received on a day, in order", () => {
    const world = World.opened();
    say(world, "First.");
    world.pass(1);
    say(world, "Second.");
    world.pass(24);
    say(world, "Third.");
    const digest = digestOf(feedOf(world.state("public")), "2025-07-01");
    expect(digest).toMatch(
      /^Talks of the two rivers · 2025-07-01[\s\S]*12:00 UTC[\s\S]*First\.[\s\S]*13:00 UTC[\s\S]*Second\./,
    );
    expect(digest).not.toContain("Third.");
  });

  it("[PF9] have the day as a page without script, each entry with its proof, whatever is written", () => {
    const world = World.opened();
    say(world, "First. <script>alert(1)</script> \"x\" onclick='y' &lt;");
    world.pass(1);
    const { id } = say(world, "Second.");
    world.pass(24);
    say(world, "Third.");
    for (const language of ["en", "uk", "ru", "tr"] as const) {
      const items = feedItems(world.state("public"), language);
      const feed = { ...feedOf(world.state("public")), language, items };
      const page = digestPage(feed, "2025-07-01");
      expect(page).toContain(`<html lang="${language}">`);
      expect(page).not.toMatch(/<script|<[^>]*\son\w+=|Third\./);
      expect(page).toMatch(/First\. &lt;script&gt;[\s\S]*&amp;lt;[\s\S]*Second\./);
      expect(page).toContain(`href="${origin}/record/${id}"`);
      expect(page).toContain(`href="${origin}/api/rooms/public/entries/1/receipt"`);
      expect(page.match(/<article>/g)).toHaveLength(2);
      expect(page.match(/hreflang=/g)).toHaveLength(3);
      expect(page).toMatch(/href="2025-06-30" rel="prev"[\s\S]*href="2025-07-02" rel="next"/);
      expect(digestPage(feed, "2025-06-01")).not.toContain("<article>");
    }
  });

  it("[PF7] are swapped with the parties", () => {
    const { world } = randomHistory(4, 200);
    const swapped = new World();
    for (const { act, receivedAt } of world.log) {
      swapped.now = receivedAt;
      swapped.append(swapParties(act));
    }
    const ids = (one: World) =>
      feedItems(one.state("public"), "en").map(({ id, published }) => [id, published]);
    expect(ids(swapped)).toEqual(ids(world));
    expect(refusedBy("party-a", "statement.captured", "public")).toBeUndefined();
  });
});
