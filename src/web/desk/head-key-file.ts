import { z } from "zod";
import { fromBase64, signingKeyFromSeed, toBase64 } from "#ledger";
import { memberId, office } from "#record";

/** A head's key in the form parley-key/1, as the command line reads and writes it: docs/protocol/key-file.md. */
const headKeyFile = z.object({
  format: z.literal("parley-key/1"),
  use: z.literal("head"),
  office,
  member: memberId,
  demonstration: z.literal(false),
  secret: z.base64(),
  public: z.base64(),
});

/** The file's text for a head's seed of 32 bytes. */
export function headKeyText(holder: string, seed: Uint8Array): string {
  const file = headKeyFile.parse({
    format: "parley-key/1",
    use: "head",
    office: holder,
    member: `${holder}-head`,
    demonstration: false,
    secret: toBase64(seed),
    public: toBase64(signingKeyFromSeed(seed).publicKey),
  });
  return `${JSON.stringify(file, undefined, 2)}\n`;
}

/** The seed in a file of this office's head; undefined where it is another file, or its parts do not fit. */
export function seedInText(holder: string, text: string): Uint8Array | undefined {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return undefined; // a person may choose any file
  }
  const { success, data: file } = headKeyFile.safeParse(data);
  const seed = success && file.office === holder ? fromBase64(file.secret) : undefined;
  if (seed?.length !== 32 || toBase64(signingKeyFromSeed(seed).publicKey) !== file?.public) return undefined;
  return seed;
}
