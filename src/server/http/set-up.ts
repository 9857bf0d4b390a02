import type { z } from "zod";
import { type contract, type OperationName, type SetUpOperationName, setUpOperations } from "#api";
import type { Releases } from "../releases.ts";
import type { SetUp } from "../set-up/set-up.ts";
import type { Feed } from "./feed.ts";
import type { Host } from "./host.ts";

/** A process as it is served. */
export type Served = { readonly host: Host; readonly feed: Feed; readonly releases?: Releases };

type Operations = typeof setUpOperations;
type SetUpHandlers = {
  readonly [N in SetUpOperationName]: (
    setUp: SetUp<Served>,
    body: z.output<Operations[N]["body"]>,
  ) => Promise<z.input<Operations[N]["answer"]>>;
};

export function isSetUpOperation(name: OperationName): name is SetUpOperationName {
  return name in setUpOperations;
}

/** What the process is before there is one. */
export const unfounded: z.input<(typeof contract)["readProcess"]["answer"]> = {
  process: "",
  demonstration: false,
  fingerprint: "",
  office: "public",
  session: null,
  names: null,
  setUp: true,
};

/** The set-up's operations; who asks is said by the secret alone, never by a session. */
export const setUpHandlers: SetUpHandlers = {
  readSetUp: (setUp, { secret }) => setUp.read(secret),
  writeSetUp: (setUp, { secret, draft }) => setUp.write(secret, draft),
  inviteHeads: async (setUp, { secret, roles }) => ({ invitations: await setUp.invite(secret, roles) }),
  joinSetUp: (setUp, { secret, ...keys }) => setUp.join(secret, keys),
  revealNonce: (setUp, { secret, nonce }) => setUp.reveal(secret, nonce),
  readFounding: (setUp, { secret }) => setUp.founding(secret),
  signFounding: (setUp, { secret, signature }) => setUp.sign(secret, signature),
  reopenSetUp: (setUp, { secret, again }) => setUp.reopen(secret, again),
  receiveInvitation: (setUp, { secret }) => setUp.receiveInvitation(secret),
};
