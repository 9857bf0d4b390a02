import { describe, expect, it } from "vitest";
import { ed25519Sign } from "#ledger/native";
import { concatBytes, sameBytes } from "./bytes.ts";
import { formatCheckpoint, parseCheckpoint } from "./checkpoint.ts";
import { cosign, cosignedAt } from "./cosignature.ts";
import { openCheckpoint } from "./cosigned-checkpoint.ts";
import { cosigningKeyFromSeed, newSigningKey, signingKeyFromSeed } from "./keys.ts";
import { emptyRoot, leafHash } from "./leaf.ts";
import { formatSignatureLine } from "./note.ts";
import { cosigner, noteSigner, verifierOf } from "./note-key.ts";
import { openNote, signNote, withSignatures } from "./opened-note.ts";
import { refusal } from "./refusal.fixture.ts";
import { verifySignature } from "./signature.ts";
import { Tree } from "./tree.ts";
import { toUtf8 } from "./utf8.ts";
import { witnessStep } from "./witness.ts";

const sofa = "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n";
const log = noteSigner("example.com/behind-the-sofa", signingKeyFromSeed(new Uint8Array(32).fill(1)));
const partyA = cosigner("witness.example/a", cosigningKeyFromSeed(new Uint8Array(32).fill(2)));
const partyB = cosigner("witness.example/b", cosigningKeyFromSeed(new Uint8Array(32).fill(3)));
const noon = Date.UTC(2026, 10, 22, 12);

describe("checkpoints", () => {
  it("[LG19] reads the example of C2SP tlog-checkpoint and gives it back", () => {
    const checkpoint = parseCheckpoint(sofa);
    expect(checkpoint.origin).toBe("example.com/behind-the-sofa");
    expect(checkpoint.size).toBe(20852163);
    expect(formatCheckpoint(checkpoint)).toBe(sofa);
    expect(formatCheckpoint({ origin: "x", size: 0, root: emptyRoot() })).toBe(
      "x\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
    );
  });

  it("[LG19] refuses whatever is not exactly these three lines", () => {
    const bad = [
      "",
      sofa.slice(0, -1),
      `${sofa}extension\n`,
      `${sofa}\n`,
      `\n${sofa}`,
      sofa.replace("example.com/behind-the-sofa", ""),
      sofa.replace("\n", "\r\n"),
      ...[
        "020852163",
        "+1",
        "-1",
        "1.0",
        "1e3",
        "",
        " 1",
        "0x1",
        "９",
        "9007199254740992",
        "18446744073709551616",
      ].map((size) => sofa.replace("20852163", size)),
      sofa.replace("q2I=", "q2J="),
      sofa.replace("q2I=", "q2I"),
      sofa.replace("CsUY", "CsU"),
      sofa.replace("q2I=", "q2IAAAA="),
    ];
    for (const text of bad)
      expect(
        refusal(() => parseCheckpoint(text)),
        text,
      ).toBe("ledger.checkpoint_malformed");
    expect(parseCheckpoint(sofa.replace("20852163", "9007199254740991")).size).toBe(2 ** 53 - 1);
  });

  it("[LG20] believes a checkpoint that the log has signed under its own name, and no other", () => {
    const note = signNote(sofa, [log]);
    expect(openCheckpoint(note, { log: verifierOf(log) }).checkpoint).toEqual(parseCheckpoint(sofa));
    const other = signNote(sofa.replace("sofa", "door"), [log]);
    expect(refusal(() => openCheckpoint(other, { log: verifierOf(log) }))).toBe("ledger.checkpoint_origin");
    const stranger = noteSigner(log.name, newSigningKey());
    const false_ = signNote(sofa, [stranger]);
    expect(refusal(() => openCheckpoint(false_, { log: verifierOf(log) }))).toBe("ledger.note_unsigned");
    // cosigned alone is not signed
    const cosigned = withSignatures(false_, [cosign(sofa, partyA, noon)]);
    const trust = { log: verifierOf(log), witnesses: [verifierOf(partyA)] };
    expect(refusal(() => openCheckpoint(cosigned, trust))).toBe("ledger.note_unsigned");
    const extended = signNote(`${sofa}extension\n`, [log]);
    expect(refusal(() => openCheckpoint(extended, trust))).toBe("ledger.checkpoint_malformed");
  });
});

