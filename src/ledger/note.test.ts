import { describe, expect, it } from "vitest";
import { concatBytes } from "./bytes.ts";
import { cosigningKeyFromSeed, signingKeyFromSeed } from "./keys.ts";
import { formatNote, formatSignatureLine, parseNote, parseSignatureLine } from "./note.ts";
import { cosignatureVerifier, cosigner, noteSigner, noteVerifier, verifierOf } from "./note-key.ts";
import { formatSignerKey, formatVerifierKey, parseSignerKey, parseVerifierKey } from "./note-key-text.ts";
import { openNote, signNote, withSignatures } from "./opened-note.ts";
import { refusal } from "./refusal.fixture.ts";
import { fromUtf8, toUtf8 } from "./utf8.ts";

// the example of Go's golang.org/x/mod/sumdb/note
const neumannVerifier = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
const neumannSigner = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
const neumannText =
  "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
const neumannLine =
  "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";
const enochLine =
  "— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n";
const neumannNote = `${neumannText}\n${neumannLine}`;

// the example of C2SP signed-note
const fooVerifier = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
const fooSignature =
  "Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=";

const a = noteSigner("ledger.example/a", signingKeyFromSeed(new Uint8Array(32).fill(1)));
const b = noteSigner("ledger.example/b", signingKeyFromSeed(new Uint8Array(32).fill(2)));
const open = (text: string, ...verifiers: Parameters<typeof openNote>[1]) =>
  openNote(toUtf8(text), verifiers);
const signed = (text: string) => fromUtf8(signNote(text, [a])) ?? "";
const line = (note: string) => note.slice(note.lastIndexOf("\n\n") + 2);

describe("keys of notes", () => {
  it("[LG14] reads and writes the key texts of Go's note package", () => {
    expect(formatVerifierKey(parseVerifierKey(neumannVerifier))).toBe(neumannVerifier);
    expect(formatVerifierKey(parseVerifierKey(fooVerifier))).toBe(fooVerifier);
    expect(formatSignerKey(parseSignerKey(neumannSigner))).toBe(neumannSigner);
    const signer = parseSignerKey(neumannSigner);
    expect(formatVerifierKey(verifierOf(signer))).toBe(neumannVerifier);
    expect(signer.kind).toBe("note");
  });

  it("[LG14] keeps notes and cosignatures apart by the type byte", () => {
    const witness = cosigner("ledger.example/w", cosigningKeyFromSeed(new Uint8Array(32).fill(3)));
    const text = formatVerifierKey(verifierOf(witness));
    expect(parseVerifierKey(text)).toEqual(verifierOf(witness));
    expect(parseVerifierKey(text).kind).toBe("cosignature");
    expect(parseSignerKey(formatSignerKey(witness))).toEqual(witness);
    const note = noteVerifier(witness.name, witness.key.publicKey);
    expect(note.keyHash).not.toBe(verifierOf(witness).keyHash);
  });

  it("[LG14] refuses every other text", () => {
    const edited = [
      "",
      "PeterNeumann",
      "PeterNeumann+c74f20a3",
      neumannVerifier.replace("c74f", "C74F"),
      neumannVerifier.replace("c74f", "c74e"),
      neumannVerifier.replace("Peter", "Petre"),
      neumannVerifier.replace("Peter", "Peter "),
      neumannVerifier.slice(0, -4),
      `${neumannVerifier}\n`,
      neumannVerifier.replace("10TW", "10TX"),
    ];
    for (const text of edited) expect(refusal(() => parseVerifierKey(text))).toMatch(/^ledger\.key_/);
    for (const text of [neumannVerifier, neumannSigner.slice(1), neumannSigner.replace("Peter", "Petra")]) {
      expect(refusal(() => parseSignerKey(text))).toBe("ledger.key_malformed");
    }
    const small = new Uint8Array(32);
    expect(refusal(() => noteVerifier("x", small))).toBe("ledger.key_inadmissible");
    for (const name of ["", "a b", "a+b", "a\u00a0b", "a\u2003b", "a\u0085b", "a\nb", "\ud800"]) {
      expect(refusal(() => noteVerifier(name, a.key.publicKey))).toBe("ledger.key_malformed");
    }
  });
});

