import { expect, it } from "vitest";
import { toBase64 } from "#ledger";
import { newActId } from "#replica";
import { onEachBackend } from "./testing/backends.ts";
import { bodies, keyFor, refusalOf } from "./testing/index.ts";

onEachBackend((stage) => {
  it("[RG9] admits by the seats that stand at the act's place: before a revocation, not after, and again when granted again", async () => {
    const { process } = stage;
    const { registry } = process;
    const signedBefore = await process.signed("party-a", bodies(1));
    await process.say("party-a", bodies(2));
    const [revocation, late] = [await process.revoke("party-a"), await process.signed("party-a", bodies(3))];
    const inOneBatch = [registry.submit(revocation), registry.submit(late)];
    expect(await refusalOf(inOneBatch[0] ?? Promise.resolve())).toBe(undefined);
    expect((await refusalOf(inOneBatch[1] ?? Promise.resolve()))?.code).toBe("act.seat_revoked");
    expect((await refusalOf(registry.submit(signedBefore)))?.code).toBe("act.seat_revoked");
    expect(registry.head("humanitarian").size).toBe(1);
    await process.open(); // what was admitted before stays
    expect(process.registry.state("host").remains.handovers.size).toBe(1);
    await process.registry.submit(await process.grant("party-a", "m1", newActId()));
    expect(await process.attempt("party-a", bodies(4))).toBe(undefined);
    expect(await refusalOf(process.registry.submit(signedBefore))).toBe(undefined);
  });

  it("[RG9] serves every member of an office with the key of his own seat", async () => {
    const { process } = stage;
    await process.registry.submit(await process.grant("party-a", "m2"));
    const submit = async (member: string, device: string) => {
      const envelope = await process.signed("party-a", bodies(), [process.device("party-a", device)], member);
      return (await refusalOf(process.registry.submit(envelope)))?.code;
    };
    expect(await submit("m2", "m2")).toBe(undefined);
    expect(await submit("m2", "m1")).toBe("act.seat_unknown");
    expect(await submit("m1", "m2")).toBe("act.seat_unknown");
  });

  it("[RG10] lets a new head grant seats once the old key and the new have signed it in, and the old one no more", async () => {
    const { process } = stage;
    const [old, next] = [process.head("party-b"), keyFor("next head")];
    const payload = {
      office: "party-b",
      head: toBase64(next.publicKey),
      reason: "A new head of delegation.",
    };
    const words = { room: "process", kind: "head.replaced", payload } as const;
    for (const keys of [[old], [next], [old, process.head("party-a")]]) {
      const envelope = await process.signed("party-b", words, keys);
      expect((await refusalOf(process.registry.submit(envelope)))?.code).toBe("act.unsigned");
    }
    await process.registry.submit(await process.signed("party-b", words, [old, next]));
    const device = toBase64(process.device("party-b", "m2").publicKey);
    const seat = { office: "party-b", member: "m2", key: device, title: "delegate" };
    const granted = { room: "process", kind: "seat.granted", payload: seat } as const;
    const byOld = await process.signed("party-b", granted, [old]);
    expect((await refusalOf(process.registry.submit(byOld)))?.code).toBe("act.unsigned");
    expect(await refusalOf(process.registry.submit(await process.signed("party-b", granted, [next])))).toBe(
      undefined,
    );
    expect(await process.attempt("party-b", bodies(1, "b")), "seats outlive the head").toBe(undefined);
  });

  it("[RG11] registers no key that can never serve", async () => {
    const { process } = stage;
    const seat = { office: "party-a", member: "m2", title: "delegate" };
    const tries = [
      [{ ...seat, key: toBase64(new Uint8Array(32)) }, "ledger.key_inadmissible"],
      [{ ...seat, key: toBase64(new Uint8Array(32).fill(255)) }, "ledger.key_inadmissible"],
      [
        { ...seat, key: toBase64(keyFor("x").publicKey), recipient: "age1classic" },
        "ledger.recipient_malformed",
      ],
    ] as const;
    for (const [payload, code] of tries) {
      const words = { room: "process", kind: "seat.granted", payload } as const;
      const envelope = await process.signed("party-a", words, [process.head("party-a")]);
      expect((await refusalOf(process.registry.submit(envelope)))?.code).toBe(code);
    }
    expect(process.registry.head("process").size).toBe(14);
  });
});
