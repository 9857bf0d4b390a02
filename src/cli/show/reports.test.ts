import { expect, it } from "vitest";
import { languages, sayWord, translator } from "#i18n";
import type { PayloadOf } from "#record";
import { World } from "#record/testing";
import type { Shown } from "../context.ts";
import { reports } from "./reports.ts";

const digest = `${"A".repeat(43)}=`;
const source: PayloadOf<"report.entry_noted">["source"] = {
  kind: "news",
  publisher: "Harbour News",
  report: { digest, length: 900, spans: [{ from: 10, to: 60 }] },
};
const noted: PayloadOf<"report.entry_noted"> = {
  entry: {
    class: "event",
    event: "prisoner_return",
    counts: [{ amount: { min: 240, max: 250 }, what: "prisoners" }],
    accordingTo: [],
  },
  rule: "event.told",
  changedByHand: false,
  source,
};

it.each(languages)(
  "[CM70] show reports says what each report was said to say, and what cites it: %s",
  (language) => {
    const world = World.opened();
    const t = translator(language);
    const note = () =>
      world.must({ kind: "report.entry_noted", by: "press-a", room: "public", payload: noted }).id;
    note();
    const payload = { entry: note(), reason: "Read again." };
    world.must({ kind: "report.entry_withdrawn", by: "press-a", room: "public", payload });
    world.must({
      kind: "statement.captured",
      by: "host",
      room: "public",
      payload: {
        speaker: { name: "Ada Lind", capacity: "envoy" },
        occasion: "x",
        verbatim: "They came.",
        language: "en",
        original: false,
        source,
      },
    });
    const lines: string[] = [];
    const out = { json: false, line: (text = "") => lines.push(text), data: () => {} };
    // nothing of a folder is printed here
    reports.print({
      office: "public",
      state: world.state("public"),
      t,
      now: world.now,
      out,
    } as unknown as Shown);
    const text = lines.join("\n").replaceAll(/\s+/g, " ");
    expect(text.split(`${t("entry.event")}: ${sayWord(t, "prisoner_return")}`)).toHaveLength(3);
    for (const words of [
      digest,
      "240",
      "250",
      "Harbour News",
      t("show.reports.withdrawn"),
      t("show.reports.cited", { n: 1 }),
    ])
      expect(text).toContain(words);
  },
);
