import { expect, it } from "vitest";
import { toBase64 } from "#ledger";
import { type Office, releaseOf } from "#record";
import { Releases } from "./releases.ts";
import { onEachBackend } from "./testing/backends.ts";
import type { SignedProcess } from "./testing/index.ts";

const version = { language: "en", title: "Joint statement", text: "The parties met at the harbour." };
const three = ["host", "party-a", "party-b"] as const;
const inAnHour = (process: SignedProcess) => new Date(process.now + 3_600_000).toISOString();

async function cleared(process: SignedProcess, releaseAt: string) {
  const payload = { versions: [version], releaseAt };
  const { id } = await process.say("host", { room: "plenary", kind: "communique.tabled", payload });
  for (const by of three) {
    const answer = { communique: id, language: "en", answer: "cleared_for_release" };
    await process.say(by, { room: "plenary", kind: "communique.answered", payload: answer });
  }
  return id;
}

async function deposit(process: SignedProcess, by: Office, communique: string, saidAt: string) {
  const release = { room: "public", kind: "communique.released", saidAt } as const;
  const { act, signatures } = await process.signed(by, {
    ...release,
    payload: { communique, versions: [version] },
  });
  const payload = { communique, act: toBase64(act), ...signatures[0] };
  await process.say(by, { room: "plenary", kind: "communique.release_deposited", payload });
}

onEachBackend((stage) => {
  it("[RG40] publishes at its time what was signed ahead, once, also after a restart", async () => {
    const { process } = stage;
    const releaseAt = inAnHour(process);
    const id = await cleared(process, releaseAt);
    await deposit(process, "party-b", id, releaseAt);
    await deposit(process, "host", id, releaseAt);
    const failed: unknown[] = [];
    const releases = () =>
      new Releases(
        process.registry,
        () => process.now,
        (error) => failed.push(error),
      );
    await releases().releaseDue();
    expect(process.registry.state("public").communiques.released.size).toBe(0);
    process.now += 3_600_000;
    await process.open();
    await Promise.all([releases().releaseDue(), releases().releaseDue()]);
    const released = releaseOf(process.registry.state("public"), id as never);
    expect([released?.act.by.office, released?.act.payload.versions]).toEqual(["party-b", [version]]);
    expect([process.registry.head("public").size, failed]).toEqual([1, []]);
  });

  it("[RG41] says once what cannot be published, and publishes what another has signed", async () => {
    const { process } = stage;
    const releaseAt = inAnHour(process);
    const id = await cleared(process, releaseAt);
    await deposit(process, "party-a", id, releaseAt);
    const seat = {
      office: "party-a",
      member: "m1",
      key: toBase64(process.device("party-a").publicKey),
      reason: "left",
    };
    const head = [process.head("party-a")];
    const revoked = { room: "process", kind: "seat.revoked", payload: seat } as const;
    await process.registry.submit(await process.signed("party-a", revoked, head));
    process.now += 3_600_000;
    const failed: unknown[] = [];
    const releases = new Releases(
      process.registry,
      () => process.now,
      (error) => failed.push(error),
    );
    await releases.releaseDue();
    await releases.releaseDue();
    expect([failed.length, process.registry.head("public").size]).toEqual([1, 0]);
  });
});
