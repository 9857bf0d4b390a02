import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { importDeviceKey, newSealIdentity, newSigningKey, toBase64 } from "#ledger";
import { type Office, offices, otherSide, partyOf, roomTable } from "#record";
import { memoryKeep, newDevice, type Replica, verifySource } from "#replica";
import { issue } from "#server/testing";
import { Stage, until } from "../../../replica/live/testing/stage.ts";
import { actActions } from "../../desk/act-actions.ts";
import { keyFingerprint, keyWords } from "../../desk/fingerprint.ts";
import { peopleActions } from "../../desk/people-actions.ts";
import { atOf, deskOver, idle } from "../../testing/index.ts";
import { type PeopleModel, people } from "./query.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.of({ "party-b": await newSealIdentity() });
});
afterAll(() => stage.close());

async function replicaOf(office: Office, device?: Awaited<ReturnType<Stage["device"]>>): Promise<Replica> {
  const replica = await stage.replica(office, memoryKeep(), device ? { device } : {});
  replica.start();
  await until(() => replica.status === "current");
  return replica;
}

function shown(replica: Replica): PeopleModel {
  const model = people(atOf(replica, stage.process.now), undefined);
  if (!model) throw new Error("The founding act has not been read.");
  return model;
}

const grantBy = (office: Office, key = newSigningKey()) => ({
  room: "process" as const,
  kind: "seat.granted",
  payload: { office, member: "m2", key: toBase64(key.publicKey), title: "adviser" },
});

