import { expect, it } from "vitest";
import { noteVerifier, verifyReceipt } from "#ledger";
import { originOf } from "#replica";
import { onEachBackend } from "../testing/backends.ts";
import { HttpHost } from "../testing/index.ts";

const words = (verbatim: string) => ({
  room: "public" as const,
  kind: "statement.captured",
  payload: {
    speaker: { name: "Ada Lind", capacity: "spokeswoman" },
    onBehalfOf: "party-a",
    occasion: "press conference",
    verbatim,
    language: "en",
    original: true,
    source: { kind: "own_record", publisher: "The press office" },
  },
});

onEachBackend((stage) => {
  it("[HT70] the public record is followed as feeds by anybody, each entry with its receipt", async () => {
    const { process } = stage;
    const host = await HttpHost.of(process);
    await process.say("press-a", words("We proposed a pause."));
    await process.say("press-b", words("We have heard it."));
    const json = await host.ask("public", "GET", "/api/public/en/feed.json");
    expect(json.headers["content-type"]).toContain("application/feed+json");
    const { items } = json.json();
    expect(items.map((one: { content_text: string }) => one.content_text.split("\n").at(-1))).toEqual([
      "We have heard it.",
      "We proposed a pause.",
    ]);
    for (const [file, type] of [
      ["feed.atom", "application/atom+xml"],
      ["feed.rss", "application/rss+xml"],
    ]) {
      const feed = await host.ask("public", "GET", `/api/public/uk/${file}`);
      expect([feed.statusCode, feed.headers["content-type"]]).toEqual([200, `${type}; charset=utf-8`]);
      expect(feed.body).toContain("We proposed a pause.");
    }
    const log = noteVerifier(originOf(process.hostName, process.process, "public"), process.logKey.publicKey);
    for (const seq of [0, 1]) {
      const entry = await host.ask("public", "GET", `/api/rooms/public/entries/${seq}`);
      const receipt = await host.ask("public", "GET", `/api/rooms/public/entries/${seq}/receipt`);
      const found = verifyReceipt(new TextEncoder().encode(receipt.body), new Uint8Array(entry.rawPayload), {
        log,
      });
      expect(found).toMatchObject({ kind: "included", index: seq });
    }
    const digest = await host.ask("public", "GET", "/api/public/en/digest/2025-07-01");
    expect(digest.body).toContain("12:00 UTC");
    await host.close();
  });

  it("[HT74] a day of the public record is a page under the policy of every answer", async () => {
    const { process } = stage;
    const host = await HttpHost.of(process);
    await process.say("press-a", words("We proposed a <b>pause</b>."));
    const page = await host.ask("public", "GET", "/api/public/uk/page/2025-07-01");
    expect([page.statusCode, page.headers["content-type"]]).toEqual([200, "text/html; charset=utf-8"]);
    expect(page.headers["content-security-policy"]).toContain("default-src 'none'; script-src 'self'");
    expect(page.body).toContain("We proposed a &lt;b&gt;pause&lt;/b&gt;.");
    const [, style = ""] = /rel="stylesheet" href="([^"]+)"/.exec(page.body) ?? [];
    const looks = await host.ask("public", "GET", style);
    expect([looks.statusCode, looks.headers["content-type"]]).toEqual([200, "text/css; charset=utf-8"]);
    expect((await host.ask("public", "GET", "/api/public/uk/page/2025-02-30")).statusCode).toBe(400);
    await host.close();
  });

  it("[HT71] entries and receipts of a room are given to those who read it, and to nobody else", async () => {
    const { process } = stage;
    const host = await HttpHost.of(process);
    await process.say("host", {
      room: "plenary",
      kind: "issue.opened",
      payload: { title: "Prisoners", words: "All." },
    });
    for (const path of ["entries/0", "entries/0/receipt"]) {
      expect((await host.ask("party-a", "GET", `/api/rooms/plenary/${path}`)).statusCode).toBe(200);
      expect((await host.ask("public", "GET", `/api/rooms/plenary/${path}`)).statusCode).toBe(403);
      expect(
        (await host.ask("party-a", "GET", `/api/rooms/plenary/${path.replace("0", "9")}`)).statusCode,
      ).toBe(404);
    }
    await host.close();
  });
});
