import { chmod, readFile, writeFile } from "node:fs/promises";
import { z } from "zod";
import { ProblemError, problem, refuse } from "#base";
import {
  type Cosigner,
  cosigner,
  cosigningKeyFromSeed,
  fromBase64,
  newSealIdentity,
  newSigningKey,
  type SigningKey,
  sealRecipient,
  signingKeyFromSeed,
  toBase64,
} from "#ledger";
import { memberId, type Office, office } from "#record";

/**
 * What a key is for: a head certifies seats, a device signs a member's acts, a log signs checkpoints, a witness
 * cosigns them. No key has two uses.
 */
export const keyUses = ["head", "device", "log", "witness"] as const;

const keyFile = z.strictObject({
  format: z.literal("parley-key/1"),
  use: z.enum(keyUses),
  office,
  member: memberId,
  /** True for keys that anyone can read; every screen then says so. */
  demonstration: z.boolean(),
  /** Ed25519 seed and public key, base64. */
  secret: z.base64(),
  public: z.base64(),
  /** age identity and recipient of a device, to read sealed papers. */
  identity: z.string().optional(),
  recipient: z.string().optional(),
});
export type KeyFile = z.infer<typeof keyFile>;

export function signingKeyOf(file: KeyFile): SigningKey {
  if (file.use === "witness") refuse("key.use", { expected: "head, device or log", use: file.use });
  return signingKeyFromSeed(seedOf(file));
}

/** The cosigner of a witness's key; its name says whose witness it is. */
export function cosignerOf(file: KeyFile): Cosigner {
  if (file.use !== "witness") refuse("key.use", { expected: "witness", use: file.use });
  return cosigner(`parley-witness/${file.office}/${file.member}`, cosigningKeyFromSeed(seedOf(file)));
}

function seedOf(file: KeyFile): Uint8Array {
  const seed = fromBase64(file.secret);
  if (seed?.length !== 32) throw new Error("A key file that was read holds a seed of 32 bytes.");
  return seed;
}

/** A new key; only a device can read sealed papers. A given seed is for demonstration keys alone. */
export async function newKeyFile(
  use: KeyFile["use"],
  holder: Office,
  member: string,
  demonstrationSeed?: Uint8Array,
): Promise<KeyFile> {
  const key = demonstrationSeed ? signingKeyFromSeed(demonstrationSeed) : newSigningKey();
  const seal = use === "device" ? await newSealIdentity() : undefined;
  return {
    format: "parley-key/1",
    use,
    office: holder,
    member,
    demonstration: demonstrationSeed !== undefined,
    secret: toBase64(key.seed),
    public: toBase64(key.publicKey),
    ...seal,
  };
}

export async function readKeyFile(path: string): Promise<KeyFile> {
  const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) =>
    refuse("key.malformed", {
      path,
      reason: error.code === "ENOENT" ? "there is no such file." : `${error.code}.`,
    }),
  );
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return refuse("key.malformed", { path, reason: "it is not JSON." });
  }
  const parsed = keyFile.safeParse(data);
  if (!parsed.success)
    return refuse("key.malformed", { path, reason: "it is not in the form parley-key/1." });
  const seed = fromBase64(parsed.data.secret);
  if (seed?.length !== 32 || toBase64(signingKeyFromSeed(seed).publicKey) !== parsed.data.public)
    return refuse("key.malformed", { path, reason: "its public key is not that of its secret." });
  const { identity, recipient } = parsed.data;
  if ((await recipientOf(identity)) !== recipient)
    return refuse("key.malformed", { path, reason: "its age recipient is not that of its identity." });
  return parsed.data;
}

// Undefined where the key reads no sealed papers; no recipient at all where its identity is malformed.
async function recipientOf(identity: string | undefined): Promise<string | undefined> {
  if (identity === undefined) return undefined;
  try {
    return await sealRecipient(identity);
  } catch (error) {
    if (error instanceof ProblemError) return "";
    throw error;
  }
}

/** Writes a key that only its owner can read; never over another file. */
export async function writeKeyFile(path: string, key: KeyFile): Promise<void> {
  try {
    await writeFile(path, `${JSON.stringify(key, undefined, 2)}\n`, { flag: "wx", mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST")
      throw new ProblemError(problem("key.exists", { path }));
    refuse("folder.unwritable", { path, reason: `${(error as NodeJS.ErrnoException).code}.` });
  }
  await chmod(path, 0o600);
}
