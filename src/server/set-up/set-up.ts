import type { SetUpDraft, SetUpView } from "#api";
import { type Problem, refuse } from "#base";
import { fromBase64 } from "#ledger";
import { fingerprintOf, newActId } from "#replica";
import type { Store } from "#store";
import type { Registry } from "../registry.ts";
import { type Founded, signedFounding } from "./found.ts";
import { headTitle, memberOf } from "./founding.ts";
import { isSecretOf, newSecret } from "./secret.ts";
import { type Role, roles, type SetUpState } from "./state.ts";
import {
  inviteHeads,
  type Joining,
  joinHead,
  reopen,
  revealNonce,
  type Setting,
  signText,
  writeDraft,
} from "./steps.ts";
import { viewOf } from "./view.ts";

/** How long set-up secrets are good after the founding, and an invitation after it was made. */
export const afterFoundingMs = 7 * 24 * 3_600_000;
const invitationMs = 24 * 3_600_000;

/** A bound on how often one address may ask. */
type Limit = { take(address: string, now: number): Problem | undefined };

export type SetUpOptions<S> = {
  /** The public key that will sign the logs. */
  readonly logKey: Uint8Array;
  /** Keeps the state before anything is answered; what it keeps is there after a crash. */
  readonly keep: (state: SetUpState) => Promise<void>;
  /** Founds the process and answers how it is served; may be called again with the same act. */
  readonly found: (founded: Founded) => Promise<S>;
  /** Epoch ms. */
  readonly now: () => number;
  readonly limit: Limit;
};

/** What an invitation to an office needs of a process that is served. */
type Serving = { readonly host: { readonly registry: Registry; readonly store: Store } };

type Invited = {
  readonly process: string;
  readonly office: Role;
  readonly member: string;
  readonly invitation: string;
  readonly expiresAt: string;
};

/**
 * The set-up of a process by three heads, from the host's first link until each has the invitation to his office.
 * One step is taken at a time, and kept before it is answered.
 */
export class SetUp<S extends Serving> {
  readonly #options: SetUpOptions<S>;
  #state: SetUpState;
  #served: S | undefined;
  #turn: Promise<unknown> = Promise.resolve();

  private constructor(options: SetUpOptions<S>, state: SetUpState, served: S | undefined) {
    this.#options = options;
    this.#state = state;
    this.#served = served;
  }

  /** Goes on with a set-up; founds where all three have signed. `served` is the process where it is founded already. */
  static async open<S extends Serving>(
    options: SetUpOptions<S>,
    state: SetUpState,
    served?: S,
  ): Promise<SetUp<S>> {
    const setUp = new SetUp(options, state, served);
    await setUp.#noteFounded();
    return setUp;
  }

  /** The process once it is founded. */
  get served(): S | undefined {
    return this.#served;
  }

  /** Takes one of the requests that an address may make. */
  take(address: string): Problem | undefined {
    return this.#options.limit.take(address, this.#options.now());
  }

  async read(secret: string): Promise<SetUpView> {
    return viewOf(this.#state, await this.#roleOf(secret));
  }

  async founding(secret: string): Promise<{ readonly act: string; readonly fingerprint: string }> {
    await this.#roleOf(secret);
    const { founding } = this.#state;
    const bytes = founding === null ? undefined : fromBase64(founding);
    if (founding === null || !bytes)
      return refuse("set_up.too_early", {
        reason: "There is no text to sign before all three have drawn the lot.",
      });
    return { act: founding, fingerprint: fingerprintOf(bytes) };
  }

  write(secret: string, draft: SetUpDraft): Promise<SetUpView> {
    return this.#step(secret, (state, role) => writeDraft(state, role, draft, this.#setting()));
  }

  /** New secrets for the heads of parties; they are answered here and never again. */
  async invite(
    secret: string,
    invited: readonly Role[],
  ): Promise<{ role: "party-a" | "party-b"; secret: string }[]> {
    const made = new Map(invited.map((role) => [role, newSecret()]));
    const hashes = new Map([...made].map(([role, { hash }]) => [role, hash]));
    await this.#step(secret, (state, role) => inviteHeads(state, role, hashes));
    return [...made].flatMap(([role, one]) => (role === "host" ? [] : [{ role, secret: one.secret }]));
  }

  join(secret: string, joining: Joining): Promise<SetUpView> {
    return this.#step(secret, (state, role) => joinHead(state, role, joining, this.#setting()));
  }

  reveal(secret: string, nonce: string): Promise<SetUpView> {
    return this.#step(secret, (state, role) => revealNonce(state, role, nonce, this.#setting()));
  }

  /** The third signature founds the process; where that fails, any head can send his again. */
  sign(secret: string, signature: string): Promise<SetUpView> {
    return this.#step(
      secret,
      (state, role) => signText(state, role, signature),
      () => this.#found(),
    );
  }

