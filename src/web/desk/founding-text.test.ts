import { describe, expect, it } from "vitest";
import type { SetUpView } from "#api";
import { translator } from "#i18n";
import {
  formatVerifierKey,
  importDeviceKey,
  newSigningKey,
  noteVerifier,
  randomBytes,
  sha256,
  toBase64,
} from "#ledger";
import { canonicalBytes, checkAct, principals } from "#record";
import { opening } from "#record/testing";
import { composeAct, drawnOrder, fingerprintOf, logName, lotCommitment } from "#replica";
import { foundingText } from "./founding-text.ts";
import type { HeldHead } from "./held-head.ts";

const t = translator("en");
const log = newSigningKey();

/** A set-up whose text stands, as the head of party a sees it in his own browser. */
async function standing() {
  const [host, a, b] = principals.map(() => {
    const key = newSigningKey();
    const head = toBase64(key.publicKey);
    const nonce = toBase64(randomBytes(32));
    return { key, head, nonce, commitment: lotCommitment({ head, nonce }) };
  });
  if (!host || !a || !b) throw new Error("There are three heads.");
  const form = opening();
  const payload = {
    ...form,
    host: { ...form.host, head: host.head },
    parties: { a: { ...form.parties.a, head: a.head }, b: { ...form.parties.b, head: b.head } },
    order: drawnOrder(host, a, b),
    heads: [],
    witnesses: [],
    log: formatVerifierKey(noteVerifier(logName(form.hostName, "two-rivers"), log.publicKey)),
    demonstration: false,
  };
  const view: SetUpView = {
    role: "party-a",
    stage: "signing",
    draft: null,
    heads: { host: headOf(host), "party-a": headOf(a), "party-b": headOf(b) },
    draws: 1,
    order: [...payload.order] as never, // a pair of sides, as drawn
    fingerprint: "",
  };
  const held: HeldHead = {
    role: "party-a",
    key: await importDeviceKey(a.key.seed),
    publicKey: a.head,
    lot: { draw: 1, nonce: a.nonce, commitment: a.commitment },
    seen: { draw: 1, given: { host, "party-a": a, "party-b": b } },
  };
  return { payload, view, held };
}

function headOf({ head, nonce, commitment }: { head: string; nonce: string; commitment: string }) {
  const joined = { head, fingerprint: "", witness: null, commitment, nonce };
  return { invited: true, joined, revealed: true, signed: false };
}

function bytesOf(payload: unknown): Uint8Array {
  const said = { room: "process", kind: "process.opened", payload, capacity: "head of office" } as const;
  const author = { process: "two-rivers", office: "host", member: "host-head" } as const;
  const seen = { size: 0, root: sha256(new Uint8Array()) };
  const composed = composeAct({ ...said, saidAt: "2025-07-01T12:00:00Z" }, author, seen);
  if ("problem" in composed) throw new Error(composed.problem.detail);
  const checked = checkAct(JSON.parse(JSON.stringify(composed.act)));
  if ("problem" in checked) throw new Error(checked.problem.detail);
  return canonicalBytes(checked.act);
}

function differing(bytes: Uint8Array, view: SetUpView, held: HeldHead | undefined) {
  const shown = { ...view, fingerprint: fingerprintOf(bytes) };
  return foundingText(t, bytes, shown, held)
    .checks.filter(({ holds }) => !holds)
    .map(({ what }) => what);
}

describe("the founding act before it is signed", () => {
  it("is read from the bytes, with the parties by name, and agrees with what this browser knows", async () => {
    const { payload, view, held } = await standing();
    const bytes = bytesOf(payload);
    expect(differing(bytes, view, held)).toEqual([]);
    const text = foundingText(t, bytes, view, held);
    expect(text.process).toBe("two-rivers");
    expect(text.fingerprint).toBe(fingerprintOf(bytes));
    expect(text.first).toBe(payload.parties[payload.order[0]].label.en);
    const said = JSON.stringify(text.fields);
    for (const key of [payload.host.head, payload.parties.a.head, payload.parties.b.head])
      expect(said).toContain(key);
  });

  it("differs where another fingerprint is shown than these bytes have", async () => {
    const { payload, view, held } = await standing();
    const { checks } = foundingText(t, bytesOf(payload), view, held);
    expect(checks).toContainEqual({ what: "fingerprint", holds: false });
  });

  it("differs where one's own key was put out of its place", async () => {
    const { payload, view, held } = await standing();
    const head = toBase64(newSigningKey().publicKey);
    const changed = { ...payload, parties: { ...payload.parties, a: { ...payload.parties.a, head } } };
    expect(differing(bytesOf(changed), view, held)).toEqual(["key", "keys", "order"]);
    expect(differing(bytesOf(payload), view, undefined)).toEqual(["key"]);
  });

  it("differs where another head's key changed after one had shown one's nonce, whatever the server now says", async () => {
    const { payload, view, held } = await standing();
    const head = toBase64(newSigningKey().publicKey);
    const nonce = toBase64(randomBytes(32));
    const other = headOf({ head, nonce, commitment: lotCommitment({ head, nonce }) });
    const shown = { ...view, heads: { ...view.heads, "party-b": other } };
    const changed = { ...payload, parties: { ...payload.parties, b: { ...payload.parties.b, head } } };
    expect(differing(bytesOf(changed), shown, held)).toContain("keys");
  });

  it("differs where the order is not the drawn one", async () => {
    const { payload, view, held } = await standing();
    const changed = { ...payload, order: payload.order.toReversed() };
    expect(differing(bytesOf(changed), view, held)).toEqual(["order"]);
  });

  it("differs where the log's key is another process's", async () => {
    const { payload, view, held } = await standing();
    const other = formatVerifierKey(noteVerifier(logName(payload.hostName, "three-rivers"), log.publicKey));
    expect(differing(bytesOf({ ...payload, log: other }), view, held)).toEqual(["log"]);
  });
});
