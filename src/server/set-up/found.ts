import { refuse } from "#base";
import { fromBase64, sameBytes } from "#ledger";
import { parseAct } from "#record";
import { type Envelope, readEntry } from "#replica";
import type { Store } from "#store";
import { Registry, type RegistryOptions } from "../registry.ts";
import { roles, type SetUpState, stageOf } from "./state.ts";

/** What three heads have signed, and what a folder says of the process that it founds. */
export type Founded = { readonly process: string; readonly hostName: string; readonly envelope: Envelope };

/** The signed founding act of a set-up; undefined as long as a signature is missing. */
export function signedFounding(state: SetUpState): Founded | undefined {
  const act = stageOf(state) === "signed" ? fromBase64(state.founding ?? "") : undefined;
  if (!act) return undefined;
  const parsed = parseAct(act);
  if ("problem" in parsed || parsed.act.kind !== "process.opened")
    throw new Error("What was signed in the set-up is no founding act.");
  const signatures = roles.flatMap((role) => {
    const { joined } = state.heads[role];
    return joined?.signature ? [{ key: joined.head, signature: joined.signature }] : [];
  });
  const { process, payload } = parsed.act;
  return { process, hostName: payload.hostName, envelope: { act, signatures } };
}

/**
 * Opens the registry of a process and submits its founding act; one that stands there already is gone on with, so
 * that founding can be tried again after it broke off anywhere.
 */
export async function foundProcess(options: RegistryOptions, envelope: Envelope): Promise<Registry> {
  const first = await firstAct(options.store, options.process);
  if (first && !sameBytes(first, envelope.act)) refuse("set_up.other_process", { process: options.process });
  const registry = await Registry.open(options);
  if (!first) await registry.submit(envelope);
  return registry;
}

async function firstAct(store: Store, process: string): Promise<Uint8Array | undefined> {
  for await (const row of store.read(`${process}/process`, 0, 1)) {
    const read = readEntry(0, row.entry);
    return "problem" in read ? new Uint8Array() : read.actBytes; // what cannot be read is another's
  }
  return undefined;
}
