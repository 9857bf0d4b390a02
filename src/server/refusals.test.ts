import { expect, it } from "vitest";
import type { Problem } from "#base";
import { emptyRoot, formatVerifierKey, noteVerifier, type SigningKey, toBase64 } from "#ledger";
import { type Act, canonicalBytes, maxEntryBytes } from "#record";
import { type Envelope, newActId, signAct } from "#replica";
import { refuseSize } from "./admit.ts";
import { onEachBackend, type Stage, sizesOf } from "./testing/backends.ts";
import { bodies, issue, keyFor, refusalOf, type SignedProcess } from "./testing/index.ts";

type Make = (process: SignedProcess) => Envelope | Promise<Envelope>;

const text = (act: string): Uint8Array => new TextEncoder().encode(act);

/** An act that party-a could say, changed before it is signed. */
function changed(change: Record<string, unknown>, keys?: (process: SignedProcess) => SigningKey[]): Make {
  return (process) => {
    const act = { ...process.compose("party-a", bodies()), ...change } as Act; // as a hostile author writes it
    return signAct(act, keys?.(process) ?? [process.device("party-a")]);
  };
}

/** Bytes of the author's choice under a signature that holds. */
function bytes(make: (process: SignedProcess) => Uint8Array): Make {
  return (process) => {
    const act = make(process);
    const { signatures } = signAct(text("x") as never, [process.device("party-a")]);
    return { act, signatures };
  };
}

const seat = (office: string, key: SigningKey, more = {}) => ({
  office,
  member: "m2",
  key: toBase64(key.publicKey),
  title: "delegate",
  ...more,
});

