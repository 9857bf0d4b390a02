import { type Problem, ProblemError } from "#base";
import {
  formatVerifierKey,
  noteVerifier,
  type SigningKey,
  sha256,
  signingKeyFromSeed,
  toBase64,
} from "#ledger";
import { type Act, type Office, offices, type PayloadOf, type Room, roomTable } from "#record";
import { opening } from "#record/testing";
import {
  type Author,
  actIdFrom,
  composeAct,
  type Draft,
  type Envelope,
  logName,
  sealAct,
  signAct,
} from "#replica";
import type { Store } from "#store";
import { type Admitted, Registry } from "../registry.ts";

const acting = offices.filter((one) => one !== "public");

/** What a test says; time, capacity and id are filled in. */
export type Words = Partial<Draft> & Pick<Draft, "room" | "kind" | "payload">;

/**
 * A process with real keys on a real store: founded, a seat `m1` in every office. The keys follow from the
 * offices' names, so that two worlds have the same ones.
 */
export class SignedProcess {
  readonly process = "two-rivers";
  readonly hostName = "parley.example";
  store: Store;
  readonly logKey = keyFor("log");
  /** Recipients of the seats that read sealed papers, given by the test that needs them. */
  readonly recipients: Partial<Record<Office, string>>;
  /** What the founding act says otherwise than other tests' does. */
  readonly #founding: Partial<PayloadOf<"process.opened">>;
  now = Date.parse("2025-07-01T12:00:00Z");
  #registry: Registry | undefined;

  private constructor(
    store: Store,
    recipients: Partial<Record<Office, string>>,
    founding: Partial<PayloadOf<"process.opened">>,
  ) {
    this.store = store;
    this.recipients = recipients;
    this.#founding = founding;
  }

  static async founded(
    store: Store,
    recipients: Partial<Record<Office, string>> = {},
    founding: Partial<PayloadOf<"process.opened">> = {},
  ): Promise<SignedProcess> {
    const made = new SignedProcess(store, recipients, founding);
    await made.open();
    await made.#found();
    return made;
  }

  /** Goes on with the process of a store, or founds it where there is none. */
  static async over(store: Store): Promise<SignedProcess> {
    const made = new SignedProcess(store, {}, {});
    const { size } = (await made.open()).head("process");
    if (size === 0) await made.#found();
    return made;
  }

  get registry(): Registry {
    if (!this.#registry) throw new Error("The registry is not open.");
    return this.#registry;
  }

  /** Opens the registry over the store, again after a restart. */
  async open(): Promise<Registry> {
    const { store, process, hostName, logKey } = this;
    this.#registry = await Registry.open({ store, process, hostName, logKey, now: () => this.now });
    return this.#registry;
  }

  head(office: Office): SigningKey {
    return keyFor(`head/${office}`);
  }

  device(office: Office, member = "m1"): SigningKey {
    return keyFor(`device/${office}/${member}`);
  }

  founding(): PayloadOf<"process.opened"> {
    const head = (office: Office) => toBase64(this.head(office).publicKey);
    const { host, parties, ...rest } = opening();
    return {
      ...rest,
      hostName: this.hostName,
      host: { ...host, head: head("host") },
      parties: { a: { ...parties.a, head: head("party-a") }, b: { ...parties.b, head: head("party-b") } },
      heads: acting
        .filter((one) => one !== "host" && one !== "party-a" && one !== "party-b")
        .map((office) => ({ office, head: head(office) })),
      log: formatVerifierKey(noteVerifier(logName(this.hostName, this.process), this.logKey.publicKey)),
      ...this.#founding,
    };
  }

  /** Signs a draft with an office's device key and submits it. */
  async say(office: Office, draft: Words): Promise<Admitted> {
    return this.registry.submit(await this.signed(office, draft));
  }

  /** As say, and answers the problem where it is refused. */
  async attempt(office: Office, draft: Words): Promise<Problem | undefined> {
    return refusalOf(this.say(office, draft));
  }

  /** The envelope of a draft; inside a sealed room it is sealed to the readers. */
  async signed(
    office: Office,
    draft: Words,
    keys: readonly SigningKey[] = [this.device(office)],
    member = "m1",
  ): Promise<Envelope> {
    const act = this.compose(office, draft, member);
    const [key] = keys;
    if (roomTable[act.room].sealed && act.kind !== "paper.sealed" && key)
      return sealAct(act, this.registry.state(office), key);
    return signAct(act, keys);
  }

  compose(office: Office, draft: Words, member = "m1"): Act {
    const author: Author = { process: this.process, office, member };
    const whole = { capacity: "delegate", saidAt: new Date(this.now).toISOString(), ...draft };
    const composed = composeAct(whole, author, this.registry.head(draft.room));
    if ("problem" in composed) throw new ProblemError(composed.problem);
    return composed.act;
  }

  /** Another registry of the same process, over its own store. */
  another(store: Store, now: () => number = () => this.now): Promise<Registry> {
    const { process, hostName, logKey } = this;
    return Registry.open({ store, process, hostName, logKey, now });
  }

  /** The name of a room's log in the store. */
  log(room: Room): string {
    return `${this.process}/${room}`;
  }

  grant(office: Office, member = "m1", id = idFor(`${office}/${member}`)): Promise<Envelope> {
    const recipient = this.recipients[office];
    const payload = {
      office,
      member,
      key: toBase64(this.device(office, member).publicKey),
      title: "delegate",
      ...(recipient ? { recipient } : {}),
    };
    return this.signed(office, { room: "process", kind: "seat.granted", payload, id }, [this.head(office)]);
  }

  revoke(office: Office, member = "m1"): Promise<Envelope> {
    const key = toBase64(this.device(office, member).publicKey);
    const payload = { office, member, key, reason: "The device is lost." };
    return this.signed(office, { room: "process", kind: "seat.revoked", payload }, [this.head(office)]);
  }

  async #found(): Promise<void> {
    const heads = (["host", "party-a", "party-b"] as const).map((office) => this.head(office));
    const draft = {
      room: "process",
      kind: "process.opened",
      payload: this.founding(),
      id: idFor("founding"),
    } as const;
    await this.registry.submit(await this.signed("host", draft, heads));
    for (const office of acting) await this.registry.submit(await this.grant(office));
  }
}

/** The problem that refused a submission; undefined where it was admitted. Bugs are thrown on. */
export async function refusalOf(submission: Promise<unknown>): Promise<Problem | undefined> {
  try {
    await submission;
    return undefined;
  } catch (error) {
    if (error instanceof ProblemError) return error.problem;
    throw error;
  }
}

export function keyFor(name: string): SigningKey {
  const key = keys.get(name) ?? signingKeyFromSeed(sha256(new TextEncoder().encode(`test-key/${name}`)));
  keys.set(name, key);
  return key;
}

/** Those made so far: they follow from their names. */
const keys = new Map<string, SigningKey>();

function idFor(name: string): string {
  return actIdFrom(sha256(new TextEncoder().encode(`test-id/${name}`)).subarray(0, 16));
}
