import { describe, expect, it } from "vitest";
import { sqliteBackend } from "#store/testing";
import { Registry } from "./index.ts";
import { refusalOf, SignedProcess } from "./testing/index.ts";

describe("a registry over an older record", () => {
  it("[RG23] is not opened where a witness has seen more, or something else", async () => {
    const place = await sqliteBackend.place();
    const process = await SignedProcess.founded(await place.open());
    const { store, hostName, logKey, registry } = process;
    const open = (seen: { size: number; root: Uint8Array }) =>
      refusalOf(
        Registry.open({
          store,
          process: process.process,
          hostName,
          logKey,
          now: () => process.now,
          seen: [{ room: "process", ...seen }],
        }),
      );
    const head = registry.head("process");
    expect(await open(head)).toBeUndefined();
    expect((await open({ ...head, size: head.size + 1 }))?.code).toBe("registry.rolled_back");
    expect((await open({ ...head, root: new Uint8Array(32) }))?.code).toBe("registry.rolled_back");
    expect((await open({ ...head, size: head.size - 1 }))?.code).toBe("registry.rolled_back");
    await process.say("host", { room: "plenary", kind: "issue.opened", payload: { title: "x", words: "x" } });
    expect(await open(head)).toBeUndefined();
    await store.close();
    await place.remove();
  });
});