/** Every way to be refused, by its code; where a rule refuses, with the rule. */
const refusals: readonly (readonly [what: string, code: Problem["code"], make: Make, rule?: string])[] = [
  ["bytes that are no UTF-8", "act.not_json", bytes(() => Uint8Array.of(0x7b, 0xff, 0x7d))],
  ["text that is no JSON", "act.not_json", bytes(() => text("{"))],
  ["no act at all", "act.malformed", bytes(() => text("null"))],
  ["an unknown field", "act.malformed", changed({ urgent: true })],
  ["an unknown kind", "act.unknown_kind", changed({ kind: "bodies.sold" })],
  [
    "doubled keys",
    "act.not_canonical",
    bytes((process) => {
      const act = new TextDecoder().decode(canonicalBytes(process.compose("party-a", bodies())));
      return text(act.replace('"v":1', '"v":1,"v":1'));
    }),
  ],
  ["too many bytes", "act.too_large", bytes(() => new Uint8Array(64_001).fill(32))],
  [
    "a payload that is too long",
    "act.malformed",
    (p) =>
      signAct(
        { ...p.compose("host", issue("w")), payload: { title: "t", words: "w".repeat(2_001) } } as Act,
        [p.device("host")],
      ),
  ],
  [
    "a name in mixed scripts",
    "act.mixed_scripts",
    (p) => {
      const act = p.compose("host", issue("w"));
      const speaker = { name: "Аda Lind", capacity: "chair" }; // the first letter is Cyrillic
      const payload = { authority: "the ministry", reference: "7", persons: [speaker], extent: ["sign"] };
      return signAct({ ...act, kind: "powers.presented", payload } as unknown as Act, [p.device("host")]);
    },
  ],
  ["a room where this is not said", "act.not_permitted", changed({ room: "host-a" })],
  ["a room where the office does not write", "act.not_permitted", changed({ room: "host-b" })],
  ["another process", "act.wrong_process", changed({ process: "three-rivers" })],
  ["no signature", "act.unsigned", changed({}, () => [])],
  ["nine signatures", "act.unsigned", changed({}, (p) => Array(9).fill(p.device("party-a")))],
  ["two signatures of one key", "act.unsigned", changed({}, (p) => Array(2).fill(p.device("party-a")))],
  ["two device keys", "act.unsigned", changed({}, (p) => [p.device("party-a"), p.device("party-b")])],
  [
    "a signature over other bytes",
    "act.signature_refused",
    (p) => ({
      act: canonicalBytes(p.compose("party-a", bodies(1))),
      signatures: signAct(p.compose("party-a", bodies(2)), [p.device("party-a")]).signatures,
    }),
  ],
  [
    "a signature that is no base64",
    "act.signature_refused",
    async (p) => {
      const { act, signatures } = await p.signed("party-a", bodies());
      return { act, signatures: signatures.map((one) => ({ ...one, signature: `${one.signature} ` })) };
    },
  ],
  [
    "a key that is no point of prime order",
    "act.signature_refused",
    async (p) => {
      const { act, signatures } = await p.signed("party-a", bodies());
      const key = toBase64(Uint8Array.of(1, ...new Uint8Array(31)));
      return { act, signatures: signatures.map((one) => ({ ...one, key })) };
    },
  ],
  ["a key without a seat", "act.seat_unknown", changed({}, () => [keyFor("stranger")])],
  ["the key of another office", "act.seat_unknown", changed({}, (p) => [p.device("party-b")])],
  [
    "the key of another member",
    "act.seat_unknown",
    changed({ by: { member: "m2", office: "party-a", capacity: "delegate" } }),
  ],
  ["the head's key", "act.seat_unknown", changed({}, (p) => [p.head("party-a")])],
  ["the log's key", "act.seat_unknown", changed({}, (p) => [p.logKey])],
  ["a time that has not come", "act.said_in_future", changed({ saidAt: "2025-07-01T12:05:01Z" })],
  ["a time before all records", "act.said_too_early", changed({ saidAt: "1999-12-31T23:59:59Z" })],
  ["a time that does not exist", "act.malformed", changed({ saidAt: "2025-06-31T12:00:00Z" })],
  [
    "another head of the room",
    "act.seen_differs",
    changed({ seen: { size: 0, root: toBase64(new Uint8Array(32)) } }),
  ],
  ["a head beyond the log", "act.seen_differs", changed({ seen: { size: 1, root: toBase64(emptyRoot()) } })],
  [
    "an act in clear in a sealed room",
    "act.sealed_mismatch",
    (p) => signAct(p.compose("party-a", issue("In clear", "internal-a")), [p.device("party-a")]),
  ],
  [
    "a sealed paper in a room in clear",
    "act.sealed_mismatch",
    changed({
      kind: "paper.sealed",
      payload: undefined,
      sealed: { file: "YWdl", commitment: toBase64(new Uint8Array(32)) },
    }),
  ],
  [
    "a seal under another kind",
    "act.sealed_mismatch",
    changed({ payload: undefined, sealed: { file: "YWdl", commitment: toBase64(new Uint8Array(32)) } }),
  ],
  [
    "a seat granted by a device key",
    "act.unsigned",
    (p) =>
      p.signed("party-a", { room: "process", kind: "seat.granted", payload: seat("party-a", keyFor("new")) }),
  ],
  [
    "a seat granted by another office's head",
    "act.unsigned",
    (p) => grant(p, "party-a", seat("party-a", keyFor("new")), [p.head("party-b")]),
  ],
  [
    "a seat in another office",
    "act.refused_by_rule",
    (p) => grant(p, "party-a", seat("party-b", keyFor("new"))),
    "PE3",
  ],
  [
    "a head's key as a device",
    "act.refused_by_rule",
    (p) => grant(p, "party-a", seat("party-a", p.head("host"))),
    "PE4",
  ],
  [
    "the device of another member",
    "act.refused_by_rule",
    (p) => grant(p, "party-a", seat("party-a", p.device("party-a"))),
    "PE5",
  ],
  [
    "a device key of small order",
    "ledger.key_inadmissible",
    (p) => grant(p, "party-a", seat("party-a", { ...keyFor("x"), publicKey: new Uint8Array(32) })),
  ],
  [
    "a recipient that nobody can seal to",
    "ledger.recipient_malformed",
    (p) => grant(p, "party-a", seat("party-a", keyFor("new"), { recipient: "age1pq1qqqq" })),
  ],
  [
    "a second founding act",
    "act.refused_by_rule",
    (p) => opened(p, [p.head("host"), p.head("party-a"), p.head("party-b")]),
    "PE1",
  ],
  ["a founding act without all three", "act.unsigned", (p) => opened(p, [p.head("host"), p.head("party-a")])],
];

function grant(process: SignedProcess, office: "party-a", payload: unknown, keys = [process.head(office)]) {
  return process.signed(office, { room: "process", kind: "seat.granted", payload }, keys);
}

function opened(process: SignedProcess, keys: readonly SigningKey[]) {
  return process.signed(
    "host",
    { room: "process", kind: "process.opened", payload: process.founding() },
    keys,
  );
}

