import { join } from "node:path";
import { readKeyFile } from "#folder";
import { fromBase64, sha256, toHex } from "#ledger";
import type { Registry, Served } from "#server";
import { say } from "./say.ts";

/** Gives a device a seat as the head of its office would, with the head's key that lies open in a demonstration's folder. */
export function certifier(path: string, registry: Registry): NonNullable<Served["host"]["certify"]> {
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
    return member;
  };
}
