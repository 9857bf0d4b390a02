import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SetUpDraft } from "#api";
import { ProblemError } from "#base";
import { sign, signingKeyFromSeed, toBase64 } from "#ledger";
import { swapParties } from "#record/testing";
import { drawnOrder, lotCommitment } from "#replica";
import { draftFor, keyFor } from "../testing/index.ts";
import { composeFounding, foundingBytes, type Parts, type Ready } from "./founding.ts";
import { beginSetUp, type Role, roles, type SetUpState } from "./state.ts";
import { inviteHeads, joinHead, reopen, revealNonce, type Setting, signText, writeDraft } from "./steps.ts";

const seed = fc.uint8Array({ minLength: 32, maxLength: 32 });
const ready: fc.Arbitrary<Ready> = fc
  .record({ key: seed, nonce: seed, witness: fc.boolean() })
  .map(({ key, nonce, witness }) => ({
    head: toBase64(signingKeyFromSeed(key).publicKey),
    nonce: toBase64(nonce),
    witness: witness ? `parley-witness+0123abcd+${toBase64(nonce)}` : null,
  }));
const words = fc.stringMatching(/^[A-Za-z]{3,20}$/);
const label = fc.record({ en: words, uk: words, ru: words, tr: words });
const row = fc.record({ label, zone: fc.constantFrom("Europe/Helsinki", "Europe/Istanbul", "Asia/Baku") });
const others = fc.uniqueArray(
  fc.constantFrom("exchange-a", "exchange-b", "press-b", "forensic-a", "monitor"),
);
const draft: fc.Arbitrary<SetUpDraft> = fc
  .record({ title: label, host: row, a: row, b: row, others, note: fc.option(words, { nil: undefined }) })
  .map(({ title, host, a, b, others, note }) => ({
    ...draftFor(),
    title,
    host,
    parties: { a, b },
    heads: others.map((office) => ({ office, head: toBase64(keyFor(office).publicKey) })),
    ...(note === undefined ? {} : { note }),
  })) as fc.Arbitrary<SetUpDraft>; // the offices are some of those that the form takes
const parts: fc.Arbitrary<Parts> = fc
  .record({ draft, host: ready, a: ready, b: ready })
  .filter(({ host, a, b }) => new Set([host.head, a.head, b.head]).size === 3)
  .map(({ draft, host, a, b }) => ({
    draft,
    heads: { host, "party-a": a, "party-b": b },
    logKey: keyFor("log").publicKey,
    id: "a".repeat(26),
    at: Date.parse("2025-07-01T12:00:00Z"),
  }));

// Bytes are no names of parties: they are left as they are.
const swapped = (one: Parts): Parts => ({ ...one, ...swapParties({ draft: one.draft, heads: one.heads }) });

describe("the founding act of a set-up", () => {
  it("[FO8] with the parties in each other's place it is the swapped act", () => {
    fc.assert(
      fc.property(parts, (one) => {
        expect(composeFounding(swapped(one))).toEqual(swapParties(composeFounding(one)));
      }),
      { numRuns: 300 },
    );
  });

  it("[FO8] the same parts give the same bytes, and any other part gives others", () => {
    fc.assert(
      fc.property(parts, (one) => {
        const bytes = toBase64(foundingBytes(one));
        expect(toBase64(foundingBytes({ ...one }))).toBe(bytes);
        const { host } = one.heads;
        const another = { ...one.heads, host: { ...host, head: toBase64(keyFor("another").publicKey) } };
        for (const changed of [
          { ...one, id: `${"b".repeat(25)}a` },
          { ...one, at: one.at + 1 },
          { ...one, logKey: keyFor("other-log").publicKey },
          { ...one, heads: another },
          { ...one, draft: { ...one.draft, note: "Other words." } },
        ])
          expect(toBase64(foundingBytes(changed))).not.toBe(bytes);
      }),
      { numRuns: 100 },
    );
  });
});