describe("people and rooms", () => {
  it("[WP1] are founded by the act whose fingerprint the host and verification tell", async () => {
    const replica = await replicaOf("public");
    const { fingerprint } = await verifySource(replica.source());
    expect(shown(replica).fingerprint).toBe(fingerprint);
    expect(shown(replica).fingerprint).toBe(
      (await (await stage.client("public")).call("readProcess")).fingerprint,
    );
  });

  it("[WP2] are known by seats: handle, title, key, since when, and why no longer", async () => {
    const { process } = stage;
    const draft = grantBy("monitor");
    const admitted = await process.registry.submit(
      await process.signed("monitor", draft, [process.head("monitor")]),
    );
    const { member, key } = draft.payload;
    const before = shown(await replicaOf("public")).offices.find((one) => one.office === "monitor");
    expect(before?.head?.fingerprint).toBe(keyFingerprint(toBase64(process.head("monitor").publicKey)));
    const seat = before?.seats.find((one) => one.member === "m2");
    expect(seat).toMatchObject({
      title: "adviser",
      fingerprint: keyFingerprint(key),
      since: admitted.seq,
      revoked: undefined,
    });
    const revoked = {
      room: "process" as const,
      kind: "seat.revoked",
      payload: { office: "monitor", member, key, reason: "The device was lost." },
    };
    const at = await process.registry.submit(
      await process.signed("monitor", revoked, [process.head("monitor")]),
    );
    const after = shown(await replicaOf("public")).offices.find((one) => one.office === "monitor");
    expect(after?.seats.find((one) => one.member === "m2")?.revoked).toEqual({
      id: expect.any(String),
      at: at.seq,
      reason: "The device was lost.",
    });
  });

  it("[WP4] have no names in their seats", async () => {
    const { offices: lines } = shown(await replicaOf("host"));
    for (const { seats } of lines)
      for (const seat of seats)
        expect(Object.keys(seat).toSorted()).toEqual([
          "canReadSealed",
          "fingerprint",
          "granted",
          "key",
          "member",
          "revoked",
          "since",
          "title",
        ]);
  });

  it("[WP3] read and write as the access table says, and nothing else", async () => {
    const { table } = shown(await replicaOf("host"));
    expect(table.offices.map((one) => one.office).toSorted()).toEqual([...offices].toSorted());
    for (const { room, sealed, access } of table.rooms)
      access.forEach((one, i) => {
        const office = table.offices[i]?.office;
        if (!office) throw new Error("A column has no office.");
        const { readers, writers } = roomTable[room];
        expect([room, office, one]).toEqual([
          room,
          office,
          writers.includes(office) ? "writes" : readers.includes(office) ? "reads" : "none",
        ]);
        expect(sealed).toBe(roomTable[room].sealed);
      });
  });

  it("[WP5] stand with one’s own party first, and by turns for all others", async () => {
    const sidesOf = async (office: Office) =>
      shown(await replicaOf(office))
        .table.offices.map((one) => one.office)
        .filter((one) => one.endsWith("-a") || one.endsWith("-b"))
        .map((one) => one.slice(-1));
    expect(await sidesOf("party-a")).toEqual(["a", "b", "a", "b", "a", "b", "a", "b", "a", "b"]);
    const ofB = await sidesOf("party-b");
    expect(ofB).toEqual((await sidesOf("party-a")).map((side) => otherSide(side as "a")));
    const ofHost = await sidesOf("host");
    expect(ofHost.filter((_, i) => i % 2 === 0).filter((side) => side === ofHost[0]).length).toBe(3);
  });

  it("[WP6] show full powers to those who read the plenary", async () => {
    const payload = {
      authority: "President",
      reference: "No. 1",
      persons: [{ name: "Ada Lind", capacity: "envoy" }],
      extent: ["negotiate"],
    };
    await stage.process.say("party-a", { room: "plenary", kind: "powers.presented", payload });
    expect(shown(await replicaOf("party-b")).powers).toMatchObject([
      { office: "Northbank", extent: ["to negotiate"] },
    ]);
    const outside = shown(await replicaOf("public"));
    expect([outside.readsPowers, outside.powers]).toEqual([false, []]);
    expect(JSON.stringify(outside)).not.toContain("Ada Lind");
  });

  it("[WP7] pass on the key of a head under both signatures", async () => {
    const { process } = stage;
    const office = partyOf("a");
    const old = process.head(office);
    const headKey = await importDeviceKey(old.seed);
    const device = await newDevice({ office, member: "m1", seed: process.device(office).seed, headKey });
    const replica = await replicaOf(office, device);
    expect(shown(replica).device).toMatchObject({ isHead: true, seat: { member: "m1" } });
    const desk = deskOver(replica, await stage.client(office), () => process.now);
    const { preview, file } = await peopleActions.prepareHead(desk, { reason: "The old one leaves." }, idle);
    expect(preview.problem).toBeUndefined();
    expect(preview.fields.map((one) => one.value)).toContain("The old one leaves.");
    await peopleActions.replaceHead(desk, undefined, idle);
    await until(() => shown(replica).offices.find((one) => one.office === office)?.head?.times === 2);
    expect(shown(replica).device?.isHead).toBe(true);
    const next = JSON.parse(file.text);
    expect(shown(replica).offices.find((one) => one.office === office)?.head?.fingerprint).toBe(
      keyFingerprint(next.public),
    );
    const refused = await process.registry
      .submit(await process.signed(office, grantBy(office), [old]))
      .catch((error: unknown) => error);
    expect(refused).toMatchObject({ problem: { code: "act.unsigned" } });
    const composed = replica.compose({
      ...grantBy(office),
      capacity: "head of office",
      saidAt: new Date(process.now).toISOString(),
    });
    if (!("act" in composed)) throw new Error(composed.problem.detail);
    expect(composed.problem).toBeUndefined();
    await replica.say(composed.act);
    await until(() => replica.queue.length === 0);
    expect(
      shown(replica)
        .offices.find((one) => one.office === office)
        ?.seats.map((one) => one.member),
    ).toContain("m2");
  });

  it("[WP8] are certified by words of the key itself, whatever the host says of it", async () => {
    const replica = await replicaOf("host", await stage.device("host"));
    const key = toBase64(newSigningKey().publicKey);
    const told = {
      keyId: "00".repeat(32),
      office: "host",
      member: "m9",
      title: "adviser",
      key,
      recipient: "age1pq1x",
      requestedAt: "2027-01-01T00:00:00.000Z",
    };
    const client = await stage.client("host", async ({ url }) =>
      url.endsWith("/api/seat-requests") ? Response.json({ requests: [told] }) : undefined,
    );
    const [request] = await peopleActions.listSeatRequests(
      deskOver(replica, client, () => 0, "uk"),
      undefined,
      idle,
    );
    expect(request).toMatchObject({ fingerprint: keyFingerprint(key), words: keyWords("uk", key) });
    expect(request?.words.length).toBe(12);
  });

  it("[WP9] hand on the keys of earlier papers, which the page asks for by their room alone", async () => {
    await stage.process.say("party-b", issue("An own paper", "internal-b"));
    expect(shown(await replicaOf("party-b")).earlier).toEqual([]); // a device without a seat
    const replica = await replicaOf("party-b", await stage.device("party-b"));
    const [room] = shown(replica).earlier;
    expect(room).toMatchObject({ room: "internal-b", papers: replica.papersIn("internal-b") });
    expect(room?.papers).toBeGreaterThan(0);
    const desk = deskOver(replica, await stage.client("party-b"), () => stage.process.now);
    const draft = { room: "internal-b", kind: "paper.keys_handed", payload: undefined } as const;
    const preview = await actActions.compose(desk, draft, idle);
    expect(preview).toMatchObject({ sealed: true, problem: undefined });
    const act = desk.previews.get(preview.id);
    expect(act?.kind === "paper.keys_handed" && act.payload.keys).toHaveLength(room?.papers ?? 0);
  });
});
