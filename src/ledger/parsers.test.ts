import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromBase64, toBase64 } from "./base64.ts";
import { formatBundle, parseBundle } from "./bundle.ts";
import { concatBytes, fromHex, sameBytes, toHex } from "./bytes.ts";
import { formatCheckpoint, parseCheckpoint } from "./checkpoint.ts";
import { openCheckpoint } from "./cosigned-checkpoint.ts";
import { fromDecimal } from "./decimal.ts";
import { signingKeyFromSeed } from "./keys.ts";
import { formatNote, parseNote } from "./note.ts";
import { noteSigner, verifierOf } from "./note-key.ts";
import { formatVerifierKey, parseSignerKey, parseVerifierKey } from "./note-key-text.ts";
import { signNote } from "./opened-note.ts";
import { formatReceipt, parseReceipt, verifyReceipt } from "./receipt.ts";
import { refusal } from "./refusal.fixture.ts";
import { parseTilePath, tilePath } from "./tile.ts";
import { fromUtf8, toUtf8 } from "./utf8.ts";

const runs = 3000;
const signer = noteSigner("host.example/log", signingKeyFromSeed(new Uint8Array(32).fill(5)));
const checkpointText = formatCheckpoint({
  origin: signer.name,
  size: 4711,
  root: new Uint8Array(32).fill(9),
});
const note = signNote(checkpointText, [signer]);
const receipt = formatReceipt({
  index: 12,
  proof: [new Uint8Array(32), new Uint8Array(32).fill(1)],
  extra: Uint8Array.of(1),
  checkpoint: note,
});
const bundle = formatBundle([toUtf8("one"), toUtf8(""), toUtf8("three")]);

/** Anything, and the good bytes with pieces cut out, put in, doubled and changed. */
function mutations(good: Uint8Array): fc.Arbitrary<Uint8Array> {
  const piece = fc.oneof(
    fc.uint8Array({ maxLength: 4 }),
    fc.constantFrom("\n", "\n\n", "\r\n", " ", "+", "=", "0", "-", "— ", "\u0000", "é", "\ufeff").map(toUtf8),
  );
  const edit = fc.tuple(fc.nat(good.length), fc.nat(6), piece);
  const edited = fc
    .array(edit, { minLength: 1, maxLength: 4 })
    .map((edits) =>
      edits.reduce(
        (bytes, [at, cut, put]) =>
          concatBytes(bytes.subarray(0, at), put, bytes.subarray(Math.min(at + cut, bytes.length))),
        good,
      ),
    );
  return fc.oneof(edited, edited, fc.uint8Array({ maxLength: 200 }));
}

/** What is read is written back the same; all else is refused with this problem. */
function readsOnlyItsOwn(good: Uint8Array, code: RegExp, rewrite: (bytes: Uint8Array) => Uint8Array): void {
  expect(rewrite(good)).toEqual(good);
  fc.assert(
    fc.property(mutations(good), (bytes) => {
      const refused = refusal(() => expect(sameBytes(rewrite(bytes), bytes)).toBe(true));
      if (refused !== undefined) expect(refused).toMatch(code);
    }),
    { numRuns: runs },
  );
}

const asText = (read: (text: string) => string) => (bytes: Uint8Array) => {
  const text = new TextDecoder().decode(bytes);
  return read(text) === text ? bytes : Uint8Array.of(...bytes, 1);
};

describe("every parser", () => {
  it("[LG37] of notes refuses or gives back", () => {
    readsOnlyItsOwn(note, /^ledger\.note_malformed$/, (bytes) => formatNote(parseNote(bytes)));
  });

  it("[LG37] of checkpoints refuses or gives back", () => {
    const rewrite = asText((text) => formatCheckpoint(parseCheckpoint(text)));
    readsOnlyItsOwn(toUtf8(checkpointText), /^ledger\.checkpoint_malformed$/, rewrite);
  });

  it("[LG37] of receipts refuses or gives back", () => {
    readsOnlyItsOwn(receipt, /^ledger\.receipt_malformed$/, (bytes) => formatReceipt(parseReceipt(bytes)));
  });

  it("[LG29] verifying a receipt is total, and believes only the entry itself", () => {
    fc.assert(
      fc.property(mutations(receipt), (bytes) => {
        expect(verifyReceipt(bytes, toUtf8("entry"), { log: verifierOf(signer) }).kind).toBe("refused");
      }),
      { numRuns: runs },
    );
  });

  it("[LG20] opening a checkpoint refuses with a problem, or has the text that was signed", () => {
    fc.assert(
      fc.property(mutations(note), (bytes) => {
        const refused = refusal(() => {
          const { checkpoint } = openCheckpoint(bytes, { log: verifierOf(signer) });
          expect(formatCheckpoint(checkpoint)).toBe(checkpointText);
        });
        if (refused !== undefined) expect(refused).toMatch(/^ledger\.(note|checkpoint)_/);
      }),
      { numRuns: runs },
    );
  });

  it("[LG37] of bundles refuses or gives back", () => {
    readsOnlyItsOwn(bundle, /^ledger\.bundle_malformed$/, (bytes) => formatBundle(parseBundle(bytes, 3)));
  });

  it("[LG37] of tile paths refuses or gives back", () => {
    const rewrite = asText((path) => tilePath(parseTilePath(path)));
    readsOnlyItsOwn(toUtf8("tile/0/x001/234.p/5"), /^ledger\.tile_path_malformed$/, rewrite);
  });

  it("[LG37] of key texts refuses or gives back", () => {
    const good = formatVerifierKey(verifierOf(signer));
    readsOnlyItsOwn(
      toUtf8(good),
      /^ledger\.key_/,
      asText((text) => formatVerifierKey(parseVerifierKey(text))),
    );
    fc.assert(
      fc.property(fc.string(), (text) => refusal(() => parseSignerKey(text)) === "ledger.key_malformed"),
    );
  });

  it("[LG37] of numbers, hexadecimal, base64 and UTF-8 gives back or answers undefined", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 50 }), (bytes) => {
        expect(fromBase64(toBase64(bytes))).toEqual(bytes);
        expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString("base64"));
        expect(fromHex(toHex(bytes))).toEqual(bytes);
        const text = fromUtf8(bytes);
        if (text !== undefined) expect(toUtf8(text)).toEqual(bytes);
      }),
    );
    const letters = fc.string({
      unit: fc.constantFrom("A", "B", "Z", "/", "+", "=", "0", "9", "\n", "-", "é"),
    });
    fc.assert(
      fc.property(letters, (text) => {
        const bytes = fromBase64(text);
        if (bytes !== undefined) expect(toBase64(bytes)).toBe(text);
        const number = fromDecimal(text);
        if (number !== undefined) expect(String(number)).toBe(text);
        const hex = fromHex(text);
        if (hex !== undefined) expect(toHex(hex)).toBe(text);
      }),
    );
    expect(() => toUtf8("\ud800")).toThrow("lone surrogate");
    expect(fromDecimal("9007199254740991")).toBe(2 ** 53 - 1);
    expect(fromDecimal("9007199254740992")).toBeUndefined();
  });
});