onEachBackend((stage) => {
  it(`[RG5] refuses with a stable code, and writes nothing: ${refusals.length} ways`, async () => {
    const { process, store } = stage;
    await process.say("party-b", bodies(3, "b"));
    const before = await whole(stage);
    for (const [what, code, make, rule] of refusals) {
      const problem = await refusalOf(process.registry.submit(await make(process)));
      expect(problem?.code, what).toBe(code);
      if (rule) expect(problem?.details.rule, what).toBe(rule);
      expect(problem?.detail.length, what).toBeGreaterThan(10);
      expect(await sizesOf(store), what).toBe(before.sizes);
    }
    expect(await whole(stage)).toEqual(before);
  });

  it("[RG5] takes no act before the founding act, and none that names another log key", async () => {
    const { process } = stage;
    const registry = await process.another(emptied(stage));
    const heads = [process.head("host"), process.head("party-a"), process.head("party-b")];
    const first = await process.signed("party-a", { ...bodies() });
    expect((await refusalOf(registry.submit(first)))?.code).toBe("process.not_open");
    const log = formatVerifierKey(noteVerifier("parley.example/two-rivers", keyFor("other").publicKey));
    const act = process.compose("host", {
      room: "process",
      kind: "process.opened",
      payload: { ...process.founding(), log },
    });
    const seen = { size: 0, root: toBase64(emptyRoot()) };
    const other = signAct({ ...act, seen } as Act, heads);
    expect((await refusalOf(registry.submit(other)))?.code).toBe("process.log_key");
  });

  it("[RG7] lets an id stand for one act in one room", async () => {
    const { process } = stage;
    const envelope = await process.signed("party-a", bodies());
    const { id } = await process.registry.submit(envelope);
    const twice = [process.registry.submit(envelope), process.registry.submit(envelope)];
    for (const again of twice)
      expect(await refusalOf(again)).toMatchObject({ code: "act.replayed", details: { id, seq: 0 } });
    const elsewhere = await process.attempt("party-a", { ...issue("The same id"), id });
    expect(elsewhere).toMatchObject({ code: "act.id_taken", details: { id } });
    const shared = newActId();
    const answers = await Promise.all(
      (["plenary", "host-a"] as const).map((room) =>
        process.attempt("host", { ...tabled(room), id: shared }),
      ),
    );
    expect(answers.map((one) => one?.code)).toEqual([undefined, "act.id_taken"]);
  });

  it("[RG8] takes any head that the room has had, and no other", async () => {
    const { process } = stage;
    const heads = [process.registry.head("humanitarian")];
    for (let n = 0; n < 3; n++) {
      await process.say("party-a", bodies(n + 1));
      heads.push(process.registry.head("humanitarian"));
    }
    for (const [size, { root }] of heads.entries()) {
      const act = process.compose("party-a", bodies(10));
      const good = { ...act, seen: { size, root: toBase64(root) } } as Act;
      expect(await refusalOf(process.registry.submit(signAct(good, [process.device("party-a")])))).toBe(
        undefined,
      );
      const bad = { ...act, id: newActId(), seen: { size: size + 1, root: toBase64(root) } } as Act;
      const refused = await refusalOf(process.registry.submit(signAct(bad, [process.device("party-a")])));
      expect(refused?.code).toBe("act.seen_differs");
    }
  });
});

it("[RG5] takes no entry that a tile could not hold", () => {
  expect(refuseSize(new Uint8Array(maxEntryBytes))).toBe(undefined);
  expect(refuseSize(new Uint8Array(maxEntryBytes + 1))?.code).toBe("entry.too_large");
});

function tabled(room: "plenary" | "host-a") {
  const source = { kind: "own_record", publisher: "Secretariat" };
  const payload = { title: "A pause", terms: [{ key: "words", type: "text", words: "as said" }], source };
  return { room, kind: "proposal.tabled", payload };
}

async function whole({ store }: Stage) {
  const rows: unknown[] = [];
  for (const { log } of await store.logs()) {
    for await (const row of store.read(log, 0)) rows.push(row);
    for await (const head of store.checkpoints(log)) rows.push(head);
  }
  return { sizes: await sizesOf(store), rows };
}

// The same store under names that nothing was written to.
function emptied({ store }: Stage) {
  return { ...store, latestCheckpoint: async () => undefined, logs: async () => [] };
}
