import { sha256, toHex } from "#ledger";
import { bodies, issue, round, SignedProcess } from "#server/testing";
import type { Store } from "#store";
import { type Identities, newIdentities, recipientsOf } from "./signed-history.ts";

const blobBytes = new TextEncoder().encode("The list of what was agreed, in four languages.".repeat(40));
export const blobDigest = toHex(sha256(blobBytes));

/**
 * A small process with something in every kind of room that party-b reads: talks with a document that is a blob,
 * counts of both sides, a word to the public, a sealed paper, and a seat that is granted and revoked.
 */
export async function toldProcess(
  store: Store,
  identities?: Identities,
): Promise<{ readonly process: SignedProcess; readonly identities: Identities }> {
  const keys = identities ?? (await newIdentities());
  const process = await SignedProcess.founded(store, recipientsOf(keys));
  const pass = () => {
    process.now += 10 * 60_000;
  };
  await process.registry.submit(await process.grant("party-a", "m2"));
  pass();
  const { id } = await process.say("host", round(1));
  pass();
  await store.putBlob(blobDigest, blobBytes);
  const blob = { digest: blobDigest, bytes: blobBytes.length, mediaType: "text/plain" };
  const source = { kind: "own_record", publisher: "Secretariat" };
  const payload = { round: id, title: "A list", to: ["host"], at: "2025-07-01", blob, source };
  await process.say("party-b", { room: "plenary", kind: "document.handed_over", payload });
  await process.say("party-a", issue("Which bridge?"));
  for (const [i, side] of (["a", "b", "a", "b"] as const).entries()) {
    pass();
    await process.say(`party-${side}`, bodies(i + 1, side));
  }
  pass();
  await process.say("party-b", { ...bodies(5, "b"), room: "public" });
  await process.say("party-b", issue("What we could give", "internal-b"));
  await process.say("party-a", issue("What we want", "internal-a"));
  pass();
  await process.registry.submit(await process.revoke("party-a", "m2"));
  return { process, identities: keys };
}
