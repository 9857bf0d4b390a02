import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { storeSource, writeExport } from "#folder";
import {
  fileKeyOf,
  fromBase64,
  newSealIdentity,
  openSeal,
  type SigningKey,
  seal,
  sealRecipient,
  toBase64,
} from "#ledger";
import { type Act, canonicalBytes, offices } from "#record";
import { issue, type SignedProcess } from "#server/testing";
import { openSqlite, type Store } from "#store";
import { type Place, postgresBackend, sqliteBackend, temporaryFolder, testDatabaseUrl } from "#store/testing";
import { keysByRoom, newActId, readAs, sealPaper, signAct } from "./index.ts";
import { type Identities, identityOf, newIdentities } from "./testing/signed-history.ts";
import { toldProcess } from "./testing/told.ts";

const marker = "khwarezm-9041-unsaid";

type Told = { place: Place; store: Store; process: SignedProcess; identities: Identities };
const identities = await newIdentities();
const [own = "", others = ""] = [identityOf(identities, "party-b")[0], identityOf(identities, "party-a")[0]];
const recipient = await sealRecipient(own);

async function told(backend = sqliteBackend): Promise<Told> {
  const place = await backend.place();
  const store = await place.open();
  return { place, store, ...(await toldProcess(store, identities)) };
}

const sourceOf = ({ store, process }: Told) => storeSource(store, { process: process.process });

async function readBy(at: Told, office: "party-a" | "party-b" | "host", ...keys: string[]) {
  return readAs(sourceOf(at), office, keys);
}

async function end({ store, place }: Told): Promise<void> {
  await store.close();
  await place.remove();
}

function holdsMarker(bytes: Uint8Array): boolean {
  return Buffer.from(bytes).includes(marker) || Buffer.from(bytes).includes(Buffer.from(marker, "utf16le"));
}

describe("sealed papers", () => {
  it("[RP7] are opened by their readers' keys alone, and say what their author said", async () => {
    const at = await told();
    const said = await at.process.signed("party-b", issue(marker, "internal-b"));
    await at.process.registry.submit(said);
    const read = await readBy(at, "party-b", own);
    const words = [...read.state.positions.issues.keys()].map(
      (id) => read.state.entries.get(id)?.act.payload,
    );
    expect(words).toContainEqual({ title: "An issue", words: marker });
    expect(read).toMatchObject({ closed: 0, problems: [] });
    const stranger = (await newSealIdentity()).identity;
    for (const keys of [[], [others], [stranger]]) {
      const closed = await readBy(at, "party-b", ...keys);
      expect(closed).toMatchObject({ closed: 2, problems: [] });
      expect(JSON.stringify(closed.entries)).not.toContain(marker);
    }
    await end(at);
  });

  it("[RP13] are opened by one who is seated later once their keys were handed on in the room, and by nobody else", async () => {
    const at = await told();
    const { registry, recipients: of } = at.process;
    await at.process.say("party-b", issue(marker, "internal-b"));
    const newcomer = await newSealIdentity();
    of["party-b"] = newcomer.recipient;
    await registry.submit(await at.process.grant("party-b", "m2"));
    expect(await readBy(at, "party-b", newcomer.identity)).toMatchObject({ closed: 2, problems: [] });
    const byRoom = await keysByRoom(sourceOf(at), "party-b", [own]);
    expect([...byRoom.keys()]).toEqual(["internal-b"]);
    const keys = byRoom.get("internal-b") ?? [];
    expect(keys).toHaveLength(2);
    const handed = { kind: "paper.keys_handed", room: "internal-b", payload: { keys } } as const;
    await at.process.say("party-b", handed);
    const read = await readBy(at, "party-b", newcomer.identity);
    expect(read).toMatchObject({ closed: 0, problems: [] });
    expect(JSON.stringify(read.entries)).toContain(marker);
    expect(read.state.positions.issues).toEqual((await readBy(at, "party-b", own)).state.positions.issues);
    for (const stranger of [[], [others], [(await newSealIdentity()).identity]])
      expect((await readBy(at, "party-b", ...stranger)).closed).toBe(3);
    for (const { key } of keys)
      for await (const row of rowsOf(at.store)) expect(Buffer.from(row).includes(key)).toBe(false);
    // one who comes later still needs the key of the act that handed on, and reaches the rest through it
    const third = await newSealIdentity();
    of["party-b"] = third.recipient;
    await registry.submit(await at.process.grant("party-b", "m3"));
    const more = (await keysByRoom(sourceOf(at), "party-b", [newcomer.identity])).get("internal-b") ?? [];
    expect(more).toHaveLength(1);
    await at.process.say("party-b", { ...handed, payload: { keys: more } });
    expect(await readBy(at, "party-b", third.identity)).toMatchObject({ closed: 0, problems: [] });
    await end(at);
  });

  it("[RP13] stay closed where the key that was handed on is another file's, and are reported by nobody", async () => {
    const at = await told();
    const newcomer = await newSealIdentity();
    at.process.recipients["party-b"] = newcomer.recipient;
    await at.process.registry.submit(await at.process.grant("party-b", "m2"));
    const [first] = (await keysByRoom(sourceOf(at), "party-b", [own])).get("internal-b") ?? [];
    const { file } = lastPaper(at);
    const keys = [{ paper: first?.paper ?? "", key: `${"A".repeat(22)}==` }];
    await at.process.say("party-b", { kind: "paper.keys_handed", room: "internal-b", payload: { keys } });
    expect(await readBy(at, "party-b", newcomer.identity)).toMatchObject({ closed: 1, problems: [] });
    expect(await readBy(at, "party-b", own)).toMatchObject({ closed: 0, problems: [] });
    // the right key still opens it, handed on after the wrong one
    const right = toBase64(await fileKeyOf(fromBase64(file) ?? new Uint8Array(), [own]));
    const again = [{ paper: first?.paper ?? "", key: right }];
    await at.process.say("party-b", {
      kind: "paper.keys_handed",
      room: "internal-b",
      payload: { keys: again },
    });
    expect(await readBy(at, "party-b", newcomer.identity)).toMatchObject({ closed: 0, problems: [] });
    await end(at);
  });

  for (const backend of [sqliteBackend, postgresBackend])
    it.skipIf(backend === postgresBackend && testDatabaseUrl === undefined)(
      `[RP8] leave no word in clear in ${backend.name}, nor in any office's export`,
      async () => {
        const at = await told(backend);
        for (const [office, room] of [
          ["party-a", "internal-a"],
          ["party-b", "internal-b"],
        ] as const)
          await at.process.say(office, issue(`${marker} of ${office}`, room));
        for await (const row of rowsOf(at.store)) expect(holdsMarker(row)).toBe(false);
        const folder = temporaryFolder();
        for (const office of offices) {
          await writeExport(sourceOf(at), office, join(folder, office));
          for (const bytes of filesOf(join(folder, office))) expect(holdsMarker(bytes)).toBe(false);
        }
        await end(at);
      },
    );

  it("[RP8] leave no word in clear in the bytes of SQLite's files, its WAL included", async () => {
    const folder = temporaryFolder();
    const store = await openSqlite(join(folder, "parley.db"));
    const { process } = await toldProcess(store, identities);
    await process.say("party-b", issue(`${marker} sealed`, "internal-b"));
    await process.say("host", issue("in clear, to see that it would be found"));
    const written = () => Buffer.concat(filesOf(folder));
    expect(written().includes("to see that it would be found")).toBe(true);
    expect(holdsMarker(written())).toBe(false);
    await store.close();
    expect(holdsMarker(written())).toBe(false);
  });
});

