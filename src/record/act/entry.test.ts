import { describe, expect, it } from "vitest";
import { seededRandom } from "#base";
import { keyOf } from "../testing/index.ts";
import { decodeEntry, type EntryHead, encodeEntry } from "./entry.ts";

const act = new TextEncoder().encode('{"by":"x"}\n\n{"not":"a second head"}');
const key = keyOf(seededRandom(1));
const signature = btoa(String.fromCharCode(...seededRandom(2).bytes(64)));
const head: EntryHead = {
  receivedAt: Date.parse("2026-11-22T13:00:00.123Z"),
  roster: 12,
  signatures: [
    { key, signature },
    { key: keyOf(seededRandom(3)), signature },
  ],
};
const good = new TextDecoder().decode(encodeEntry(head, act));

function decodes(text: string): boolean {
  return decodeEntry(new TextEncoder().encode(text)) !== undefined;
}

describe("an entry of a room's log", () => {
  it("[RC18] comes back as it was written, with the act's exact bytes", () => {
    expect(decodeEntry(encodeEntry(head, act))).toEqual({ head, actBytes: act });
    const bare = { ...head, signatures: [] };
    expect(decodeEntry(encodeEntry(bare, act))).toEqual({ head: bare, actBytes: act });
    const raw = Uint8Array.of(0, 255, 10, 10);
    expect(decodeEntry(encodeEntry(head, raw))?.actBytes).toEqual(raw);
  });

  it("[RC18] has one encoding: every other head is refused", () => {
    expect(decodes(good)).toBe(true);
    const line = `signature ${key} ${signature}`;
    for (const bad of [
      good.replace("/v1", "/v2"),
      `\ufeff${good}`,
      good.replaceAll("\n", "\r\n"),
      good.replace("roster 12", "roster 012"),
      good.replace("roster 12", "roster +12"),
      good.replace("roster 12", "roster -1"),
      good.replace("roster 12", "roster 1e3"),
      good.replace("roster 12", "roster 9999999999999999"),
      good.replace("roster 12", "roster "),
      good.replace(".123Z", "Z"),
      good.replace("13:00:00.123Z", "24:00:00.000Z"),
      good.replace("2026-11-22", "2026-11-31"),
      good.replace(".123Z", "+03:00"),
      good.replace("received ", "received  "),
      good.replace(line, `${line} `),
      good.replace(line, `signature ${key}`),
      good.replace(line, line.replace("=", "")),
      good.replace(line, "comment"),
      good.replace("received", "roster").replace("roster 12", "received 12"),
      good.slice(0, good.indexOf("\n\n")),
      "",
      "\n\n",
    ])
      expect(`${bad.slice(0, 60)} ${decodes(bad)}`).toBe(`${bad.slice(0, 60)} false`);
  });

  it("[RC18] takes keys and signatures in the one spelling of their bytes", () => {
    const respelt = (text: string, pad: string) => {
      const at = text.length - pad.length - 1;
      const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
      return text.slice(0, at) + alphabet[alphabet.indexOf(text[at] ?? "A") + 1] + pad;
    };
    expect(atob(respelt(key, "="))).toBe(atob(key));
    expect(decodes(good.replace(key, respelt(key, "=")))).toBe(false);
    expect(decodes(good.replace(signature, respelt(signature, "==")))).toBe(false);
  });

  it("[RC18] never throws on bytes of any kind", () => {
    const random = seededRandom(5);
    const bytes = encodeEntry(head, act);
    for (let i = 0; i < 5_000; i++) {
      const mutated = Uint8Array.from(bytes);
      for (let edits = 1 + random.below(3); edits > 0; edits--)
        mutated[random.below(mutated.length)] = random.below(256);
      const found = decodeEntry(mutated.subarray(0, 1 + random.below(mutated.length)));
      if (found) expect(encodeEntry(found.head, found.actBytes).length).toBeGreaterThan(0);
    }
    for (let i = 0; i < 5_000; i++) {
      const found = decodeEntry(bytes.map((one) => (random.below(60) === 0 ? random.below(256) : one)));
      if (found) expect(decodeEntry(encodeEntry(found.head, found.actBytes))).toEqual(found);
    }
  });
});
