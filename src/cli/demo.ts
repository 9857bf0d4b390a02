import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import {
  cosignerOf,
  createFolder,
  type KeyFile,
  newKeyFile,
  signingKeyOf,
  storeSource,
  writeKeyFile,
} from "#folder";
import { describeAct } from "#i18n";
import { formatVerifierKey, noteVerifier, sha256, toHex, verifierOf } from "#ledger";
import { type Office, owed, parties, rooms, roomTable, type View } from "#record";
import { cosignSource, logName, readableSource } from "#replica";
import type { Example } from "../../examples/example.ts";
import { type Common, heading, shown } from "./context.ts";
import { sayHappened, utc } from "./dates.ts";
import { atDesk, logKeyFile } from "./desk.ts";
import { exampleNamed } from "./examples.ts";
import { wrap } from "./output.ts";
import { owedCommand } from "./owed.ts";
import { openedView, say } from "./say.ts";
import { byTime } from "./timeline.ts";
import { keepCosigned } from "./witness.ts";

const headMember = (office: Office) => `${office}-head`;

/** `parley demo DIR`: builds an example, the Istanbul process where none is named; prints what happened and what is owed. */
export async function demoCommand(
  path: string,
  options: Common & { readonly example?: string },
): Promise<void> {
  const example = await exampleNamed(options.example);
  const built = await buildExample(path, example);
  await shown(path, { ...options, as: options.as ?? "host" }, (it) => {
    const { reading, state, t, out } = it;
    heading(it, t("timeline.title"));
    const happened = reading.entries.filter((entry) => told.has(entry.act.kind)).toSorted(byTime);
    const { acts, rooms } = built;
    out.data({ path, acts, rooms, owed: owed(state, it.now).length });
    for (const { act } of happened) {
      const when = act.happenedAt === undefined ? utc(Date.parse(act.saidAt)) : sayHappened(act.happenedAt);
      out.line(`${when.slice(0, 10)}  ${wrap(describeAct(t, state, act), " ".repeat(12), 110)}`);
    }
    out.line(`\n${t("demo.built", { acts, rooms })}\n`);
  });
  if (options.json) return;
  await owedCommand(path, { ...options, as: options.as ?? "host" });
  await shown(path, { ...options, as: "public" }, ({ t, out }) => {
    out.line(`\n${t("demo.next")}`);
    for (const words of furtherCommands(path, example)) out.line(`  ${words}`);
  });
}

const told: ReadonlySet<string> = new Set([
  "round.opened",
  "point.recorded",
  "proposal.tabled",
  "summit.proposed",
  "truce.declared",
  "truce.tabled",
  "truce.order_issued",
  "truce.suspended_locally",
  "truce.closing_reported",
  "plan.proposed",
  "mission.ended",
  "pledge.made",
  "exchange.handed_over",
  "remains.total_claimed",
]);

function furtherCommands(path: string, { acts }: Example): readonly string[] {
  const hasMissions = acts.some(({ act }) => act.kind === "mission.planned");
  return [
    `./parley show ${path} ${hasMissions ? "missions" : "proposals"} --as party-a`,
    `./parley timeline ${path} --as ${hasMissions ? "operator" : "public"}`,
    `./parley export ${path} --as party-b ./party-b-copy && ./parley verify ./party-b-copy`,
  ];
}

/** Builds the folder; the same facts give the same acts, and every key in it is marked as a demonstration's. */
export async function buildExample(
  path: string,
  example: Example,
): Promise<{ readonly acts: number; readonly rooms: number }> {
  const { process, founding, seats } = example;
  const { hostName } = founding;
  const logKey = await demonstrationKey("log", "host", "log");
  await createFolder(path, {
    format: "parley-folder/1",
    process,
    role: "host",
    hostName,
    demonstration: true,
  });
  try {
    await mkdir(join(path, "keys"));
    await writeFile(join(path, "keys", "README.txt"), keysNotice);
    await writeKeyFile(join(path, logKeyFile), logKey);
    const offices = new Set<Office>(["host", ...parties, ...seats.map((seat) => seat.office)]);
    const heads = new Map<Office, KeyFile>();
    for (const office of offices)
      heads.set(office, await demonstrationKey("head", office, headMember(office)));
    const devices = new Map<string, KeyFile>();
    for (const { office, member } of seats)
      devices.set(member, await demonstrationKey("device", office, member));
    const witnesses = await Promise.all(
      (["party-a", "party-b", "monitor"] as const).map((office) =>
        demonstrationKey("witness", office, `${office}-witness`),
      ),
    );
    for (const key of [...heads.values(), ...devices.values(), ...witnesses])
      await writeKeyFile(join(path, "keys", `${key.member}.key.json`), key);
    return await fill(path, { ...example, heads, devices, witnesses, logKey });
  } catch (error) {
    await rm(path, { recursive: true, force: true }); // made by this command just now: a half-built process is no use
    throw error;
  }
}