type Forgery = (
  at: Told,
) => Promise<{ readonly sealed: Act["sealed"]; readonly keys?: SigningKey[]; readonly by?: string }>;

const recipients = [recipient];
const here = { process: "two-rivers", room: "internal-b" };

/** What is sealed to party-b's members, by one who holds a seat among them or a copy of a paper. */
const forgeries: readonly (readonly [what: string, code: string, words: RegExp, make: Forgery])[] = [
  [
    "sealed on by another member",
    "paper.damaged",
    /another key/,
    async (at) => {
      const { file, commitment } = lastPaper(at);
      const inside = await openSeal(fromBase64(file) ?? new Uint8Array(), [own]);
      const again = toBase64(await seal(inside, recipients));
      return { sealed: { file: again, commitment }, keys: [at.process.device("party-b", "m2")], by: "m2" };
    },
  ],
  [
    "carried by another act of its author",
    "paper.damaged",
    /has the id/,
    async (at) => ({ sealed: lastPaper(at) }),
  ],
  [
    "made for another room",
    "paper.damaged",
    /commitment/,
    (at) => paper(at, inner(at), { context: { ...here, room: "internal-a" } }),
  ],
  [
    "made for another process",
    "paper.damaged",
    /commitment/,
    (at) => paper(at, inner(at), { context: { ...here, process: "x" } }),
  ],
  [
    "with an act of another room inside",
    "paper.damaged",
    /another room's/,
    (at) => paper(at, { ...inner(at), room: "plenary" }),
  ],
  [
    "with an act of another member inside",
    "paper.damaged",
    /another author's/,
    (at) => paper(at, { ...inner(at), by: { ...inner(at).by, member: "m2" } }),
  ],
  [
    "with a commitment to something else",
    "paper.damaged",
    /commitment/,
    async (at) => {
      const { sealed } = await paper(at, inner(at));
      return { sealed: { file: sealed?.file ?? "", commitment: toBase64(new Uint8Array(32)) } };
    },
  ],
  [
    "sealed to one reader more",
    "paper.damaged",
    /others than the readers/,
    async (at) => paper(at, inner(at), { to: [...recipients, (await newSealIdentity()).recipient] }),
  ],
  [
    "signed with another key inside",
    "paper.damaged",
    /another key/,
    (at) => paper(at, inner(at), { key: at.process.device("party-b", "m2") }),
  ],
  [
    "damaged in one byte",
    "ledger.seal_damaged",
    /./,
    async (at) => {
      const { file, commitment } = lastPaper(at);
      const bytes = fromBase64(file) ?? new Uint8Array();
      return { sealed: { file: toBase64(bytes.with(-5, (bytes.at(-5) ?? 0) ^ 1)), commitment } };
    },
  ],
  [
    "cut off",
    "ledger.seal_damaged",
    /./,
    async (at) => {
      const { file, commitment } = lastPaper(at);
      return { sealed: { file: toBase64((fromBase64(file) ?? new Uint8Array()).slice(0, -40)), commitment } };
    },
  ],
  [
    "that is no age file",
    "ledger.seal_damaged",
    /./,
    async (at) => ({ sealed: { ...lastPaper(at), file: "YWdl" } }),
  ],
  [
    "that holds no paper",
    "paper.damaged",
    /not a paper/,
    async (at) => ({
      sealed: {
        ...lastPaper(at),
        file: toBase64(await seal(new TextEncoder().encode("Dear colleagues\n\n"), recipients)),
      },
    }),
  ],
  ["that holds no act", "act.not_json", /./, (at) => paper(at, undefined)],
  [
    "that grants a seat where the host cannot see it",
    "paper.damaged",
    /may not be said/,
    (at) => {
      const payload = {
        office: "party-b",
        member: "m9",
        key: toBase64(at.process.device("party-b").publicKey),
        title: "x",
      };
      return paper(at, { ...inner(at), kind: "seat.granted", payload } as Act);
    },
  ],
  [
    "that accepts a proposal",
    "paper.damaged",
    /may not be said/,
    (at) => {
      const source = { kind: "own_record", publisher: "Secretariat" };
      const payload = { proposal: newActId(), answer: "accepted", source };
      return paper(at, { ...inner(at), kind: "proposal.answered", payload } as unknown as Act);
    },
  ],
  [
    "that takes the id of an act in clear",
    "paper.damaged",
    /has the id/,
    (at) => {
      const [id] = at.process.registry.state("party-b").remains.handovers.keys();
      return paper(at, { ...inner(at), id } as Act);
    },
  ],
];

