import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ProblemError, problemCatalogue } from "#base";
import { fromBase64, toBase64 } from "#ledger";
import type { Act } from "#record";
import { type Envelope, newActId, signAct } from "#replica";
import { sqliteBackend } from "#store/testing";
import { onStage, sizesOf } from "./testing/backends.ts";
import { bodies, issue, round, type SignedProcess } from "./testing/index.ts";

const runs = 10_000;

/** One way to spoil an envelope; `signed` where the result is signed again by a seat that holds. */
type Change =
  | { readonly of: "byte"; readonly at: number; readonly to: number }
  | { readonly of: "cut"; readonly at: number }
  | { readonly of: "insert"; readonly at: number; readonly text: string }
  | {
      readonly of: "field";
      readonly path: readonly string[];
      readonly to: unknown;
      readonly isSigned: boolean;
    }
  | { readonly of: "signature"; readonly at: number; readonly to: number; readonly half: "key" | "signature" }
  | { readonly of: "signatures"; readonly count: number }
  | { readonly of: "nothing" };

const at = fc.nat(5_000);
const paths = [
  ["v"], ["id"], ["process"], ["room"], ["kind"], ["by"], ["by", "member"], ["by", "office"], ["by", "capacity"],
  ["saidAt"], ["happenedAt"], ["refs"], ["seen"], ["seen", "size"], ["seen", "root"], ["payload"],
  ["payload", "from"], ["payload", "count"], ["payload", "count", "amount", "value"], ["payload", "words"],
  ["sealed"], ["__proto__"], ["payload", "constructor"],
]; // biome-ignore format: one list
const values = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.constantFrom("process", "internal-a", "host-b", "public", "party-b", "process.opened", "paper.sealed"),
  fc.constantFrom(
    "2025-06-31T12:00:00Z",
    "2400-01-01T00:00:00Z",
    "m1",
    "",
    0,
    -1,
    1.5,
    2 ** 53,
    Number.POSITIVE_INFINITY,
    null,
    [],
    {},
  ),
);
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ of: fc.constant("byte" as const), at, to: fc.nat(255) }),
  fc.record({ of: fc.constant("cut" as const), at }),
  fc.record({ of: fc.constant("insert" as const), at, text: fc.string({ unit: "binary", maxLength: 12 }) }),
  {
    weight: 4,
    arbitrary: fc.record({
      of: fc.constant("field" as const),
      path: fc.constantFrom(...paths),
      to: values,
      isSigned: fc.boolean(),
    }),
  },
  fc.record({
    of: fc.constant("signature" as const),
    at,
    to: fc.nat(255),
    half: fc.constantFrom("key", "signature"),
  }),
  fc.record({ of: fc.constant("signatures" as const), count: fc.nat(10) }),
  fc.record({ of: fc.constant("nothing" as const) }),
);

function spoiled(process: SignedProcess, act: Act, envelope: Envelope, spoil: Change): Envelope {
  const { act: bytes, signatures } = envelope;
  switch (spoil.of) {
    case "byte":
      return { act: bytes.with(spoil.at % bytes.length, spoil.to), signatures };
    case "cut":
      return { act: bytes.subarray(0, spoil.at % bytes.length), signatures };
    case "insert": {
      const cut = spoil.at % bytes.length;
      const middle = new TextEncoder().encode(spoil.text);
      return { act: Buffer.concat([bytes.subarray(0, cut), middle, bytes.subarray(cut)]), signatures };
    }
    case "field": {
      const other = withField(act, spoil.path, spoil.to);
      if (!spoil.isSigned) return { act: new TextEncoder().encode(JSON.stringify(other)), signatures };
      return signedAnew(process, other) ?? envelope;
    }
    case "signature":
      return {
        act: bytes,
        signatures: signatures.map((one) => {
          const half = fromBase64(one[spoil.half]) ?? new Uint8Array(1);
          return { ...one, [spoil.half]: toBase64(half.with(spoil.at % half.length, spoil.to)) };
        }),
      };
    case "signatures":
      return { act: bytes, signatures: Array(spoil.count).fill(signatures[0]) };
    case "nothing":
      return envelope;
    default:
      return spoil satisfies never;
  }
}

function withField(value: unknown, [key, ...rest]: readonly string[], to: unknown): unknown {
  if (key === undefined) return to;
  const held = typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  return { ...held, [key]: withField(held[key], rest, to) };
}

// undefined where the value has no canonical form to sign, as a lone surrogate
function signedAnew(process: SignedProcess, act: unknown): Envelope | undefined {
  try {
    return signAct(act as Act, [process.device("party-a")]); // as a hostile author would
  } catch {
    return undefined; // only what can be signed is sent
  }
}

describe("sqlite", () => {
  onStage(sqliteBackend, (stage) => {
    it(`[RG20] admits or refuses ${runs} spoiled envelopes with a problem of the catalogue, and writes only what it admits`, {
      timeout: 300_000,
    }, async () => {
      const { process, store } = stage;
      const drafts = [bodies(), issue("Which bridge?"), round(7), { ...bodies(), room: "public" as const }];
      const found = new Map<string, number>();
      let admitted = 0;
      await fc.assert(
        fc.asyncProperty(fc.nat(drafts.length - 1), change, async (which, spoil) => {
          const act = { ...process.compose("party-a", drafts[which] ?? bodies()), id: newActId() } as Act;
          const envelope = spoiled(process, act, signAct(act, [process.device("party-a")]), spoil);
          const before = process.registry.head("plenary").size + process.registry.head("humanitarian").size;
          try {
            const { room, seq } = await process.registry.submit(envelope);
            admitted += 1;
            expect(process.registry.head(room).size).toBe(seq + 1);
          } catch (error) {
            if (!(error instanceof ProblemError)) throw error;
            const { code } = error.problem;
            expect(Object.hasOwn(problemCatalogue, code)).toBe(true);
            found.set(code, (found.get(code) ?? 0) + 1);
            const after = process.registry.head("plenary").size + process.registry.head("humanitarian").size;
            expect(after).toBe(before);
          }
        }),
        { numRuns: runs, seed: 20_251_122 },
      );
      const rows = JSON.parse(await sizesOf(store)) as { size: number }[];
      expect(rows.reduce((sum, { size }) => sum + size, 0)).toBe(14 + admitted);
      expect(found.size, [...found.keys()].join(", ")).toBeGreaterThanOrEqual(12);
      expect(admitted).toBeGreaterThan(runs / 50);
      await process.open();
      console.log(`${runs} envelopes: ${admitted} admitted, refused:`, Object.fromEntries(found));
    });
  });
});