  reopen(secret: string, again: "signing" | "joining"): Promise<SetUpView> {
    return this.#step(secret, (state, role) => reopen(state, role, again, this.#setting()));
  }

  /** Founds the process if all three have signed and it is not founded yet: after a start. */
  async goOn(): Promise<void> {
    await this.#inTurn(() => this.#found());
  }

  /** An invitation to the head's own office; one that he was given before is no longer good. */
  receiveInvitation(secret: string): Promise<Invited> {
    return this.#inTurn(async () => {
      const office = await this.#roleOf(secret);
      const served = this.#served;
      if (!served)
        return refuse("set_up.too_early", { reason: "Invitations are given once the process is founded." });
      const { registry, store } = served.host;
      const { process } = registry;
      const member = memberOf(office);
      const { secret: invitation, hash } = newSecret();
      const expiresAt = this.#options.now() + invitationMs;
      await store.dropInvitationsOf(process, office, member);
      await store.putInvitation({ process, office, member, title: headTitle, tokenHash: hash, expiresAt });
      return { process, office, member, invitation, expiresAt: new Date(expiresAt).toISOString() };
    });
  }

  // One step after another: of two heads, or two windows of one, the later sees what the earlier did.
  #step(
    secret: string,
    step: (state: SetUpState, role: Role) => SetUpState,
    after: () => Promise<void> = async () => {},
  ): Promise<SetUpView> {
    return this.#inTurn(async () => {
      await this.#noteFounded();
      const role = await this.#roleOf(secret);
      const next = step(this.#state, role);
      if (next !== this.#state) await this.#keep(next);
      await after();
      return viewOf(this.#state, role);
    });
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(work);
    this.#turn = done.catch(() => {}); // whoever asked hears of it; the next one begins anew
    return done;
  }

  async #keep(state: SetUpState): Promise<void> {
    await this.#options.keep(state);
    this.#state = state;
  }

  async #found(): Promise<void> {
    const founded = signedFounding(this.#state);
    if (!founded) return;
    this.#served ??= await this.#options.found(founded);
    await this.#noteFounded();
  }

  // What is served is founded, also where that could not be written down at the time.
  async #noteFounded(): Promise<void> {
    if (this.#served && this.#state.foundedAt === null)
      await this.#keep({ ...this.#state, foundedAt: this.#options.now() });
  }

  // Every secret that is not good is refused in the same words, and all three are compared each time.
  async #roleOf(secret: string): Promise<Role> {
    const { heads } = this.#state;
    const [role] = roles.filter((one) => isSecretOf(secret, heads[one].secretHash));
    if (role === undefined || (await this.#isSpent(role))) return refuse("set_up.refused", {});
    return role;
  }

  // After the founding a secret only fetches its head's invitation: until he has a passkey or a seat, or a week is over.
  async #isSpent(role: Role): Promise<boolean> {
    const { foundedAt } = this.#state;
    if (!this.#served || foundedAt === null) return false;
    if (this.#options.now() >= foundedAt + afterFoundingMs) return true;
    const { registry, store } = this.#served.host;
    if (registry.state(role).people.seats.some((seat) => seat.office === role)) return true;
    return (await store.credentialsOf(registry.process, role, memberOf(role))).length > 0;
  }

  #setting(): Setting {
    const { logKey, now } = this.#options;
    return { logKey, id: newActId(), at: now() };
  }
}