describe("signed notes", () => {
  it("[LG18] signs and opens the example of Go's note package", () => {
    const signer = parseSignerKey(neumannSigner);
    if (signer.kind !== "note") return expect.fail("not a note key");
    expect(fromUtf8(signNote(neumannText, [signer]))).toBe(neumannNote);
    const opened = open(neumannNote, parseVerifierKey(neumannVerifier));
    expect(opened.text).toBe(neumannText);
    expect(opened.verified.map(({ name }) => name)).toEqual(["PeterNeumann"]);
    expect(opened.unknown).toEqual([]);
  });

  it("[LG18] opens the example of C2SP signed-note", () => {
    const note = `This is an example message.\n\n— example.com/foo ${fooSignature}\n`;
    expect(open(note, parseVerifierKey(fooVerifier)).text).toBe("This is an example message.\n");
  });

  it("[LG15] gives every note that it reads back byte for byte", () => {
    for (const text of ["a\n", "\n", "a\n\nb\n\n\n", "— not a signature\n", "Україна\nTürkiye\n\ufeff\n"]) {
      const note = signed(text);
      expect(parseNote(toUtf8(note)).text).toBe(text);
      expect(fromUtf8(formatNote(parseNote(toUtf8(note))))).toBe(note);
    }
    const parsed = parseSignatureLine(neumannLine.slice(0, -1));
    expect(formatSignatureLine(parsed)).toBe(neumannLine);
  });

  it("[LG15] refuses whatever is not exactly a note", () => {
    const good = neumannNote;
    const bad: Record<string, string> = {
      "no blank line": good.replace("\n\n", "\n"),
      "no signature": `${neumannText}\n`,
      "no end": good.slice(0, -1),
      "something after": `${good}x`,
      "a line that is no signature": `${good}x\n`,
      "carriage returns": good.replaceAll("\n", "\r\n"),
      "a tab": good.replace(" ", "\t"),
      "a zero": good.replace("you", "y\u0000u"),
      "another dash": good.replace("—", "-"),
      "no name": good.replace("PeterNeumann ", ""),
      "two spaces": good.replace("PeterNeumann ", "PeterNeumann  "),
      "a plus in the name": good.replace("PeterNeumann ", "Peter+Neumann "),
      "a space in the name": good.replace("PeterNeumann ", "Peter\u3000Neumann "),
      "no base64": good.replace("x08go", "x0*go"),
      "no padding": good.replace("nAM=", "nAM"),
      "loose bits": good.replace("nAM=", "nAN="),
      "too short": `${neumannText}\n— PeterNeumann x08gow==\n`,
      "a repeated line": good + neumannLine,
      "a repeated line of an unknown key": good + enochLine + enochLine,
      "too many lines": good + Array.from({ length: 100 }, (_, i) => `— n${i} AAAAAAA=\n`).join(""),
    };
    const verifier = parseVerifierKey(neumannVerifier);
    for (const [what, text] of Object.entries(bad)) {
      expect(
        refusal(() => open(text, verifier)),
        what,
      ).toBe("ledger.note_malformed");
    }
    const bytes = toUtf8(good);
    for (const wrong of [Uint8Array.of(0xff), Uint8Array.of(0xc0, 0x80), Uint8Array.of(0xed, 0xa0, 0x80)]) {
      expect(refusal(() => openNote(concatBytes(wrong, bytes), [verifier]))).toBe("ledger.note_malformed");
    }
    expect(refusal(() => openNote(new Uint8Array(1_000_001), [verifier]))).toBe("ledger.note_malformed");
    for (const text of ["", "a", "a\r\n", "\u0007\n", "\ud800\n"]) {
      expect(refusal(() => signNote(text, [a]))).toBe("ledger.note_malformed");
    }
    expect(refusal(() => signNote("a\n", []))).toBe("ledger.note_malformed");
  });

  it("[LG16] ignores and keeps what unknown keys have signed, even under a known name or id", () => {
    const verifier = parseVerifierKey(neumannVerifier);
    const sameName = enochLine.replace("EnochRoot", "PeterNeumann");
    const sameId = neumannLine.replace("PeterNeumann", "Peter");
    const opened = open(neumannNote + enochLine + sameName + sameId, verifier);
    expect(opened.verified.length).toBe(1);
    expect(opened.unknown.map(formatSignatureLine)).toEqual([enochLine, sameName, sameId]);
  });

  it("[LG16] refuses a false signature of a known key beside a right one", () => {
    const note = fromUtf8(signNote("text\n", [a, b])) ?? "";
    const verifiers = [verifierOf(a), verifierOf(b)];
    expect(open(note, ...verifiers).verified.length).toBe(2);
    const [own, other] = line(note).split("\n");
    const mixed = `text\n\n${own}\n${line(signed("other\n"))}`;
    expect(refusal(() => open(mixed, ...verifiers))).toBe("ledger.note_malformed");
    const wrong = `text\n\n${own}\n${other?.slice(0, -4)}AAA=\n`;
    expect(refusal(() => open(wrong, ...verifiers))).toBe("ledger.note_signature_invalid");
    expect(refusal(() => open(note.replace("text", "test"), ...verifiers))).toBe(
      "ledger.note_signature_invalid",
    );
  });

  it("[LG16] refuses a note that no known key has signed", () => {
    expect(refusal(() => open(neumannNote, verifierOf(a)))).toBe("ledger.note_unsigned");
    expect(refusal(() => open(neumannNote))).toBe("ledger.note_unsigned");
  });

  it("[LG17] refuses one key under two names or for two uses", () => {
    const witness = cosignatureVerifier("ledger.example/a", a.key.publicKey);
    const alias = noteVerifier("ledger.example/alias", a.key.publicKey);
    for (const verifiers of [
      [verifierOf(a), witness],
      [verifierOf(a), alias],
      [verifierOf(a), verifierOf(a)],
    ]) {
      expect(refusal(() => open(signed("x\n"), ...verifiers))).toBe("ledger.key_listed_twice");
    }
    expect(refusal(() => signNote("x\n", [a, a]))).toBe("ledger.key_listed_twice");
  });

  it("[LG15] adds signature lines to a note and nothing else", () => {
    const both = withSignatures(signNote("x\n", [a]), parseNote(signNote("x\n", [b])).signatures);
    expect(both).toEqual(signNote("x\n", [a, b]));
  });
});