describe("the lot", () => {
  const drawn = fc.record({ head: seed.map(toBase64), nonce: seed.map(toBase64) });

  it("[FO7] names the same party whichever is called a", () => {
    fc.assert(
      fc.property(drawn, drawn, drawn, (host, a, b) => {
        fc.pre(a.head !== b.head);
        const [first] = drawnOrder(host, a, b);
        const [swappedFirst] = drawnOrder(host, b, a);
        expect(swappedFirst).not.toBe(first);
      }),
    );
  });

  it("[FO7] hangs on each of the three nonces, and names each party about as often", () => {
    const fixed = (name: string) => toBase64(keyFor(name).publicKey);
    for (const who of [0, 1, 2]) {
      let first = 0;
      for (let i = 0; i < 1_000; i++) {
        const [host, a, b] = [0, 1, 2].map((one) => ({
          head: fixed(`head/${one}`),
          nonce: fixed(one === who ? `nonce/${who}/${i}` : `nonce/${one}`),
        }));
        if (host && a && b && drawnOrder(host, a, b)[0] === "a") first += 1;
      }
      // 500 ± 6 standard deviations of 1,000 throws of a coin
      expect(Math.abs(first - 500)).toBeLessThan(95);
    }
  });
});

describe("random steps of three heads", () => {
  const keys = Object.fromEntries(roles.map((role) => [role, keyFor(`steps/${role}`)])) as Record<
    Role,
    ReturnType<typeof keyFor>
  >; // an entry for each role
  const headOf = (role: Role) => toBase64(keys[role].publicKey);
  const nonce = (role: Role) => toBase64(keyFor(`steps/nonce/${role}`).publicKey);
  const step = fc.record({
    role: fc.constantFrom(...roles),
    as: fc.constantFrom(...roles),
    kind: fc.constantFrom("write", "invite", "join", "reveal", "sign", "sign", "reopen"),
    note: fc.constantFrom("One.", "Two."),
    again: fc.constantFrom("signing", "signing", "joining"),
  });

  it("[FO9] and [FO10]: every signature that stands is its head's own over the text that stands", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        let state: SetUpState = beginSetUp("0".repeat(64));
        steps.forEach(({ role, as, kind, note, again }, i) => {
          const setting: Setting = {
            logKey: keyFor("log").publicKey,
            id: `${"a".repeat(23)}${"abcdefgh"[i % 8]}${"abcdefgh"[(i >> 3) % 8]}a`,
            at: 1_750_000_000_000 + i,
          };
          const text = new Uint8Array(Buffer.from(state.founding ?? "", "base64"));
          const taken = {
            write: () => writeDraft(state, role, draftFor({ note, heads: [] }), setting),
            invite: () => inviteHeads(state, role, new Map([["party-a", "1".repeat(64)]])),
            join: () => {
              const drawn = { head: headOf(role), nonce: nonce(role) };
              return joinHead(state, role, { head: drawn.head, commitment: lotCommitment(drawn) }, setting);
            },
            reveal: () => revealNonce(state, role, nonce(as), setting),
            sign: () => signText(state, role, toBase64(sign(keys[as], text))),
            reopen: () => reopen(state, role, again, setting),
          };
          const before = state;
          try {
            state = taken[kind]();
          } catch (error) {
            if (!(error instanceof ProblemError)) throw error;
            expect(state).toBe(before); // refused: nothing changed
          }
          const signers = roles.filter((one) => state.heads[one].joined?.signature);
          const now = new Uint8Array(Buffer.from(state.founding ?? "", "base64"));
          for (const one of signers)
            expect(state.heads[one].joined?.signature).toBe(toBase64(sign(keys[one], now)));
          const hadSigned = roles.some((one) => before.heads[one].joined?.signature);
          if (hadSigned && kind !== "reopen") expect(state.founding).toBe(before.founding);
        });
      }),
      { numRuns: 300 },
    );
  });
});
