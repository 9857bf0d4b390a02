import { newSealIdentity, type SealIdentity } from "#ledger";
import { type Act, type Office, offices, rooms, roomTable, type State } from "#record";
import { type Attempt, World } from "#record/testing";
import { refusalOf, SignedProcess } from "#server/testing";
import type { Store } from "#store";
import { type Envelope, sealAct, signAct } from "../compose.ts";

const readersOfSealed = offices.filter((office) =>
  rooms.some((room) => roomTable[room].sealed && roomTable[room].readers.includes(office)),
);

/** The keys of all who read sealed rooms; made once, for making them takes time. */
export type Identities = ReadonlyMap<Office, SealIdentity>;

export async function newIdentities(): Promise<Identities> {
  return new Map(
    await Promise.all(readersOfSealed.map(async (office) => [office, await newSealIdentity()] as const)),
  );
}

/** What opens the papers of an office; nothing where it reads none. */
export function identityOf(identities: Identities, office: Office): readonly string[] {
  const held = identities.get(office);
  return held ? [held.identity] : [];
}

export function recipientsOf(identities: Identities): Partial<Record<Office, string>> {
  return Object.fromEntries([...identities].map(([office, { recipient }]) => [office, recipient]));
}

/**
 * What a history says of seats is left out: a signed process has its own. So is a release of footage that its author's own
 * papers refuse (FG13): the host reads none of them, and would admit what that side's program never sends.
 */
export function isReplayable({ act, problem }: Pick<Attempt, "act" | "problem">): boolean {
  const isKeptBack = act.kind === "footage.released" && problem !== undefined;
  return act.room !== "process" && act.kind !== "paper.sealed" && !isKeptBack;
}

/** A process with real keys beside the same process in memory: what one is told, the other is told too. */
export class SignedHistory {
  readonly world: World;
  readonly process: SignedProcess;

  /** The founding act of the history that is told again, and of this process. */
  readonly #founding: { readonly told: string; readonly here: string };

  private constructor(world: World, process: SignedProcess, founding: { told: string; here: string }) {
    this.world = world;
    this.process = process;
    this.#founding = founding;
  }

  static async begin(store: Store, seed: number, identities: Identities): Promise<SignedHistory> {
    const process = await SignedProcess.founded(store, recipientsOf(identities));
    for (const office of ["press-a", "press-b", "party-a", "party-b"] as const)
      await process.registry.submit(await process.grant(office, "m2"));
    const world = new World(seed ^ 0x2545f491); // ids of its own
    const [founding] = process.registry.state("host").entries.values();
    const told = World.opened(seed).log[0]?.act.id;
    if (!founding || !told) throw new Error("A process begins with its founding act.");
    world.append(founding.act);
    return new SignedHistory(world, process, { told, here: founding.act.id });
  }

  /** An act of the told history, in the words of this process. */
  told(act: Act): Act {
    const { told, here } = this.#founding;
    return JSON.parse(JSON.stringify(act).replaceAll(told, here)) as Act; // one id for another
  }

  set now(at: number) {
    this.world.now = at;
    this.process.now = at;
  }

  /** The act as its author signs it on the heads before him; sealed where the room is, as the rules inside let him. */
  async envelope(act: Act): Promise<Envelope> {
    const { registry } = this.process;
    const { size, root } = registry.head(act.room);
    const seen = { size, root: Buffer.from(root).toString("base64") };
    const whole = { ...act, seen } as Act; // another head, the same act
    const key = this.process.device(act.by.office, act.by.member);
    if (roomTable[act.room].sealed) return sealAct(whole, registry.state(act.by.office), key);
    return signAct(whole, [key]);
  }

  /** The codes that refused an act: in memory, and at the registry; undefined where it was admitted. */
  async say(
    act: Act,
  ): Promise<{ readonly inMemory?: string; readonly signed?: string; envelope?: Envelope }> {
    const inMemory = this.world.say(act);
    // what is sealed is judged on its author's device: the host cannot
    if (roomTable[act.room].sealed && inMemory) return { inMemory: inMemory.code, signed: inMemory.code };
    const envelope = await this.envelope(act);
    const signed = await refusalOf(this.process.registry.submit(envelope));
    return {
      envelope,
      ...(inMemory ? { inMemory: inMemory.code } : {}),
      ...(signed ? { signed: signed.code } : {}),
    };
  }
}

/** A state without what belongs to keys: seats, and the heads that authors saw. */
export function plain(state: State) {
  const { people: _, entries, waiting, ...areas } = state;
  const words = (entry: State["entries"] extends Map<unknown, infer E> ? E : never) => {
    const { act, seq, receivedAt } = entry;
    return { id: act.id, room: act.room, kind: act.kind, by: act.by, payload: act.payload, seq, receivedAt };
  };
  return {
    ...areas,
    entries: [...entries.values()].filter((entry) => entry.act.room !== "process").map(words),
    waiting: [...waiting].map(([id, held]) => [id, held.map(words)]),
  };
}