describe("what is no genuine paper", () => {
  for (const [what, code, words, make] of forgeries)
    it(`[RP9] is reported, and nothing of it is read: a paper ${what}`, async () => {
      const at = await told();
      await at.process.registry.submit(await at.process.grant("party-b", "m2"));
      const before = await readBy(at, "party-b", own);
      const { sealed, keys = [at.process.device("party-b")], by = "m1" } = await make(at);
      const { payload: _, ...rest } = at.process.compose("party-b", issue("x", "internal-b"), by);
      const carrier = { ...rest, kind: "paper.sealed", refs: [], sealed } as unknown as Act;
      await at.process.registry.submit(signAct(carrier, keys)); // the host cannot know
      const after = await readBy(at, "party-b", own);
      expect(after.problems).toHaveLength(1);
      expect(after.problems[0]?.code).toBe(code);
      expect(after.problems[0]?.detail).toMatch(words);
      expect(after.state).toEqual(before.state);
      expect(after.entries).toEqual(before.entries);
      await end(at);
    });
});

function lastPaper({ process }: Told): NonNullable<Act["sealed"]> {
  const papers = [...process.registry.state("party-b").entries.values()].filter(
    ({ act }) => act.room === "internal-b",
  );
  const sealed = papers.at(-1)?.act.sealed;
  if (!sealed) throw new Error("The process has a sealed paper.");
  return sealed;
}

function inner({ process }: Told): Act {
  return process.compose("party-b", issue("Inside", "internal-b"));
}

async function paper(
  { process }: Told,
  act: Act | undefined,
  {
    context = here,
    key = process.device("party-b"),
    to = recipients,
  }: { context?: typeof here; key?: SigningKey; to?: readonly string[] } = {},
) {
  const bytes = act ? canonicalBytes(act) : new TextEncoder().encode("not an act");
  return { sealed: await sealPaper(bytes, context, key, to) };
}

async function* rowsOf(store: Store): AsyncGenerator<Uint8Array> {
  for (const { log } of await store.logs()) {
    for await (const { entry } of store.read(log, 0)) yield entry;
    for await (const { note } of store.checkpoints(log)) yield new TextEncoder().encode(note);
  }
}

function filesOf(folder: string): readonly Uint8Array[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.filter((one) => one.isFile()).map((one) => readFileSync(join(one.parentPath, one.name)));
}
