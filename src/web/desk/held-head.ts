import { sha256, toHex } from "#ledger";
import { forget, remember, remembered } from "./memory.ts";
import type { SetUpRole } from "./set-up-model.ts";

/** What a head's browser keeps between his visits of a set-up that lasts days. The key's secret cannot be read out. */
export type HeldHead = {
  readonly role: SetUpRole;
  readonly key: CryptoKeyPair;
  /** base64, as the founding act will name it. */
  readonly publicKey: string;
  /** His part in the lot, and in which drawing. */
  readonly lot?: { readonly draw: number; readonly nonce: string; readonly commitment: string };
  /** What all three had given when he showed his nonce: nobody changes it afterwards unseen. */
  readonly seen?: { readonly draw: number; readonly given: Readonly<Record<SetUpRole, Given>> };
};
type Given = { readonly head: string; readonly commitment: string };

const current = "set-up";

export async function rememberSecret(secret: string): Promise<void> {
  await remember(current, secret);
}

/** The secret of the link that was opened last in this browser; undefined where none was, or it has been used up. */
export async function rememberedSecret(): Promise<string | undefined> {
  const secret = await remembered(current);
  return typeof secret === "string" ? secret : undefined;
}

export async function forgetSecret(): Promise<void> {
  await forget(current);
}

/** A head's key is kept by its own link: another link opened in the same browser does not take its place. */
export async function holdHead(secret: string, held: HeldHead): Promise<void> {
  await remember(placeOf(secret), held);
}

export async function heldHead(secret: string): Promise<HeldHead | undefined> {
  return (await remembered(placeOf(secret))) as HeldHead | undefined; // as holdHead was given it
}

export async function letGoOfHead(secret: string): Promise<void> {
  await forget(placeOf(secret));
}

function placeOf(secret: string): string {
  return `set-up head ${toHex(sha256(new TextEncoder().encode(secret)))}`;
}