describe("cosignatures", () => {
  it("[LG25] signs `cosignature/v1`, the time and the whole text, and writes the time before the signature", () => {
    const { keyHash, signature } = cosign(sofa, partyA, 1679315147_987);
    expect(keyHash).toBe(verifierOf(partyA).keyHash);
    expect(signature.length).toBe(72);
    // 1679315147 as eight big-endian bytes, as in the example of C2SP tlog-cosignature
    expect(signature.subarray(0, 8)).toEqual(Uint8Array.of(0, 0, 0, 0, 0x64, 0x18, 0x50, 0xcb));
    const message = toUtf8(`cosignature/v1\ntime 1679315147\n${sofa}`);
    expect(verifySignature(partyA.key.publicKey, message, signature.subarray(8))).toBe(true);
    expect(cosignedAt(verifierOf(partyA), sofa, signature)).toBe(1679315147_000);
  });

  it("[LG25] is bound to the text, the time, the key and the form", () => {
    const { signature } = cosign(sofa, partyA, noon);
    expect(cosignedAt(verifierOf(partyB), sofa, signature)).toBeUndefined();
    expect(cosignedAt(verifierOf(partyA), sofa.replace("3\n", "4\n"), signature)).toBeUndefined();
    for (let at = 0; at < signature.length; at++) {
      const bent = signature.map((byte, i) => (i === at ? byte ^ 1 : byte));
      expect(cosignedAt(verifierOf(partyA), sofa, bent)).toBeUndefined();
    }
    for (const length of [0, 8, 64, 71]) {
      expect(cosignedAt(verifierOf(partyA), sofa, signature.subarray(0, length))).toBeUndefined();
    }
    const future = concatBytes(new Uint8Array(8).fill(255), signature.subarray(8));
    expect(cosignedAt(verifierOf(partyA), sofa, future)).toBeUndefined();
    // rightly signed, but no time that fits epoch ms
    const seconds = 2 ** 50;
    const message = toUtf8(`cosignature/v1\ntime ${seconds}\n${sofa}`);
    const timestamp = Uint8Array.of(0, 4, 0, 0, 0, 0, 0, 0);
    const late = concatBytes(timestamp, ed25519Sign(partyA.key.seed, message));
    expect(cosignedAt(verifierOf(partyA), sofa, late)).toBeUndefined();
    expect(() => cosign(sofa, partyA, -1)).toThrow("not a time");
    expect(refusal(() => cosign("not a checkpoint\n", partyA, noon))).toBe("ledger.checkpoint_malformed");
    // @ts-expect-error a signing key is not a cosigning key
    expect(() => cosigner("x", newSigningKey())).toThrow("must not cosign");
  });

  it("[LG26] tells which of the given witnesses have cosigned, and when", () => {
    const lines = [cosign(sofa, partyB, noon + 5000), cosign(sofa, partyA, noon)];
    const note = withSignatures(signNote(sofa, [log]), lines);
    const all = openCheckpoint(note, {
      log: verifierOf(log),
      witnesses: [verifierOf(partyA), verifierOf(partyB)],
    });
    expect(all.cosignatures).toEqual([
      { witness: "witness.example/b", epochMs: noon + 5000 },
      { witness: "witness.example/a", epochMs: noon },
    ]);
    const one = openCheckpoint(note, { log: verifierOf(log), witnesses: [verifierOf(partyA)] });
    expect(one.cosignatures).toEqual([{ witness: "witness.example/a", epochMs: noon }]);
    expect(openNote(note, [verifierOf(log)]).unknown.map(formatSignatureLine)).toEqual(
      lines.map(formatSignatureLine),
    );
  });

  it("[LG26] refuses a cosignature of another checkpoint", () => {
    const replayed = cosign(sofa.replace("20852163", "20852162"), partyA, noon);
    const note = withSignatures(signNote(sofa, [log]), [replayed]);
    const trust = { log: verifierOf(log), witnesses: [verifierOf(partyA)] };
    expect(refusal(() => openCheckpoint(note, trust))).toBe("ledger.note_signature_invalid");
  });
});

describe("witnessStep", () => {
  const tree = new Tree();
  for (let i = 0; i < 40; i++) tree.append(leafHash(Uint8Array.of(i)));
  const head = (size: number) => ({ size, root: tree.root(size) });
  const checkpoint = (size: number) => ({ origin: log.name, ...head(size) });
  const ask = (oldSize: number, size: number) => ({
    oldSize,
    checkpoint: checkpoint(size),
    proof: tree.consistencyProof(Math.min(oldSize, size), size),
  });

  it("[LG27] accepts what continues the head it knows, and then knows the new one", () => {
    expect(witnessStep(undefined, ask(0, 7))).toEqual({ kind: "accept", head: head(7) });
    expect(witnessStep(head(7), ask(7, 40))).toEqual({ kind: "accept", head: head(40) });
    expect(witnessStep(head(7), ask(7, 7))).toEqual({ kind: "accept", head: head(7) });
    expect(witnessStep(undefined, ask(0, 0))).toEqual({ kind: "accept", head: head(0) });
  });

  it("[LG27] answers 409 with its own size to another old size, and to two roots of one size", () => {
    expect(witnessStep(head(7), ask(0, 40))).toEqual({ kind: "conflict", knownSize: 7 });
    expect(witnessStep(head(9), ask(7, 8))).toEqual({ kind: "conflict", knownSize: 9 });
    expect(witnessStep(undefined, ask(3, 8))).toEqual({ kind: "conflict", knownSize: 0 });
    const forked = { ...ask(7, 7), checkpoint: { ...checkpoint(7), root: tree.root(8) } };
    expect(witnessStep(head(7), forked)).toEqual({ kind: "conflict", knownSize: 7 });
  });

  it("[LG27] answers 422 to a false proof and 400 to an old size above the new", () => {
    const forked = { ...ask(7, 40), checkpoint: { ...checkpoint(40), root: tree.root(39) } };
    expect(witnessStep(head(7), forked)).toEqual({ kind: "badProof" });
    expect(witnessStep(head(7), { ...ask(7, 40), proof: [] })).toEqual({ kind: "badProof" });
    expect(witnessStep(undefined, { ...ask(0, 40), proof: [emptyRoot()] })).toEqual({ kind: "badProof" });
    expect(witnessStep(head(7), ask(41, 40))).toEqual({ kind: "badRequest" });
    expect(witnessStep(head(7), { ...ask(7, 40), oldSize: Number.NaN })).toEqual({ kind: "badRequest" });
    expect(sameBytes(head(7).root, tree.root(7))).toBe(true);
  });
});
