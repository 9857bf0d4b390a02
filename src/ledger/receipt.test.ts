import { describe, expect, it } from "vitest";
import { toBase64 } from "./base64.ts";
import { concatBytes } from "./bytes.ts";
import { formatCheckpoint } from "./checkpoint.ts";
import { cosign } from "./cosignature.ts";
import { cosigningKeyFromSeed, signingKeyFromSeed } from "./keys.ts";
import { leafHash } from "./leaf.ts";
import { cosigner, noteSigner, verifierOf } from "./note-key.ts";
import { signNote, withSignatures } from "./opened-note.ts";
import { formatReceipt, parseReceipt, type Receipt, verifyReceipt } from "./receipt.ts";
import { refusal } from "./refusal.fixture.ts";
import { Tree } from "./tree.ts";
import { fromUtf8, toUtf8 } from "./utf8.ts";

const log = noteSigner("host.example/istanbul/plenary", signingKeyFromSeed(new Uint8Array(32).fill(1)));
const witness = cosigner("a.example/witness", cosigningKeyFromSeed(new Uint8Array(32).fill(2)));
const trust = { log: verifierOf(log), witnesses: [verifierOf(witness)] };
const entries = Array.from({ length: 21 }, (_, i) => toUtf8(`{"kind":"proposal.tabled","n":${i}}`));
const tree = new Tree();
for (const entry of entries) tree.append(leafHash(entry));
const noon = Date.UTC(2026, 10, 22, 12);

function receiptOf(index: number, size = tree.size): Receipt {
  const text = formatCheckpoint({ origin: log.name, size, root: tree.root(size) });
  const checkpoint = withSignatures(signNote(text, [log]), [cosign(text, witness, noon)]);
  return { index, proof: tree.inclusionProof(index, size), checkpoint };
}

const good = formatReceipt(receiptOf(13));
const goodText = fromUtf8(good) ?? "";

describe("receipts", () => {
  it("[LG28] have the form of C2SP tlog-proof, and are read back byte for byte", () => {
    const receipt = receiptOf(5, 8);
    const text = fromUtf8(formatReceipt(receipt)) ?? "";
    const hashes = receipt.proof.map((hash) => `${toBase64(hash)}\n`).join("");
    expect(text).toBe(`c2sp.org/tlog-proof@v1\nindex 5\n${hashes}\n${fromUtf8(receipt.checkpoint)}`);
    expect(parseReceipt(formatReceipt(receipt))).toEqual(receipt);
    const extra = { ...receipt, extra: Uint8Array.of(1, 2, 3) };
    expect(fromUtf8(formatReceipt(extra))).toContain("@v1\nextra AQID\nindex 5\n");
    expect(parseReceipt(formatReceipt(extra))).toEqual(extra);
    const alone = receiptOf(0, 1);
    expect(parseReceipt(formatReceipt(alone))).toEqual(alone);
    expect(() => formatReceipt({ ...receipt, extra: new Uint8Array(0) })).toThrow("empty extra");
    expect(() => formatReceipt({ ...receipt, index: -1 })).toThrow("no index");
  });

  it("[LG28] are refused in every other form", () => {
    const bad = [
      "",
      goodText.replace("@v1", "@v2"),
      goodText.replace("\nindex", "\nextra \nindex"),
      goodText.replace("\nindex", "\nextra AQI\nindex"),
      goodText.replace("\nindex", "\nextra AQID\nextra AQID\nindex"),
      goodText.replace("index 13", "index 013"),
      goodText.replace("index 13", "index -1"),
      goodText.replace("index 13\n", ""),
      goodText.replace("index 13\n", "index 13\nindex 13\n"),
      goodText.replace("index 13\n", "index 13\nAAAA\n"),
      goodText.replace("index 13\n", "index 13\r\n"),
      goodText.replace("index 13\n", `index 13\n${`${toBase64(new Uint8Array(32))}\n`.repeat(64)}`),
      goodText.split("\n\n")[0] ?? "",
    ];
    for (const text of bad) {
      expect(
        refusal(() => parseReceipt(toUtf8(text))),
        text,
      ).toBe("ledger.receipt_malformed");
    }
    expect(refusal(() => parseReceipt(concatBytes(Uint8Array.of(0xff), good)))).toBe(
      "ledger.receipt_malformed",
    );
  });

  it("[LG29] prove each entry at each size without a network", () => {
    for (let size = 1; size <= tree.size; size++) {
      for (let index = 0; index < size; index++) {
        const verdict = verifyReceipt(
          formatReceipt(receiptOf(index, size)),
          entries[index] as Uint8Array,
          trust,
        );
        expect(verdict).toEqual({
          kind: "included",
          index,
          checkpoint: { origin: log.name, size, root: tree.root(size) },
          cosignatures: [{ witness: "a.example/witness", epochMs: noon }],
        });
      }
    }
    const unwitnessed = verifyReceipt(good, entries[13] as Uint8Array, { log: verifierOf(log) });
    expect(unwitnessed).toMatchObject({ kind: "included", cosignatures: [] });
  });

  it("[LG29] prove no other entry, index, root, log or proof", () => {
    const verdict = (bytes: Uint8Array, entry = entries[13] as Uint8Array, by = trust) => {
      const answer = verifyReceipt(bytes, entry, by);
      return answer.kind === "refused" ? answer.problem.code : answer.kind;
    };
    expect(verdict(good)).toBe("included");
    expect(verdict(good, entries[12])).toBe("ledger.receipt_unproven");
    expect(verdict(toUtf8(goodText.replace("index 13", "index 12")))).toBe("ledger.receipt_unproven");
    expect(verdict(toUtf8(goodText.replace("index 13", "index 99")))).toBe("ledger.receipt_unproven");
    expect(verdict(formatReceipt({ ...receiptOf(13), proof: receiptOf(13).proof.slice(1) }))).toBe(
      "ledger.receipt_unproven",
    );
    expect(verdict(toUtf8(goodText.replace("\n21\n", "\n20\n")))).toBe("ledger.note_signature_invalid");
    const other = noteSigner("host.example/istanbul/public", log.key);
    expect(verdict(good, entries[13], { ...trust, log: verifierOf(other) })).toBe("ledger.note_unsigned");
    expect(verdict(new Uint8Array(0))).toBe("ledger.receipt_malformed");
  });

  it("[LG29] prove nothing when any one byte is changed", () => {
    for (let at = 0; at < good.length; at++) {
      const bent = good.map((byte, i) => (i === at ? byte ^ 1 : byte));
      const verdict = verifyReceipt(bent, entries[13] as Uint8Array, { log: verifierOf(log) });
      // the witness's line alone is of no known key here
      const inWitnessLine = at > goodText.indexOf("— a.example") + 2 * "—".length;
      if (!inWitnessLine) expect(verdict.kind).toBe("refused");
    }
  });
});