type Parts = Example & {
  readonly heads: ReadonlyMap<Office, KeyFile>;
  readonly devices: ReadonlyMap<string, KeyFile>;
  readonly witnesses: readonly KeyFile[];
  readonly logKey: KeyFile;
};

async function fill(path: string, example: Parts) {
  const { process, heads, devices, witnesses, logKey, founding, seats, acts, blobs } = example;
  // The host's clock of a demonstration stands where each act says that it was received.
  let clock = Date.parse(founding.receivedAt);
  return atDesk(
    path,
    async ({ registry, store, folder }) => {
      const headOf = (office: Office) => keyOf(heads, office);
      const log = formatVerifierKey(
        noteVerifier(logName(founding.hostName, process), signingKeyOf(logKey).publicKey),
      );
      const { saidAt, receivedAt: _, host, parties: named, ...rest } = founding;
      const others = [...heads.keys()].filter(
        (office) => office !== "host" && !parties.some((one) => one === office),
      );
      const payload = {
        ...rest,
        host: { ...host, head: headOf("host").public },
        parties: {
          a: { ...named.a, head: headOf("party-a").public },
          b: { ...named.b, head: headOf("party-b").public },
        },
        heads: others.map((office) => ({ office, head: headOf(office).public })),
        log,
        witnesses: witnesses.map((key) => ({
          office: key.office,
          key: formatVerifierKey(verifierOf(cosignerOf(key))),
        })),
      };
      const asHead = {
        room: "process",
        capacity: "head of office",
        saidAt: new Date(clock).toISOString(),
      } as const;
      await say(
        registry,
        { ...asHead, kind: "process.opened", payload },
        headOf("host"),
        [headOf("party-a"), headOf("party-b")],
        clock,
      );
      for (const { office, member, title } of seats) {
        const device = keyOf(devices, member);
        const granted = { office, member, key: device.public, recipient: device.recipient, title };
        await say(registry, { ...asHead, kind: "seat.granted", payload: granted }, headOf(office), [], clock);
      }
      for (const bytes of blobs) await store.putBlob(toHex(sha256(bytes)), bytes);
      const opened = new Map<string, View>();
      const openedBy = async (member: string): Promise<View> => {
        const view = opened.get(member) ?? (await openedView(store, process, keyOf(devices, member)));
        opened.set(member, view);
        return view;
      };
      for (const { act, receivedAt, sealed } of acts) {
        clock = Date.parse(receivedAt);
        const { by, happenedAt, ...rest } = act;
        const draft = { ...rest, capacity: by.capacity, ...(happenedAt === undefined ? {} : { happenedAt }) };
        const author = keyOf(devices, by.member);
        const view = sealed ? await openedBy(by.member) : undefined;
        const { said, seq, receivedAt: at } = await say(registry, draft, author, [], clock, view?.state);
        const entry = { seq, receivedAt: at, roster: registry.head("process").size, act: said };
        for (const [member, one] of opened)
          if (roomTable[said.room].readers.includes(keyOf(devices, member).office)) one.add([entry]);
      }
      const source = storeSource(store, { process });
      for (const key of witnesses)
        await keepCosigned(
          store,
          source,
          folder,
          await cosignSource(readableSource(source, key.office), cosignerOf(key), clock),
        );
      const sizes = rooms.map((room) => registry.head(room).size).filter((size) => size > 0);
      return { acts: sizes.reduce((sum, size) => sum + size, 0), rooms: sizes.length };
    },
    () => clock,
  );
}

function keyOf<K>(keys: ReadonlyMap<K, KeyFile>, holder: K): KeyFile {
  const key = keys.get(holder);
  if (!key) throw new Error(`The demonstration has no key for ${holder}.`);
  return key;
}

function demonstrationKey(use: KeyFile["use"], office: Office, member: string): Promise<KeyFile> {
  const seed = sha256(new TextEncoder().encode(`parley-demonstration-key/v1/${use}/${office}/${member}`));
  return newKeyFile(use, office, member, seed);
}

const keysNotice = `These are demonstration keys. They are computed from the names of the files: anyone can make them,
and nothing signed with them proves who signed it. Never use one of them in a real process.
`;
