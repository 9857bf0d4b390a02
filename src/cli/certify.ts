import { access } from "node:fs/promises";
import { join } from "node:path";
import { readKeyFile, storeSource } from "#folder";
import { fromBase64, sha256, toHex } from "#ledger";
import { type Office, seatedNow } from "#record";
import { keysByRoom } from "#replica";
import type { Registry, Served } from "#server";
import type { Store } from "#store";
import { say } from "./say.ts";

/**
 * Gives a device a seat as the head of its office would, and the keys of what was sealed before as a member would,
 * with the keys that lie open in a demonstration's folder.
 */
export function certifier(
  path: string,
  registry: Registry,
  store: Store,
): NonNullable<Served["host"]["certify"]> {
  return async (office, key, recipient) => {
    const head = await readKeyFile(join(path, "keys", `${office}-head.key.json`));
    const keyId = toHex(sha256(fromBase64(key) ?? new Uint8Array()));
    const member = `${office}-web-${keyId.slice(0, 8)}`;
    const title = "Visitor (demonstration)";
    const payload = { office, member, key, ...(recipient ? { recipient } : {}), title };
    const draft = {
      room: "process",
      kind: "seat.granted",
      payload,
      capacity: "head of office",
      saidAt: new Date().toISOString(),
    } as const;
    await say(registry, draft, head);
    if (recipient) await handOn(path, registry, store, office);
    return member;
  };
}

const keysOfAnAct = 500;

async function handOn(path: string, registry: Registry, store: Store, office: Office): Promise<void> {
  const source = storeSource(store, { process: registry.process });
  for (const { member, title } of seatedNow(registry.state(office).people)) {
    const file = join(path, "keys", `${member}.key.json`);
    const isOpen = await access(file).then(
      () => true,
      () => false, // a visitor's own device: its key is not here
    );
    const key = isOpen ? await readKeyFile(file) : undefined;
    if (key?.office !== office || !key.identity) continue;
    for (const [room, keys] of await keysByRoom(source, office, [key.identity]))
      for (let from = 0; from < keys.length; from += keysOfAnAct) {
        const payload = { keys: keys.slice(from, from + keysOfAnAct) };
        const saidAt = new Date().toISOString();
        await say(registry, { room, kind: "paper.keys_handed", payload, capacity: title, saidAt }, key);
      }
    return;
  }
}
