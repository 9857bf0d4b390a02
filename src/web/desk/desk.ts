import { Client } from "#api";
import { type Translate, translator } from "#i18n";
import type { Language } from "#i18n/screens";
import type { Act, Office } from "#record";
import type { Device, Replica } from "#replica";
import { ListContents } from "./contents.ts";
import { queries } from "./queries.ts";
import type { At } from "./query.ts";
import {
  closeSession,
  type DeskModel,
  describeSession,
  isSeatChanged,
  openSession,
  type Session,
} from "./session.ts";

type Watched = { readonly query: string; readonly args: unknown; said: string | undefined };

const settleMs = 30;
const tickMs = 20_000;

/** Where an office works: its replica, and the questions that its page keeps open. */
export class Desk {
  /** Acts shown to their author and not yet signed, by the number of their preview. */
  readonly previews = new Map<number, Act>();
  session: Session | undefined;
  #contents: ListContents | undefined;
  readonly #tell: (id: number, model: unknown) => void;
  readonly #watched = new Map<number, Watched>();
  #phase: DeskModel = { phase: "opening" };
  #client = new Client("");
  #t: Translate = translator("en");
  #timer: ReturnType<typeof setTimeout> | undefined;
  #leave = () => {};
  #turn: Promise<void> = Promise.resolve();

  constructor(tell: (id: number, model: unknown) => void) {
    this.#tell = tell;
    setInterval(() => {
      void this.#contents?.send();
      this.#changed(); // what is in force or overdue follows from the time
    }, tickMs);
    addEventListener("online", () => this.#online());
  }

  get client(): Client {
    return this.#client;
  }

  get t(): Translate {
    return this.#t;
  }

  open(base: string, language: Language): void {
    this.#client = new Client(base);
    this.#t = translator(language);
    void this.reopen();
  }

  /** Closes the copy that is open: another is about to be. */
  async close(): Promise<void> {
    this.#leave();
    this.previews.clear();
    const before = this.session;
    this.session = undefined;
    this.#phase = { phase: "opening" };
    if (before) await closeSession(before);
  }

  /** Closes what is open and asks the host anew whose session this is; `before`: see openSession. */
  reopen(before?: Office): Promise<void> {
    this.#turn = this.#turn
      .then(() => this.#reopen(before))
      .catch((error: unknown) => {
        console.error(error); // the browser's store cannot be opened: said as what it comes to
        this.#phase = { phase: "unreachable" };
        this.#changed();
      });
    return this.#turn;
  }

  /** Another device than before is what a member waits for his seat with. */
  waitWith(device: Device): void {
    if (this.session?.known.waitsFor !== device.office) return;
    this.session = { ...this.session, waiting: device };
    this.#changed();
  }

  speak(language: Language): void {
    this.#t = translator(language);
    this.#changed();
  }

  watch(id: number, query: string, args: unknown): void {
    this.#watched.set(id, { query, args, said: undefined });
    this.#answer(id);
  }

  unwatch(id: number): void {
    this.#watched.delete(id);
  }

  /** What a question is answered from now; undefined while no replica is open. */
  at(): At | undefined {
    if (!this.session) return undefined;
    const { replica, since, waiting } = this.session;
    const { state, office } = replica;
    const contents = this.contents();
    return { replica, state, office, now: Date.now(), t: this.#t, contents, since, waiting };
  }

  /** The contents of lists; only where a replica is open. */
  contents(): ListContents {
    if (!this.#contents) throw new Error("No copy of the record is open.");
    return this.#contents;
  }

  /** The replica; only where one is open. */
  replica(): Replica {
    if (!this.session) throw new Error("No copy of the record is open.");
    return this.session.replica;
  }

  async #reopen(before: Office | undefined): Promise<void> {
    await this.close();
    const onProgress = (progress: Replica["progress"]) => {
      this.#phase = { phase: "opening", progress };
      this.#changed();
    };
    const opened = await openSession(this.#client, onProgress, before);
    if (opened.phase === "open") {
      this.session = opened;
      const { process, office } = opened.known;
      this.#contents = new ListContents(`${process} ${office}`, this.#client, () => this.#changed());
      this.#leave = opened.replica.subscribe(() => this.#changed());
      opened.replica.start();
    } else this.#phase = opened;
    this.#changed();
  }

  #online(): void {
    void this.#contents?.send();
    if (this.session) this.session.replica.retry();
    else if (this.#phase.phase === "unreachable") void this.reopen();
  }

  // Changes that come close together are answered once.
  #changed(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      // what stands on a list is kept as soon as the list is known, to be worked on without a network
      for (const { digest } of this.session?.replica.state.lists.lists.values() ?? [])
        this.#contents?.of(digest);
      if (this.session && isSeatChanged(this.session)) return void this.reopen(this.session.known.office);
      for (const id of this.#watched.keys()) this.#answer(id);
    }, settleMs);
  }

  #answer(id: number): void {
    const watched = this.#watched.get(id);
    if (!watched) return;
    const model = this.#model(watched);
    const said = JSON.stringify(model);
    if (said === watched.said) return;
    watched.said = said;
    this.#tell(id, model);
  }

  #model({ query, args }: Watched): unknown {
    if (query === "desk") return this.session ? describeSession(this.session, this.#t) : this.#phase;
    const at = this.at();
    const ask = Object.entries(queries).find(([name]) => name === query)?.[1];
    if (!ask) throw new Error(`The desk knows no question ${query}.`);
    return at && (ask as (at: At, args: unknown) => unknown)(at, args); // the page's types pair question and arguments
  }
}
