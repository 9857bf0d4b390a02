import { Client } from "#api";
import type { SealIdentity, SigningKey } from "#ledger";
import type { Office } from "#record";
import { HttpHost, SignedProcess } from "#server/testing";
import type { Store } from "#store";
import { type Place, sqliteBackend } from "#store/testing";
import { type Device, newDevice } from "../device.ts";
import { indexedDbKeep } from "../indexed-db-keep.ts";
import type { Keep } from "../keep.ts";
import { memoryKeep } from "../memory-keep.ts";
import { Replica, type ReplicaOptions } from "../replica.ts";

/** The keeps on which the same rules are tried; each opens what was kept under a name, again and again. */
export const keeps: readonly { readonly name: string; open(name: string): Promise<Keep> }[] = [
  { name: "memory", open: async (name) => inMemory(name) },
  { name: "IndexedDB", open: indexedDbKeep },
];

const memories = new Map<string, Keep>();
function inMemory(name: string): Keep {
  const held = memories.get(name) ?? memoryKeep();
  memories.set(name, held);
  return held;
}

type Changed = (request: { url: string; init: RequestInit | undefined }) => Promise<Response | undefined>;

/** A process served over a real port, and what stands between it and its replicas. */
export class Stage {
  readonly place: Place;
  readonly store: Store;
  readonly process: SignedProcess;
  readonly host: HttpHost;
  readonly url: string;
  readonly #replicas: Replica[] = [];
  readonly #identities: Partial<Record<Office, SealIdentity>>;

  private constructor(
    parts: Pick<Stage, "place" | "store" | "process" | "host" | "url">,
    identities: Partial<Record<Office, SealIdentity>>,
  ) {
    this.place = parts.place;
    this.store = parts.store;
    this.process = parts.process;
    this.host = parts.host;
    this.url = parts.url;
    this.#identities = identities;
  }

  static async of(
    identities: Partial<Record<Office, SealIdentity>> = {},
    founding: Parameters<typeof SignedProcess.founded>[2] = {},
  ): Promise<Stage> {
    const place = await sqliteBackend.place();
    const store = await place.open();
    const recipients = Object.fromEntries(
      Object.entries(identities).map(([office, one]) => [office, one.recipient]),
    );
    const process = await SignedProcess.founded(store, recipients, founding);
    const host = await HttpHost.of(process);
    const url = await host.app.listen({ host: "127.0.0.1", port: 0 });
    return new Stage({ place, store, process, host, url }, identities);
  }

  /** A device with the keys that the process has given a seat. */
  device(office: Office, key: SigningKey = this.process.device(office)): Promise<Device> {
    const identity = this.#identities[office]?.identity;
    return newDevice({ office, member: "m1", seed: key.seed, ...(identity ? { identity } : {}) });
  }

  /** A client signed in as an office; what it is answered may be changed on the way. */
  async client(office: Office, changed: Changed = async () => undefined): Promise<Client> {
    const cookie = office === "public" ? undefined : await this.host.cookie(office);
    return new Client(this.url, async (input, init) => {
      const headers = { ...(init?.headers as Record<string, string>), ...(cookie ? { cookie } : {}) }; // as the client writes them
      const request = { url: String(input), init: { ...init, headers } };
      return (await changed(request)) ?? fetch(request.url, request.init);
    });
  }

  async replica(
    office: Office,
    keep: Keep,
    options: Partial<ReplicaOptions> & { readonly changed?: Changed } = {},
  ): Promise<Replica> {
    const { changed, ...rest } = options;
    const client = await this.client(office, changed);
    const { process } = this.process;
    const now = () => this.process.now;
    const replica = await Replica.open({ client, keep, now, office, process, ...rest });
    this.#replicas.push(replica);
    return replica;
  }

  async close(): Promise<void> {
    await Promise.all(this.#replicas.map((one) => one.stop()));
    await this.host.close();
    await this.store.close();
    await this.place.remove();
  }
}

/** Waits until it is so; fails after some seconds. */
export async function until(
  isSo: () => boolean,
  what = "what was waited for",
  milliseconds = 8_000,
): Promise<void> {
  const end = performance.now() + milliseconds;
  while (!isSo()) {
    if (performance.now() > end) throw new Error(`Not within ${milliseconds} ms: ${what}.`);
    await new Promise((done) => setTimeout(done, 5));
  }
}
